"""More ways to a question than its own code: a code for somebody else, and a number sent by mail."""

from django.db import models


class SecondCode(models.Model):
    """A code for somebody else in the same question. Withdrawn, it opens nothing and closes what it opened."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="second_codes")
    code_fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"second code of question {self.question_id}"


class OneTimeNumber(models.Model):
    """A number that was sent to the resident's address, with which a new code can be made, once."""

    wagtail_reference_index_ignore = True

    question = models.OneToOneField("questions.Question", on_delete=models.CASCADE, related_name="one_time_number")
    fingerprint = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    wrong_tries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"one-time number of question {self.question_id}"

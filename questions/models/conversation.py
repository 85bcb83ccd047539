"""Which question a browser may open: the fingerprint of its cookie, never the cookie."""

from datetime import timedelta

from django.db import models

LASTS = timedelta(hours=12)


class Conversation(models.Model):
    """A browser may read and write in one question until this expires."""

    wagtail_reference_index_ignore = True

    token_fingerprint = models.CharField(max_length=64, unique=True)
    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="conversations")
    # Opened with the code of somebody else; gone when that code is withdrawn.
    second_code = models.ForeignKey("questions.SecondCode", on_delete=models.CASCADE, null=True, related_name="+")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"conversation of question {self.question_id}"

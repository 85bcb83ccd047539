"""Forms that were carried out: their id and a keyed fingerprint of everything that was filled in, never the text."""

from django.db import models


class SentForm(models.Model):
    """One form about a question that leaves no other row. The same form sent again is found here."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="sent")
    submission = models.UUIDField()
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        # The table was made under this name.
        db_table = "questions_sent"
        constraints = [
            models.UniqueConstraint(fields=["question", "submission"], name="one_form_per_submission"),
        ]

    def __str__(self) -> str:
        return f"form about question {self.question_id}"

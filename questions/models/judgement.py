"""Judgements of words of danger: who and when in clear, the outcome sealed."""

from django.db import models

from questions.privacy.keyring import open_sealed, seal
from questions.statuses import Judgement

# Every outcome takes as much room, so that its length does not tell which it is.
LONGEST = max(len(value) for value in Judgement.values)


class DangerJudgement(models.Model):
    """One judgement. A question may have several: new words of danger are judged anew."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="judgements")
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sealed_outcome = models.BinaryField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"judgement of question {self.question_id}"

    def seal_outcome(self, key: bytes, outcome: Judgement) -> None:
        """Seals the outcome in this row, without saving it."""
        self.sealed_outcome = seal(key, outcome.value.ljust(LONGEST).encode(), f"{self.question.uid}/judgement")

    def outcome(self, key: bytes) -> Judgement:
        """Returns the outcome. Raises CannotOpen once the question is forgotten."""
        return Judgement(open_sealed(key, self.sealed_outcome, f"{self.question.uid}/judgement").decode().strip())

"""A worry about somebody else: what was told, and who follows it up."""

from typing import Any

from django.db import models
from django.db.models import Q

from questions.desk_choices import FollowedUpBy
from questions.privacy.keyring import open_json, seal_json


class Worry(models.Model):
    """Belongs to a question of the kind `worry`. Such a question does not end before somebody follows it up."""

    question = models.OneToOneField("questions.Question", on_delete=models.CASCADE, related_name="worry")
    sealed_report = models.BinaryField()
    followed_up_by = models.CharField(max_length=20, choices=FollowedUpBy.choices, blank=True)
    followed_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_follows_up_has_a_moment",
                condition=Q(followed_up_by="", followed_up_at__isnull=True)
                | (~Q(followed_up_by="") & Q(followed_up_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"worry of question {self.question_id}"

    def seal_report(self, key: bytes, report: dict[str, Any]) -> None:
        """Seals what the reporter told, by field, in this row, without saving it."""
        self.sealed_report = seal_json(key, report, f"{self.question.uid}/worry")

    def report(self, key: bytes) -> dict[str, Any]:
        """Returns what the reporter told, by field. Raises CannotOpen once the question is forgotten."""
        found: dict[str, Any] = open_json(key, self.sealed_report, f"{self.question.uid}/worry")
        return found

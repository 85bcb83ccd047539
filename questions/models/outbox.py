"""Notices on their way: written with their answer, tried until the mail server accepts or refuses."""

from django.db import models
from django.db.models import Q

from questions.privacy.keyring import open_sealed, seal


class Outgoing(models.Model):
    """A notice that there is an answer. Its words carry nothing of the question; its address is sealed."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="outgoing")
    message = models.OneToOneField("questions.Message", on_delete=models.CASCADE, related_name="notice")
    language = models.CharField(max_length=10)
    created_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    accepted_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    sealed_address = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_notice_is_accepted_or_refused",
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"

    def seal_address(self, key: bytes, address: str) -> None:
        """Seals the mail address in this row, without saving it."""
        self.sealed_address = seal(key, address.encode(), f"{self.question.uid}/address")

    def address(self, key: bytes) -> str:
        """Returns the mail address. Raises CannotOpen once the question is forgotten."""
        return open_sealed(key, self.sealed_address, f"{self.question.uid}/address").decode()

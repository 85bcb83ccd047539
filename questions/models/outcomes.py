"""What stays of a question for policy when its contents are forgotten: where it ended, and which offer was missing."""

import uuid
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from questions.desk_choices import Destination, FormalKind
from questions.privacy.keyring import key_ring, new_key, open_sealed, seal
from questions.privacy.models import Wrapped


class Outcome(models.Model):
    """Where one question ended. It outlives the question: days, no moments, and slugs, no links to words."""

    question = models.OneToOneField("questions.Question", on_delete=models.SET_NULL, null=True, related_name="outcome")
    theme = models.CharField(max_length=60)
    district = models.CharField(max_length=60, blank=True)
    asked_on = models.DateField()
    settled_on = models.DateField(null=True, db_index=True)
    destination = models.CharField(max_length=20, choices=Destination.choices, blank=True)
    no_offer = models.BooleanField(default=False)
    # For the KPI "wachttijd intake": from question to first conversation.
    first_conversation_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_ending_has_a_day",
                condition=Q(destination="", settled_on__isnull=True)
                | (~Q(destination="") & Q(settled_on__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.destination or 'not settled'}, asked on {self.asked_on}"


class Gap(Wrapped):
    """A few words on an offer that does not exist, for policy; sealed with a key of its own, so it can be forgotten."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outcome = models.OneToOneField(Outcome, on_delete=models.CASCADE, related_name="gap")
    at = models.DateTimeField(db_index=True)
    sealed_words = models.BinaryField()

    OWNER: ClassVar[str] = ""

    def __str__(self) -> str:
        return f"gap {self.pk}"

    @property
    def owner_uid(self) -> UUID:
        """Returns the uid with which the key of this row is wrapped, which is the row's own."""
        return self.uid

    def seal_words(self, words: str) -> None:
        """Seals the words in this row with a new key, without saving it."""
        key = new_key()
        self.ring_name, self.wrapped = key_ring().wrap(key, f"{self.uid}/key")
        self.sealed_words = seal(key, words.encode(), f"{self.uid}/gap")

    def words(self) -> str:
        """Returns the words. Raises CannotOpen when the ring no longer holds the key."""
        key = key_ring().unwrap(self.ring_name, self.wrapped, f"{self.uid}/key")
        return open_sealed(key, self.sealed_words, f"{self.uid}/gap").decode()


class FormalMatter(models.Model):
    """A question that was passed on as objection, complaint or Wmo report. It outlives the question, for the KPI
    "klachten": received, admissible or not, resolved, each on a day.
    """

    question = models.OneToOneField("questions.Question", on_delete=models.SET_NULL, null=True, related_name="formal")
    kind = models.CharField(max_length=20, choices=FormalKind.choices)
    theme = models.CharField(max_length=60)
    district = models.CharField(max_length=60, blank=True)
    received_on = models.DateField(db_index=True)
    admissible_on = models.DateField(null=True)
    inadmissible_on = models.DateField(null=True)
    resolved_on = models.DateField(null=True)

    class Meta:
        ordering = ["received_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_matter_is_admissible_or_not",
                condition=Q(admissible_on__isnull=True) | Q(inadmissible_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} received on {self.received_on}"

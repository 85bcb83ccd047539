"""A question and what belongs to it. Everything that a person wrote is sealed with the question's own key."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from questions.danger.found import DangerFound
from questions.desk_choices import QuestionKind
from questions.privacy.keyring import open_json, open_sealed, seal, seal_json
from questions.privacy.keys import key_of
from questions.statuses import ENDED, TO_DO, AnswerBy, Author, Danger, Status
from questions.waits.models import Channel


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions, with a name for each group that is asked for."""

    def to_do(self) -> "QuestionQuerySet":
        """Returns those on which somebody still has something to do."""
        return self.filter(status__in=TO_DO)

    def waiting(self) -> "QuestionQuerySet":
        """Returns those that wait for a first reaction."""
        return self.filter(status=Status.WAITING)

    def to_judge(self) -> "QuestionQuerySet":
        """Returns those with words of danger that nobody judged, also when they have ended."""
        return self.filter(danger=Danger.UNJUDGED)

    def unclaimed(self) -> "QuestionQuerySet":
        """Returns those that no colleague has claimed."""
        return self.filter(colleague__isnull=True)

    def chats(self) -> "QuestionQuerySet":
        """Returns those whose present channel is the chat."""
        return self.filter(channel=Channel.CHAT)

    def asked_before(self, question: "Question") -> "QuestionQuerySet":
        """Returns those asked before this one."""
        return self.filter(Q(asked_at__lt=question.asked_at) | Q(asked_at=question.asked_at, pk__lt=question.pk))


class Question(models.Model):
    """A resident's question. Rows of it are written by questions/actions only."""

    wagtail_reference_index_ignore = True

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=QuestionKind.choices, default=QuestionKind.QUESTION)
    reference = models.CharField(max_length=10, unique=True)
    code_fingerprint = models.CharField(max_length=64)
    submission = models.UUIDField(unique=True)
    submission_fingerprint = models.CharField(max_length=64)

    theme = models.ForeignKey("services.Theme", on_delete=models.PROTECT, related_name="+")
    # The theme above is the resident's choice and stays: reports are cut by it.
    theme_corrected = models.ForeignKey(
        "services.Theme", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    district = models.ForeignKey("services.District", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=10)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    entry_channel = models.CharField(max_length=10, choices=Channel.choices)
    answer_by = models.CharField(max_length=10, choices=AnswerBy.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)

    asked_at = models.DateTimeField()
    last_number = models.PositiveIntegerField(default=0)
    first_opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # The start of the wait by which the queue orders it; None when nobody has anything to do. Follows from the waits.
    waiting_since = models.DateTimeField(null=True, blank=True)
    # From this moment somebody has to do something: call again, look after a worry. None is now.
    due_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged")

    team = models.ForeignKey("questions.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    colleague = models.ForeignKey(
        "questions.Colleague", on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)

    sealed_contact = models.BinaryField(null=True, blank=True)
    # In clear, because the queue is ordered by it; what kind of danger it is stands sealed below.
    danger = models.CharField(max_length=10, choices=Danger.choices, default=Danger.NONE)
    sealed_danger = models.BinaryField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(fields=["status", "asked_at"]),
            models.Index(fields=["asked_at"], name="questions_to_judge", condition=Q(danger=Danger.UNJUDGED)),
            models.Index(fields=["waiting_since"], name="questions_to_do", condition=Q(waiting_since__isnull=False)),
            models.Index(fields=["due_at"], name="questions_planned", condition=Q(due_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_claim_names_who_and_when",
                condition=Q(colleague__isnull=True, claimed_at__isnull=True)
                | Q(colleague__isnull=False, claimed_at__isnull=False, team__isnull=False),
            ),
            models.CheckConstraint(
                name="who_wants_a_call_or_notice_left_an_address",
                condition=Q(answer_by=AnswerBy.PAGE) | Q(sealed_contact__isnull=False),
            ),
            models.CheckConstraint(
                name="an_ended_question_has_an_end",
                condition=Q(status__in=ENDED, ended_at__isnull=False)
                | (~Q(status__in=ENDED) & Q(ended_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="danger_is_known_and_sealed",
                condition=Q(danger=Danger.NONE, sealed_danger__isnull=True)
                | Q(danger__in=[Danger.UNJUDGED, Danger.JUDGED], sealed_danger__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def effective_theme(self) -> Any:
        """Returns the theme as staff corrected it, else the one that the resident chose."""
        return self.theme_corrected or self.theme

    @property
    def key_bytes(self) -> bytes:
        """Returns the key of this question. Raises CannotOpen once it is forgotten."""
        return key_of(self.pk, self.uid)

    def seal_contact(self, key: bytes, contact: dict[str, Any]) -> None:
        """Seals the resident's name and how to reach them in this row, without saving it."""
        self.sealed_contact = seal_json(key, contact, f"{self.uid}/contact")

    def contact(self, key: bytes) -> dict[str, Any]:
        """Returns the resident's name and how to reach them, by field; empty when nothing was left.

        Raises CannotOpen when `key` is not the question's.
        """
        if self.sealed_contact is None:
            return {}
        found: dict[str, Any] = open_json(key, self.sealed_contact, f"{self.uid}/contact")
        return found

    def notice_address(self, key: bytes) -> str:
        """Returns the address for the mail that tells of an answer; empty when none was asked for.

        Who would rather talk may have left an address: a proposal for an appointment is told of as well.
        """
        by_mail = self.answer_by in (AnswerBy.NOTICE, AnswerBy.TALK)
        return str(self.contact(key).get("email", "")) if by_mail else ""

    def seal_danger(self, key: bytes, found: DangerFound) -> None:
        """Seals the kinds of danger that were found in this row, without saving it."""
        self.sealed_danger = seal_json(key, found.padded(), f"{self.uid}/danger")

    def danger_found(self, key: bytes) -> DangerFound | None:
        """Returns the kinds of danger that were found; None when there were none.

        Raises CannotOpen when `key` is not the question's.
        """
        if self.sealed_danger is None:
            return None
        return DangerFound.read(open_json(key, self.sealed_danger, f"{self.uid}/danger"))


class Message(models.Model):
    """One message in a question, numbered without gaps. The same submission is the same message."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField()
    submission = models.UUIDField()
    submission_fingerprint = models.CharField(max_length=64)
    author = models.CharField(max_length=10, choices=Author.choices)
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=10)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    # The last message that a colleague had seen who wrote this one; None for all that came before it.
    seen = models.PositiveIntegerField(null=True)
    sealed_text = models.BinaryField()

    class Meta:
        ordering = ["question", "number"]
        constraints = [
            models.UniqueConstraint(fields=["question", "number"], name="one_message_per_number"),
            models.UniqueConstraint(fields=["question", "submission"], name="one_message_per_submission"),
            models.CheckConstraint(
                name="a_colleague_signs_and_a_resident_does_not",
                condition=Q(author=Author.RESIDENT, colleague__isnull=True)
                | Q(author=Author.COLLEAGUE, colleague__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.number} of {self.question_id}"

    def seal_text(self, key: bytes, text: str) -> None:
        """Seals the text in this row for its number in this question, without saving it."""
        self.sealed_text = seal(key, text.encode(), f"{self.question.uid}/message/{self.number}")

    def text(self, key: bytes) -> str:
        """Returns the text. Raises CannotOpen once the question is forgotten."""
        return open_sealed(key, self.sealed_text, f"{self.question.uid}/message/{self.number}").decode()


class CallAttempt(models.Model):
    """A colleague called. Every attempt is kept, with whether the resident was reached."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="calls")
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField()
    at = models.DateTimeField()
    reached = models.BooleanField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "submission"], name="one_call_per_submission"),
        ]

    def __str__(self) -> str:
        return f"call for {self.question_id}"

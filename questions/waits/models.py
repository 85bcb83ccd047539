"""Waits: append-only events, their projection, and the link to a question that goes when the question goes.

Nothing here holds a text, a name or a reference (docs/decisions/0006).
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from questions.waits import projection


class Channel(models.TextChoices):
    """The ways a resident reaches us (docs/kpi.md, section 2)."""

    FORM = "form", _("Form")
    EMAIL = "email", _("E-mail")
    CHAT = "chat", _("Chat")
    PHONE = "phone", _("Phone")
    DESK = "desk", _("Desk")
    CALLBACK = "callback", _("Call-back")


class WaitKind(models.TextChoices):
    """The first question, or a new one after an answer."""

    FIRST = "first", _("First question")
    FOLLOW_UP = "follow_up", _("Follow-up question")


class Source(models.TextChoices):
    """Where a wait comes from. Samples are never mixed with the rest."""

    MEASURED = "measured", _("Measured")
    STAFF = "staff", _("Entered by staff")
    IMPORT = "import", _("Imported")
    SAMPLE = "sample", _("Sample")


class WaitOutcome(models.TextChoices):
    """How a wait stands; the values are those of the projection."""

    ANSWERED = projection.OutcomeCode.ANSWERED.value, _("Answered")
    OPEN = projection.OutcomeCode.OPEN.value, _("Open")
    LEFT = projection.OutcomeCode.LEFT.value, _("Left")
    WITHDRAWN = projection.OutcomeCode.WITHDRAWN.value, _("Withdrawn")
    CLOSED_UNANSWERED = projection.OutcomeCode.CLOSED_UNANSWERED.value, _("Closed unanswered")
    UNREACHABLE = projection.OutcomeCode.UNREACHABLE.value, _("Unreachable")


class WaitQuerySet(models.QuerySet["Wait"]):
    """Waits, with a name for each group that is asked for."""

    def real(self) -> "WaitQuerySet":
        """Returns everything but samples."""
        return self.exclude(source=Source.SAMPLE)

    def sample(self) -> "WaitQuerySet":
        """Returns only samples."""
        return self.filter(source=Source.SAMPLE)

    def counted(self) -> "WaitQuerySet":
        """Returns those that figures count: not those that a person excluded."""
        return self.filter(excluded=False)

    def open(self) -> "WaitQuerySet":
        """Returns those that still wait."""
        return self.filter(outcome=WaitOutcome.OPEN)


class Wait(models.Model):
    """One wait: the projection of its events, written in the same transaction and never by hand."""

    channel = models.CharField(max_length=10, choices=Channel.choices)
    entry_channel = models.CharField(max_length=10, choices=Channel.choices)
    kind = models.CharField(max_length=10, choices=WaitKind.choices)
    theme = models.CharField(max_length=60)
    theme_corrected = models.CharField(max_length=60, blank=True)
    district = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=10)
    source = models.CharField(max_length=10, choices=Source.choices)
    precision = models.CharField(max_length=10, blank=True)
    started_at = models.DateTimeField()
    first_sign_at = models.DateTimeField(null=True)
    reacted_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_how = models.CharField(max_length=20, blank=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=WaitOutcome.choices)
    # As the two above, for the first real answer (R2): after a reaction it may still be open, or never come.
    answer_ended_at = models.DateTimeField(null=True)
    answer_outcome = models.CharField(max_length=20, choices=WaitOutcome.choices, default=WaitOutcome.OPEN)
    excluded = models.BooleanField(default=False)
    pending = models.BooleanField(default=False)

    objects = WaitQuerySet.as_manager()

    class Meta:
        permissions = [("see_figures", "May see the figures of reachability")]
        indexes = [
            models.Index(fields=["source", "started_at"]),
            models.Index(fields=["outcome", "started_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="open_wait_has_no_end",
                condition=Q(outcome=WaitOutcome.OPEN, ended_at__isnull=True)
                | (~Q(outcome=WaitOutcome.OPEN) & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="only_an_answer_is_a_reaction",
                condition=Q(outcome=WaitOutcome.ANSWERED, reacted_at=F("ended_at"))
                | (~Q(outcome=WaitOutcome.ANSWERED) & Q(reacted_at__isnull=True, settled_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_real_answer_is_a_settlement",
                condition=Q(answer_outcome=WaitOutcome.ANSWERED, settled_at=F("answer_ended_at"))
                | (~Q(answer_outcome=WaitOutcome.ANSWERED) & Q(settled_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="a_wait_does_not_end_before_it_starts",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"wait {self.pk} ({self.channel}, {self.outcome})"


class WaitEvent(models.Model):
    """One thing that happened. Triggers in the database refuse every change, and every deletion but of samples."""

    wagtail_reference_index_ignore = True

    wait = models.ForeignKey(Wait, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    event = models.CharField(max_length=20, choices=[(e.value, e.value) for e in projection.Event])
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    data = models.JSONField(default=dict)
    sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["wait", "number"]
        constraints = [
            models.UniqueConstraint(fields=["wait", "number"], name="one_event_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.event} of wait {self.wait_id}"


class WaitLink(models.Model):
    """Which question a wait belongs to. Destroyed with the contents of the question; the wait stays."""

    wagtail_reference_index_ignore = True

    wait = models.OneToOneField(Wait, on_delete=models.CASCADE, related_name="link")
    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="wait_links")

    def __str__(self) -> str:
        return f"wait {self.wait_id} of question {self.question_id}"


class Correction(models.Model):
    """Who changed what figures count, and why, for the team leader. Names, not links: it outlives the account.

    The event itself carries no name; this row carries no word that somebody wrote.
    """

    wagtail_reference_index_ignore = True

    class What(models.TextChoices):
        """What was done to the wait."""

        EXCLUDED = "excluded", _("Left out of the figures")
        INCLUDED = "included", _("Taken back into the figures")
        MERGED = "merged", _("Merged with an earlier or later question")
        THEME = "theme", _("Theme corrected")

    wait = models.ForeignKey(Wait, on_delete=models.CASCADE, related_name="corrections")
    what = models.CharField(max_length=10, choices=What.choices)
    # A name from one of the lists of reasons; empty for themes that were corrected before one was asked.
    reason = models.CharField(max_length=60)
    # The slug of the theme under which it was put, where that is what was corrected.
    theme = models.CharField(max_length=60, blank=True)
    who = models.CharField(max_length=150)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.what} of wait {self.wait_id}"

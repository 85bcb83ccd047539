"""Beside the conversation: on which day something has to be done with the question."""

import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.editing.day_fields import ClockField, DayField
from questions.desk.question.forms import DeskForm
from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk.question.presenters import is_whole_day
from questions.statuses import ENDED


class PlanForm(DeskForm):
    """A day, and a time if it matters. Without a day nothing is planned any more."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    day = DayField(
        label=_("Comes up on"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    clock = ClockField(
        label=_("At"),
        required=False,
        help_text=_("Like this: 9:30. Leave it empty for the whole day."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._now = now
        tomorrow = {"day": f"{timezone.localtime(now) + timedelta(days=1):%d-%m-%Y}"}
        self.fields["day"].help_text = gettext("Like this: %(day)s. Leave it empty to take the date away.") % tomorrow

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("clock") and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", gettext("Write the day as well."))
        due = self.due() if not self.errors else None
        if due is not None and due <= self._now:
            self.add_error("day", gettext("This has passed already. Choose a day that is still to come."))
        return cleaned

    def due(self) -> datetime | None:
        """Returns the moment that was chosen, the beginning of the day without a time; None without a day."""
        day, clock = self.cleaned_data.get("day"), self.cleaned_data.get("clock")
        return timezone.make_aware(datetime.combine(day, clock or time())) if day else None


def _planning(shown: Shown) -> dict[str, Any] | None:
    """Returns the form with the date that is planned, for whoever may put the question in order.

    None for a question that has ended.
    """
    question = shown.question
    if question.status in ENDED or not (shown.handles or "planning" in shown.filled):
        return None
    due = timezone.localtime(question.due_at) if question.due_at else None
    planned = {"day": f"{due:%d-%m-%Y}", "clock": "" if is_whole_day(due) else f"{due:%H:%M}"} if due else {}
    return {"planning": PlanForm(initial=planned, now=shown.now)}


def _planned(shown: Shown) -> dict[str, Any] | None:
    due = shown.question.due_at
    return {"planned_at": due, "planned_is_due": due <= shown.now} if due else None


PLANNED = Panel("desk/planned.html", _planned, slot=Slot.KNOW)
PLAN = Panel("desk/plan_panel.html", _planning, summary=_("Next date"), key="d", forms=("planning",))

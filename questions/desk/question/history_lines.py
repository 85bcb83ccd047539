"""What was done with a question, as a line in its log."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from questions.desk.question.presenters import moment, planned_date
from questions.desk_choices import CORRECTION_REASONS, Destination, FollowedUpBy, FormalKind, HistoryKind
from questions.message_text import LogLine
from questions.models import Colleague, HistoryEntry, Question, Team
from questions.statuses import CloseReason
from services.models import Theme


def _named(*lists: Any) -> Callable[[Any], str]:
    """Returns a function that gives the label of a value of one of these lists."""
    labels = {value: label for each in lists for value, label in each.choices}
    return lambda value: str(labels.get(value, ""))


def _row(model: type[Model], field: str) -> Callable[[Any], str]:
    """Returns a function that gives the name of the row with this value; empty when it is gone."""
    return lambda value: str(model._default_manager.filter(**{field: value}).first() or "")


def _reference(value: Any) -> str:
    return str(Question.objects.filter(pk=value).values_list("reference", flat=True).first() or "")


def _day(value: Any) -> str:
    return planned_date(datetime.fromisoformat(str(value))) if value else _("no date")


# What a name or number in `HistoryEntry.data` means, in the order in which it is read. What is not here is not shown.
SAYS: dict[str, Callable[[Any], str]] = {
    "reason": _named(CloseReason, *CORRECTION_REASONS),
    "kind": _named(FormalKind),
    "destination": _named(Destination),
    "by": _named(FollowedUpBy),
    "theme": _row(Theme, "slug"),
    "team": _row(Team, "pk"),
    "receiver": _row(Colleague, "pk"),
    "due": _day,
    "other": _reference,
    "into": _reference,
}


def history_line(entry: HistoryEntry, key: bytes) -> LogLine:
    """Returns the line: what, with its details, who and when, and the words that go with it.

    Raises CannotOpen when there are words and the key of the question is gone.
    """
    # Not in the order of the data: PostgreSQL keeps that in one of its own.
    details = ", ".join(filter(None, (says(entry.data[name]) for name, says in SAYS.items() if name in entry.data)))
    what = str(HistoryKind(entry.what).label)
    parts = [f"{what}: {details}" if details else what, str(entry.colleague or ""), moment(entry.at)]
    return LogLine(entry.at, entry.words(key), " · ".join(filter(None, parts)), kind="history")

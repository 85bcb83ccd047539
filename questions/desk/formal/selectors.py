"""The formal matters that a colleague may see, those still to do first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from questions.desk_choices import FormalKind
from questions.formal.terms import answer_due_on
from questions.models import Colleague, FormalMatter
from questions.permissions import readable_by

MOST_DONE = 200
"""How many matters that are done the list shows, the newest first."""


@dataclass(frozen=True)
class MatterRow:
    """A matter in the list, with the last day of its term; `late` when that has passed."""

    matter: FormalMatter
    theme: str
    due_on: date | None
    late: bool


def matters_of(colleague: Colleague) -> QuerySet[FormalMatter]:
    """Returns the matters of questions that this colleague may read, and those whose question is forgotten."""
    return FormalMatter.objects.filter(
        Q(question__isnull=True) | Q(question__in=readable_by(colleague).values("pk"))
    ).select_related("question")


def open_matters(colleague: Colleague, names: dict[str, str], today: date) -> list[MatterRow]:
    """Returns the matters that are not resolved, the oldest first; `names` are those of the themes."""
    found = matters_of(colleague).filter(resolved_on__isnull=True, inadmissible_on__isnull=True)
    return [_row(matter, names, today) for matter in found]


def done_matters(colleague: Colleague, names: dict[str, str], today: date) -> list[MatterRow]:
    """Returns the newest matters that are resolved or not admissible."""
    found = matters_of(colleague).exclude(resolved_on__isnull=True, inadmissible_on__isnull=True)
    return [_row(matter, names, today) for matter in found.order_by("-received_on", "-pk")[:MOST_DONE]]


def _row(matter: FormalMatter, names: dict[str, str], today: date) -> MatterRow:
    due_on = answer_due_on(FormalKind(matter.kind), matter.received_on)
    is_open = matter.resolved_on is None and matter.inadmissible_on is None
    return MatterRow(matter, names.get(matter.theme, matter.theme), due_on, bool(is_open and due_on and today > due_on))

"""The conditions that an editor must look at: those that ended or end soon, and those nobody confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from services.conditions.models import Condition
from services.conditions.rules import SOON, ConditionState
from services.conditions.usage import Dependent, dependents


@dataclass(frozen=True)
class ToReview:
    """A condition that must be looked at, with the reasons and the pages that depend on it."""

    condition: Condition
    state: ConditionState
    unconfirmed: bool
    pages: tuple[Dependent, ...]


def conditions_to_review(now: datetime) -> list[ToReview]:
    """Returns the conditions to look at: those that ended, then those that end soon, then those nobody confirmed."""
    day = timezone.localdate(now)
    rows = list(needing_review(day).select_related("law").prefetch_related("services"))
    pages = dependents(rows)
    return [
        ToReview(row, row.state_on(day), row.confirmed_on is None, tuple(pages[row.pk]))
        for row in sorted(rows, key=lambda row: _urgency(row, day))
    ]


def needing_review(day: date) -> "QuerySet[Condition]":
    """Returns the conditions that must be looked at, seen from this day."""
    return Condition.objects.filter(ended(day) | ending(day) | unconfirmed())


def ended(day: date) -> Q:
    """Returns the filter for conditions whose last day has passed."""
    return Q(valid_until__lt=day)


def ending(day: date) -> Q:
    """Returns the filter for conditions that end within SOON (60 days)."""
    return Q(valid_until__gte=day, valid_until__lte=day + SOON)


def unconfirmed() -> Q:
    """Returns the filter for conditions that nobody confirmed."""
    return Q(confirmed_on=None)


def languages_of(pages: Iterable[Dependent]) -> list[str]:
    """Returns the codes of the languages in which these pages have words of their own, sorted."""
    return sorted({version.language for page in pages for version in page.written})


def _urgency(row: Condition, day: date) -> tuple[int, date, str]:
    order = {ConditionState.ENDED: 0, ConditionState.ENDS_SOON: 1}
    return order.get(row.state_on(day), 2), row.valid_until or date.max, row.slug

"""Days on which the team may be closed: a list proposes them, a person confirms or rejects each.

The list comes from the package `holidays`, which knows the dates and not what this municipality does: it calls Good
Friday a public holiday, and 5 May one only once in five years. Both are proposed every year, marked as doubtful;
nothing is recorded until somebody confirms it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

import holidays
from django.db import IntegrityError, transaction
from django.utils import timezone

from home.cache.generation import changed
from services.hours.models import CalendarException, RejectedClosure

COUNTRY = "NL"
LANGUAGE = "nl"
DOUBTFUL = frozenset({"goede vrijdag", "bevrijdingsdag"})
"""Proposed days on which many offices are open."""
AHEAD = timedelta(days=366)
"""How far ahead the closures should be known."""
WEEKEND = 5


class ProposalState(StrEnum):
    """What was decided about a proposal."""

    PROPOSED = "proposed"
    RECORDED = "recorded"
    REJECTED = "rejected"


class AlreadyJudged(Exception):
    """Raised when somebody decided about this day already."""


@dataclass(frozen=True)
class Proposal:
    """A day on which the team may be closed."""

    day: date
    name: str
    standing: ProposalState = ProposalState.PROPOSED

    @property
    def doubtful(self) -> bool:
        """Returns whether many offices are open on this day."""
        return self.name.casefold() in DOUBTFUL

    @property
    def on_a_weekend(self) -> bool:
        """Returns whether it is a Saturday or Sunday, on which most offices are closed anyway."""
        return self.day.weekday() >= WEEKEND


def days_of(year: int) -> list[Proposal]:
    """Returns the days of a year that the list of holidays proposes, all as not decided yet."""
    listed: Any = holidays.country_holidays(
        COUNTRY, years=year, language=LANGUAGE, categories=(holidays.PUBLIC, holidays.OPTIONAL)
    )
    return [Proposal(day, _with_capitals(name)) for day, name in sorted(listed.items())]


def proposals(year: int) -> list[Proposal]:
    """Returns the proposed days of a year, each with what was decided about it."""
    return _with_decisions(days_of(year))


def closures_to_judge(now: datetime) -> list[Proposal]:
    """Returns the days of the next 366 about which nobody decided yet, for the editors' start screen."""
    today = timezone.localtime(now).date()
    listed = [each for year in (today.year, today.year + 1) for each in days_of(year)]
    ahead = [each for each in listed if today <= each.day <= today + AHEAD]
    return [each for each in _with_decisions(ahead) if each.standing is ProposalState.PROPOSED]


def confirm(proposal: Proposal, now: datetime) -> CalendarException:
    """Closes every calendar on this day. Returns the new exception. Raises AlreadyJudged when the day has one."""
    try:
        with transaction.atomic():
            RejectedClosure.objects.filter(day=proposal.day).delete()
            return CalendarException.objects.create(day=proposal.day, reason=proposal.name, recorded_at=now)
    except IntegrityError as error:
        raise AlreadyJudged from error


def reject(proposal: Proposal, now: datetime, by: Any) -> None:
    """Records that the team is open on this day, so that it is not proposed again.

    Raises AlreadyJudged if it is closed.
    """
    with transaction.atomic():
        if CalendarException.objects.current().filter(day=proposal.day, calendar=None).exists():
            raise AlreadyJudged
        RejectedClosure.objects.get_or_create(
            day=proposal.day, defaults={"name": proposal.name, "judged_at": now, "judged_by": by}
        )


def reconsider(proposal: Proposal, now: datetime) -> None:
    """Takes a decision back: the day has the hours of its week again, and is proposed as before."""
    with transaction.atomic():
        RejectedClosure.objects.filter(day=proposal.day).delete()
        held = CalendarException.objects.current().filter(day=proposal.day, calendar=None)
        if held.update(withdrawn_at=now):
            changed()


def _with_decisions(listed: Iterable[Proposal]) -> list[Proposal]:
    days = [each.day for each in listed]
    held = CalendarException.objects.current().filter(calendar=None, day__in=days)
    recorded = set(held.values_list("day", flat=True))
    rejected = set(RejectedClosure.objects.filter(day__in=days).values_list("day", flat=True))

    def standing(day: date) -> ProposalState:
        if day in recorded:
            return ProposalState.RECORDED
        return ProposalState.REJECTED if day in rejected else ProposalState.PROPOSED

    return [Proposal(each.day, each.name, standing(each.day)) for each in listed]


def _with_capitals(name: str) -> str:
    """Returns a name with capitals as Dutch writes it: Eerste Paasdag."""
    return " ".join(part[:1].upper() + part[1:] for part in name.split())

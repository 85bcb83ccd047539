"""The days of a formal matter, and which of them cannot be. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DayFault(StrEnum):
    """Why a day cannot be."""

    MISSING = "missing"
    FUTURE = "future"
    BEFORE_ASKED = "before-asked"
    BEFORE_RECEIVED = "before-received"
    BEFORE_ADMISSIBLE = "before-admissible"
    BOTH = "both"
    COMPLAINTS_ONLY = "complaints-only"


@dataclass(frozen=True)
class FormalDates:
    """On which day a matter was received, found admissible or not, and resolved; None is not yet."""

    received_on: date | None
    admissible_on: date | None = None
    inadmissible_on: date | None = None
    resolved_on: date | None = None

    def written(self) -> dict[str, str]:
        """Returns the days by name as 2026-03-02, empty for none."""
        return {name: day.isoformat() if day else "" for name, day in vars(self).items()}


def faults_of(dates: FormalDates, *, complaint: bool, today: date, asked_on: date | None = None) -> dict[str, DayFault]:
    """Returns what is wrong with these days, by name; empty when nothing is.

    Only a complaint is found admissible or not. `asked_on` is the day of the question, None once it is forgotten.
    """
    faults: dict[str, DayFault] = {}
    judged = {"admissible_on": dates.admissible_on, "inadmissible_on": dates.inadmissible_on}
    later = {**judged, "resolved_on": dates.resolved_on}
    if dates.received_on is None:
        faults["received_on"] = DayFault.MISSING
    elif asked_on is not None and dates.received_on < asked_on:
        faults["received_on"] = DayFault.BEFORE_ASKED
    for name, day in {"received_on": dates.received_on, **later}.items():
        if day is not None and day > today:
            faults[name] = DayFault.FUTURE
    for name, day in later.items():
        if day is not None and dates.received_on is not None and day < dates.received_on:
            faults.setdefault(name, DayFault.BEFORE_RECEIVED)
    for name, day in judged.items():
        if day is not None and not complaint:
            faults[name] = DayFault.COMPLAINTS_ONLY
        if day is not None and dates.resolved_on is not None and dates.resolved_on < day:
            faults.setdefault("resolved_on", DayFault.BEFORE_ADMISSIBLE)
    if dates.admissible_on is not None and dates.inadmissible_on is not None:
        faults["inadmissible_on"] = DayFault.BOTH
    return faults

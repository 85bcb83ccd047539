"""Which messages stand above a page, and when that changes. Pure: no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from home.languages import TextInLanguage

PLANNED, NOW, OVER = "planned", "now", "over"
SEVERITIES = ("urgent", "warning", "info")


@dataclass(frozen=True)
class Alert:
    """A message, in words for one reader."""

    heading: TextInLanguage
    text: TextInLanguage
    link: str
    link_text: TextInLanguage
    severity: str
    starts: datetime
    ends: datetime | None
    path: str = ""
    district: str = ""
    language: str = ""


def standing(starts: datetime, ends: datetime | None, now: datetime) -> str:
    """Returns `planned`, `now` or `over`. At the moment of its end a message is over."""
    if ends is not None and ends <= now:
        return OVER
    return PLANNED if starts > now else NOW


def shown(
    alerts: Iterable[Alert], *, path: str, districts: frozenset[str], language: str, now: datetime
) -> list[Alert]:
    """Returns the messages for a page at this path (without its language), the weightiest first.

    `districts` are those the page is about, or that its reader chose.
    """
    found = [
        alert
        for alert in alerts
        if standing(alert.starts, alert.ends, now) == NOW
        and begins_with(path, alert.path)
        and (not alert.district or alert.district in districts)
        and alert.language in ("", language)
    ]
    return sorted(found, key=lambda alert: (SEVERITIES.index(alert.severity), alert.starts))


def begins_with(path: str, beginning: str) -> bool:
    """Returns whether a path lies at or below another: `/dienst/` is not below `/diensten/`, nor vice versa."""
    return not beginning.strip("/") or f"{path.strip('/')}/".startswith(f"{beginning.strip('/')}/")


def next_moment(moments: Iterable[datetime | None], now: datetime) -> datetime | None:
    """Returns the first of these moments that is still to come; None when there is none."""
    return min((moment for moment in moments if moment is not None and moment > now), default=None)

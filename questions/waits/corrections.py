"""What a person changed in what figures count: the event on the wait, and who did it and why for the team leader."""

from datetime import datetime

from questions.waits.models import Correction, Wait
from questions.waits.projection import Event
from questions.waits.writer import record

What = Correction.What


def leave_out(wait: Wait, *, reason: str, who: str, at: datetime, now: datetime, what: What = What.EXCLUDED) -> None:
    """Leaves the wait out of the figures, for a reason of ExclusionReason."""
    record(wait, Event.EXCLUDED, at=at, recorded_at=now, reason=reason)
    _write_down(wait, what, reason, who, at)


def take_back(wait: Wait, *, reason: str, who: str, at: datetime, now: datetime) -> None:
    """Counts the wait again, for a reason of TakeBackReason; of ApartReason where a merge is taken apart."""
    record(wait, Event.INCLUDED, at=at, recorded_at=now)
    _write_down(wait, What.INCLUDED, reason, who, at)


def correct_theme_of(wait: Wait, *, theme: str, shown: str, reason: str, who: str, at: datetime, now: datetime) -> None:
    """Writes the corrected theme on the wait, for a reason of ThemeReason.

    It is empty when the resident's choice was right, which is `shown` then.
    """
    record(wait, Event.THEME_CORRECTED, at=at, recorded_at=now, theme=theme)
    _write_down(wait, What.THEME, reason, who, at, theme or shown)


def _write_down(wait: Wait, what: What, reason: str, who: str, at: datetime, theme: str = "") -> None:
    Correction.objects.create(wait=wait, what=what, reason=reason, who=who, at=at, theme=theme)

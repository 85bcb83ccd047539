"""The ordinary week the way other standards want it: every opening time once, with the days on which it holds. Pure."""

from collections.abc import Mapping

from services.timetable import WeekVersion


def days_by_time(version: WeekVersion | None) -> Mapping[tuple[str, str], list[int]]:
    """Opening and closing time (HH:MM) and the days of the week (Monday is 0); hours by appointment are no opening."""
    found: dict[tuple[str, str], list[int]] = {}
    for weekday, intervals in enumerate(version.week if version else ()):
        for interval in intervals:
            if not interval.by_appointment:
                time = (f"{interval.opens:%H:%M}", f"{interval.closes:%H:%M}")
                found.setdefault(time, []).append(weekday)
    return found

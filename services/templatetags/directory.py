"""Tags for themes, help lines, places and hours; docs/templates.md says what they promise."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django import template
from django.db.models import OuterRef, Subquery
from django.template import Context
from django.utils.dates import WEEKDAYS
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from home.facts import filled
from home.languages import current_code
from home.links import path_at
from home.once import once
from services import hours as rules
from services import opening as opening_hours
from services import reading
from services.models import Calendar, Location, LocationPage, Theme
from services.models.facts import facts_by_slug

register = template.Library()


@dataclass(frozen=True)
class DayOfTheWeek:
    """A day and when it is open."""

    day: str
    intervals: tuple[rules.Interval, ...]


@dataclass(frozen=True)
class Opening:
    """What a reader wants to know about hours, now."""

    open: bool
    words: str
    sample: bool
    week: list[DayOfTheWeek]
    exceptions: list[rules.DayException]


@register.simple_tag
def themes() -> list[reading.ThemeForAsking]:
    """The themes one may ask about, in the language of the request."""
    return reading.themes_for_asking(current_code())


@register.simple_tag
def help_lines(theme: Theme | str | None = None) -> list[reading.HelpLineForReading]:
    """The help lines of a theme, or all of them."""
    return reading.help_lines(theme or None, current_code())


@register.simple_tag(takes_context=True)
def locations(context: Context) -> list[Location]:
    """Where the team is, with the address of each page in the language of the request."""
    return once(context, "locations", _locations)


def _locations() -> list[Location]:
    pages = LocationPage.objects.live().filter(location=OuterRef("pk"), locale__language_code=current_code())
    found: list[Location] = list(
        Location.objects.select_related("district", "calendar", "walk_in").annotate(
            path_of_page=Subquery(pages.values("url_path")[:1])
        )
    )
    for location in found:
        location.url = path_at(location.path_of_page)  # type: ignore[attr-defined]
    return found


@register.simple_tag(takes_context=True)
def opening(context: Context, calendar: Calendar | str | None) -> Opening | None:
    """Open or closed, and the week; nothing when there is no such calendar."""
    slug = calendar.slug if isinstance(calendar, Calendar) else calendar
    stamp = once(context, "stamps_of_calendars", opening_hours.stamps).get(slug or "")
    if slug is None or stamp is None:
        return None
    known = opening_hours.calendar(slug, stamp=stamp)
    at = opening_hours.now()
    status = known.status(at)
    today = at.astimezone(ZoneInfo(known.zone)).date()
    version = known.version_on(today)
    week = version.week if version else ((),) * rules.DAYS_IN_WEEK
    return Opening(
        open=status.open,
        words=opening_hours.status_words(status, at),
        sample=stamp.sample,
        week=[DayOfTheWeek(str(WEEKDAYS[number]), intervals) for number, intervals in enumerate(week)],
        exceptions=opening_hours.coming_exceptions(known, today),
    )


@register.filter
def facts(text: str) -> SafeString:
    """A text with its facts filled in."""
    return mark_safe(filled(conditional_escape(text), facts_by_slug()))  # noqa: S308 (escaped, and facts escape themselves)

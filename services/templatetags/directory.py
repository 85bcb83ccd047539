"""Tags for themes, help lines, places and hours; docs/templates.md says what they promise."""

from django import template
from django.db.models import OuterRef, Subquery
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, current_code
from home.pages.closed import open_to_all
from home.pages.links import path_at
from home.text.facts import filled
from home.text.normalise import asked_words
from services.directory.facets import THEME, sift
from services.directory.query import DirectoryQuery
from services.directory.selectors import Entry, organisation_list
from services.facts.models import facts_by_slug
from services.hours.channels import ContactChannel, calendar_for
from services.hours.holiday_names import reason_words
from services.hours.models import Calendar
from services.hours.presenters import OpeningView, VisitView
from services.hours.store import known_calendars, now
from services.pages.models import LocationPage
from services.places.models import Location
from services.themes import selectors
from services.themes.models import Theme
from services.themes.related import Related
from services.themes.related import related as read_related

register = template.Library()

MOST_NAMED = 10
"""How many organisations are shown at most beside the pages that a search found."""


@register.simple_tag
def themes() -> list[selectors.ThemeForAsking]:
    """Returns the themes that somebody can ask about, in the language of the request."""
    return selectors.themes_for_asking(current_code())


@register.simple_tag
def organisations(theme: Theme | str | None = None, limit: int | None = None) -> list[Entry]:
    """Returns the organisations that help with a theme (or all), those with a page first; at most `limit`."""
    found = organisation_list(current_code())
    slug = theme if isinstance(theme, str) or theme is None else theme.slug
    return (list(found.entries) if slug is None else found.about(slug))[:limit]


@register.simple_tag
def organisations_url(theme: Theme | str | None = None) -> str:
    """Returns the address of the directory in the reader's language, for a theme if given; empty without a page."""
    url = organisation_list(current_code()).url
    slug = theme if isinstance(theme, str) or theme is None else theme.slug
    return url + (DirectoryQuery().choosing(THEME, slug).query if url and slug else "")


@register.simple_tag
def organisation_page(name: str) -> str:
    """Returns the address of the page of the organisation with this name, which the directory may specify in brackets.

    Empty when it has none.
    """
    entries = organisation_list(current_code()).entries
    return next(
        (each.url for each in entries if each.url and (each.name == name or each.name.startswith(f"{name} ("))), ""
    )


@register.simple_tag
def organisations_named(query: str) -> list[Entry]:
    """Returns organisations without a page that hold every word of the query: the search of pages cannot find them."""
    words = asked_words(query)
    found = sift(organisation_list(current_code()).entries, {}, words).found if words else []
    return [entry for entry in found if not entry.url][:MOST_NAMED]


@register.simple_tag
def help_lines(theme: Theme | str | None = None) -> list[selectors.HelpLineForReading]:
    """Returns the help lines of a theme; without a theme all of them."""
    return selectors.help_lines(theme or None, current_code())


@register.simple_tag
def locations() -> list[Location]:
    """Returns the locations of the team, each with `url`, its page in the language of the request."""
    return list(_locations(current_code()))


@cached_until_published
def _locations(language: str) -> list[Location]:
    pages = open_to_all(LocationPage.objects.live()).filter(location=OuterRef("pk"), locale__language_code=language)
    found: list[Location] = list(
        Location.objects.select_related("district", "calendar", "walk_in", "phone_hours", "chat_hours").annotate(
            path_of_page=Subquery(pages.values("url_path")[:1])
        )
    )
    for location in found:
        location.url = path_at(location.path_of_page)  # type: ignore[attr-defined]
    return found


@register.simple_tag
def hours_of(location: Location, way: str) -> OpeningView | None:
    """Returns the hours of a channel (`visit`, `walk_in`, `phone`, `chat`) at a location; None when it has none."""
    return opening(calendar_for(location, ContactChannel(way)))


@register.simple_tag
def opening(calendar: Calendar | str | None) -> OpeningView | None:
    """Returns the hours of a calendar with whether it is open now; None when there is no such calendar."""
    slug = calendar.slug if isinstance(calendar, Calendar) else calendar
    known = known_calendars().get(slug or "")
    return OpeningView(known.hours, now(), sample=known.sample) if known else None


@register.simple_tag
def visit_hours(location: int) -> VisitView:
    """Returns when somebody can come by at the location with this number, read with all the others."""
    found = next((each for each in _locations(current_code()) if each.pk == location), None)
    return VisitView(opening(found.calendar), opening(found.walk_in)) if found else VisitView(None, None)


@register.simple_tag
def related(theme: Theme | str | None) -> Related:
    """Returns the pages about a theme: services, guides and frequently asked questions."""
    slug = theme.slug if isinstance(theme, Theme) else theme
    return read_related(slug or "", current_code())


@register.filter
def reason(text: str) -> TextInLanguage:
    """Returns the reason why a day differs from its week; a known holiday in the reader's language."""
    return reason_words(text)


@register.filter
def facts(text: str) -> SafeString:
    """Returns a text as HTML with its facts filled in."""
    return mark_safe(filled(conditional_escape(text), facts_by_slug()))  # noqa: S308 (escaped, and facts escape themselves)

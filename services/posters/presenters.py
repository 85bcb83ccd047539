"""Makes a sheet out of rows and pages: the same facts and words as on the site."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup
from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from home.languages import direction
from home.models import Municipality
from home.pages.closed import open_to_all
from home.pages.links import path_of
from home.pages.presenters import printed
from home.translation.machine_words import MACHINE
from services.hours import store
from services.hours.models import Calendar
from services.hours.week_words import week_html
from services.pages.models import LocationPage
from services.places.models import Location
from services.posters.html_lines import line_in, steps_in
from services.posters.sheet import (
    ContactWay,
    HelpNumber,
    Line,
    Sheet,
    SheetKind,
    SheetTopic,
    TextRun,
    Untranslated,
    bold_beginnings,
)
from services.themes import selectors
from services.themes.models import Theme, ThemePage

EMERGENCY = "noodnummer"
"""The slug of the help line that comes before the others."""
SMALL_MONTHS = {"nl", "pl", "uk"}
"""Languages that write a month without a capital, which Django's names have."""
PHONE = "phone"
"""The slug of the telephone's calendar."""


class NoSuchSheet(LookupError):
    """Raised when the theme or district does not exist, or has no page or location."""


@dataclass(frozen=True)
class Subject:
    """What a sheet is about and where it hangs: the location, and the pages in the language of the sheet."""

    language: str
    location: Location
    page: ThemePage
    team: LocationPage | None

    @property
    def theme(self) -> Theme:
        """Returns the row of the theme."""
        theme: Theme = self.page.theme
        return theme

    @property
    def name_of_team(self) -> str:
        """Returns the name of the team, which may be Dutch in every language."""
        return str(self.team.title if self.team else self.location.name)


def sheet_of(
    kind: SheetKind, theme: str, district: str, language: str, municipality: Municipality, now: datetime
) -> Sheet | Untranslated:
    """Returns the sheet in this language, or the texts that are not translated. Raises NoSuchSheet."""
    with translation.override(language):
        subject = _subject(theme, district, language)
        discreet = is_discreet(kind, subject.theme)
        missing = () if discreet else _untranslated(subject)
        if missing:
            return Untranslated(missing)
        return Sheet(
            kind=kind,
            language=language,
            direction=direction(language),
            organisation=f"{municipality.organisation} {municipality.name}",
            team=subject.name_of_team,
            colour=subject.location.district.colour,
            topic=_neutral(subject) if discreet else _topic(kind, subject),
            ways=_ways(subject.location, municipality, now),
            words=_words(language, now),
        )


def is_discreet(kind: SheetKind, theme: Theme) -> bool:
    """Returns whether the sheet must not name its theme: a flyer may be found at home by the person it warns about."""
    return kind is SheetKind.FLYER and theme.sensitive


def _subject(theme: str, district: str, language: str) -> Subject:
    places = Location.objects.filter(district__slug=district)
    location = places.select_related("district", "calendar", "walk_in").first()
    public = open_to_all(ThemePage.objects.live())
    themes = public.filter(theme__slug=theme, theme__active=True, locale__language_code=language)
    page = themes.select_related("theme", "locale", "alias_of__locale").first()
    if location is None or page is None:
        raise NoSuchSheet(f"{theme} {district} {language}")
    teams = open_to_all(LocationPage.objects.live()).filter(location=location, locale__language_code=language)
    return Subject(language, location, page, teams.select_related("locale", "alias_of__locale").first())


def _untranslated(subject: Subject) -> tuple[str, ...]:
    """Returns the Dutch texts that would be on the sheet: nobody reads a poster in two languages."""
    page, language = subject.page, subject.language
    if page.is_fallback:
        return (page.title,)
    found = [text for text in (page.title, page.summary) if text and page.language_of(text) != language]
    steps = BeautifulSoup(printed(page, "first_steps", links=False), "html.parser")
    found += [leaf.get_text(" ", strip=True) for leaf in steps.select("[lang]:not(bdi)") if leaf["lang"] != language]
    lines = selectors.help_lines(subject.theme, language)
    return (*found, *(str(line.name) for line in lines if line.lang != language))


def _topic(kind: SheetKind, subject: Subject) -> SheetTopic:
    theme, page = subject.theme, subject.page
    steps = steps_in(printed(page, "first_steps", links=False))
    notes = []
    if theme.sensitive:
        notes.append(_("A phone remembers which pages it opened. Use one that nobody else looks at."))
    if page.translation_state == MACHINE:
        notes.append(_("A computer translated this page. Nobody has checked it yet, so there may be mistakes in it."))
    return SheetTopic(
        title=f"{page.title} – {subject.name_of_team}",
        heading=page.title,
        summary=page.summary,
        tint=theme.tint,
        icon=theme.icon,
        address=f"{settings.BASE_URL}{path_of(page)}",
        steps=bold_beginnings(steps) if kind is SheetKind.POSTER else steps,
        numbers=_numbers(theme, subject.language),
        notes=tuple(notes),
    )


def _neutral(subject: Subject) -> SheetTopic:
    """Returns a topic that could be about anything: no theme, no help line, and a code that leads to the team."""
    team = subject.team
    path = path_of(team) if team and not team.is_fallback else f"/{subject.language}/"
    return SheetTopic(
        title=subject.name_of_team,
        heading=_("Shall we look at it together?"),
        summary=_("Ask us. We will help you think it through, free of charge and without obligation."),
        tint=Theme.Tint.BUTTER.value,
        icon="message-2",
        address=f"{settings.BASE_URL}{path}",
    )


def _words(language: str, now: datetime) -> dict[str, str]:
    month = formats.date_format(now.astimezone(ZoneInfo(settings.TIME_ZONE)), "F Y")
    month = month.lower() if language in SMALL_MONTHS else month
    return {
        "steps": _("What you can do first"),
        "scan": _("Scan the code with your phone, or type this address:"),
        "code": _("QR code with the address of the website"),
        "urgent": _("Is there danger now?"),
        "printed": _("Printed: %(month)s. See the website for anything that has changed since.") % {"month": month},
        "example": _("example"),
        "warning": _("Do not hand this out yet: what is marked as an example is made up."),
    }


# --- how to reach the team ---------------------------------------------------------------------------------


def _ways(location: Location, municipality: Municipality, now: datetime) -> tuple[ContactWay, ...]:
    ways = []
    walk_in = _week(location.walk_in, now) if location.walk_in else ()
    if walk_in:
        ways.append(ContactWay("door", _("Walk in without an appointment"), (*walk_in, *_address(location))))
    if municipality.phone:
        number = TextRun(municipality.phone, bold=True, ltr=True, sample=municipality.phone_is_sample)
        hours = Calendar.objects.filter(slug=PHONE).first()
        ways.append(ContactWay("phone", _("Call us"), ((number,), *(_week(hours, now) if hours else ()))))
    opened = _week(location.calendar, now)
    if opened:
        ways.append(ContactWay("clock", _("Opening hours"), opened if walk_in else (*opened, *_address(location))))
    return tuple(ways)


def _address(location: Location) -> tuple[Line, ...]:
    """Returns the address as a line if it is no example, else nothing: paper cannot be taken back."""
    return ((TextRun(location.address, ltr=True),),) if location.address and not location.address_is_sample else ()


def _week(calendar: Calendar, now: datetime) -> tuple[Line, ...]:
    """Returns the week in force today as one line; empty when it has no hours."""
    known = store.load_calendar(calendar.slug)
    version = known.version_on(now.astimezone(ZoneInfo(known.zone)).date())
    if version is None or not any(version.week):
        return ()
    return (line_in(week_html(version.week), sample=calendar.sample),)


def _numbers(theme: Theme, language: str) -> tuple[HelpNumber, ...]:
    lines = sorted(selectors.help_lines(theme, language), key=lambda line: line.slug != EMERGENCY)
    return tuple(HelpNumber(str(line.name), line.number, not line.link, line.name.lang) for line in lines)

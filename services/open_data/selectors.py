"""Reads rows and pages into records. What must not be published is left out here, once, for every standard."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from babel import Locale as LocaleData
from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, source_code
from home.models import BasePage, Municipality
from home.pages.closed import open_to_all
from home.pages.links import path_of
from home.pages.selectors import load_pages
from services.conditions.models import Condition
from services.conditions.rules import holds
from services.directory.models import Organisation
from services.facts.models import Fact, facts_by_slug
from services.hours.models import Calendar
from services.hours.store import known_calendars
from services.offers.choices import Cost, OrganisationKind, Wheelchair
from services.offers.models import Service, SpokenLanguage
from services.offers.selectors import audience_names
from services.open_data.plain import plain
from services.open_data.records import PlaceRecord, ProviderRecord, ServiceRecord, TermRecord
from services.places.models import Location
from services.themes.selectors import theme_names

Thing = TypeVar("Thing")

TEAM = "wijkteam"
"""The slug of the neighbourhood team among the providers."""
OFFICE = "office"
"""The slug of the calendar of services that have none of their own."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
FACETS = ("themes", "districts", "audiences", "languages")


@cached_until_published
def records(language: str, day: date) -> tuple[ServiceRecord, ...]:
    """Returns the record of every service and organisation that residents may read about, in a stable order."""
    return _in_language(language, lambda: tuple(_Reading(language, day).records()))


@cached_until_published
def record_of(row: Service | Organisation, language: str, day: date) -> ServiceRecord | None:
    """Returns the record of one service or organisation; None when it is not active, or a service has no page."""
    return _in_language(language, lambda: next(_Reading(language, day, row).records(), None))


def team(language: str, day: date) -> ProviderRecord:
    """Returns the record of the neighbourhood team as a provider."""
    return _team_and_places(language, day)[0]


def places(language: str, day: date) -> tuple[PlaceRecord, ...]:
    """Returns the records of the team's locations."""
    return _team_and_places(language, day)[1]


@cached_until_published
def _team_and_places(language: str, day: date) -> tuple[ProviderRecord, tuple[PlaceRecord, ...]]:
    reading = _Reading(language, day)
    return _in_language(language, lambda: (reading.team, reading.places))


def _in_language(language: str, read: Callable[[], Thing]) -> Thing:
    with translation.override(language):
        return read()


class _Reading:
    """Reads the records of one language; each part is read when it is first needed, all its rows at once."""

    def __init__(self, language: str, day: date, only: Service | Organisation | None = None) -> None:
        self.language = language
        self.day = day
        self.only = only

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return facts_by_slug()

    @cached_property
    def themes(self) -> Mapping[str, TextInLanguage]:
        return theme_names(self.language)

    @cached_property
    def audiences(self) -> Mapping[str, TextInLanguage]:
        return audience_names(self.language)

    @cached_property
    def spoken(self) -> Mapping[str, str]:
        known = LocaleData.parse(self.language).languages
        return {each.code: known.get(each.code, each.name) for each in SpokenLanguage.objects.all()}

    @cached_property
    def pages(self) -> Mapping[tuple[str, int], BasePage]:
        return _pages(self.language, self.only)

    @cached_property
    def place(self) -> Municipality:
        return _municipality()

    @cached_property
    def whole_town(self) -> tuple[TermRecord, ...]:
        return (TermRecord("gemeente", self.place.name),)

    @cached_property
    def ages(self) -> Mapping[int, tuple[int | None, int | None]]:
        return _ages(self.day)

    @cached_property
    def team(self) -> ProviderRecord:
        return self._team()

    @cached_property
    def places(self) -> tuple[PlaceRecord, ...]:
        return tuple(self._places())

    def records(self) -> Iterator[ServiceRecord]:
        for service in self._rows(Service, "organisation__phone", "calendar"):
            page = self.pages.get(("service", service.pk))
            if page is not None:
                yield self._service(service, page)
        for organisation in self._rows(Organisation, "phone", "calendar"):
            yield self._organisation(organisation)

    def _rows(self, model: type[Any], *related: str) -> Iterable[Any]:
        """Returns the active rows of a model with their facets, or only the one that is asked for."""
        if self.only is not None and not isinstance(self.only, model):
            return ()
        rows = model.objects.filter(active=True).select_related(*related).prefetch_related(*FACETS)
        return rows.filter(pk=self.only.pk) if self.only is not None else rows

    def _service(self, service: Service, page: Any) -> ServiceRecord:
        provider = self._provider(service.organisation) if service.organisation else self.team
        return ServiceRecord(
            slug=f"dienst/{service.slug}",
            name=page.title,
            language=page.words_language,
            description=page.summary or self._text(page.what),
            url=_address(page),
            provider=provider,
            how=self._text(page.how),
            fees=self._text(page.cost),
            for_whom=self._text(page.for_whom),
            bring=self._text(page.bring),
            phone=provider.phone,
            hours=self._hours(service.calendar) or (None if service.organisation else self._hours_of(OFFICE)),
            places=() if service.organisation else self.places,
            upl=service.upl,
            upl_uri=service.upl_uri,
            confirmed_on=service.confirmed_on or page.confirmed_on,
            modified=page.last_published_at or NEVER,
            minimum_age=self.ages.get(service.pk, (None, None))[0],
            maximum_age=self.ages.get(service.pk, (None, None))[1],
            **self._facets(service),
        )

    def _organisation(self, row: Organisation) -> ServiceRecord:
        page: Any = self.pages.get(("organisation", row.pk))
        provider = self._provider(row)
        return ServiceRecord(
            slug=f"organisatie/{row.slug}",
            name=row.name,
            language=page.words_language if page else self.language,
            description=provider.description,
            url=provider.url,
            provider=provider,
            how=self._text(page.how) if page else "",
            fees=self._text(page.cost) if page else "",
            for_whom=self._text(page.for_whom) if page else "",
            bring="",
            phone=provider.phone,
            hours=self._hours(row.calendar),
            places=tuple(self._place_of(row)),
            upl="",
            upl_uri="",
            confirmed_on=row.confirmed_on,
            modified=(page.last_published_at if page else None) or NEVER,
            minimum_age=None,
            maximum_age=None,
            **self._facets(row),
        )

    def _facets(self, row: Any) -> dict[str, Any]:
        """Returns the fields that services and organisations share. An empty list means no restriction."""
        themes = [_named(each, self.themes) for each in row.themes.all()]
        audiences = [_named(each, self.audiences) for each in row.audiences.all()]
        areas = [TermRecord(each.slug, each.name) for each in row.districts.all()]
        return {
            "themes": tuple(themes),
            "audiences": tuple(audiences),
            "areas": self.whole_town if getattr(row, "hidden_place", False) else tuple(areas) or self.whole_town,
            "languages": tuple(TermRecord(each.code, self.spoken[each.code]) for each in row.languages.all()),
            "wheelchair": {Wheelchair.YES.value: True, Wheelchair.NO.value: False}.get(row.wheelchair),
            "free": row.cost == Cost.FREE,
        }

    def _team(self) -> ProviderRecord:
        home = self.pages.get(("home", 0))
        name = f"{self.place.organisation} {self.place.name}"
        return ProviderRecord(
            slug=TEAM,
            name=name,
            description=(home.summary if home else "") or name,
            url=_address(home) if home else settings.BASE_URL,
            website=_address(home) if home else settings.BASE_URL,
            phone="" if self.place.phone_is_sample else self.place.phone,
            mail="" if self.place.mail_is_sample else self.place.mail,
            of_the_municipality=True,
        )

    def _provider(self, row: Organisation) -> ProviderRecord:
        page = self.pages.get(("organisation", row.pk))
        return ProviderRecord(
            slug=row.slug,
            name=row.name,
            description=(page.summary if page else "") or str(row.get_kind_display()),
            url=_address(page) if page else "",
            website="" if row.website_is_sample else row.website,
            phone=row.phone.value if row.phone and not row.phone.sample else "",
            mail="" if row.mail_is_sample else row.mail,
            of_the_municipality=row.kind == OrganisationKind.MUNICIPALITY,
        )

    def _place_of(self, row: Organisation) -> Iterable[PlaceRecord]:
        if row.hidden_place or row.address_confirmed_on is None:
            return
        yield PlaceRecord(
            slug=row.slug,
            name=row.name,
            district="",
            address=row.address,
            town=self.place.name,
            latitude=row.latitude,
            longitude=row.longitude,
            hours=self._hours(row.calendar),
            url=self._provider(row).url,
        )

    def _places(self) -> Iterable[PlaceRecord]:
        for location in Location.objects.select_related("district", "calendar"):
            page = self.pages.get(("location", location.pk))
            yield PlaceRecord(
                slug=location.slug,
                name=location.name,
                district=location.district.name,
                address="" if location.address_is_sample else location.address,
                town=self.place.name,
                latitude=None,
                longitude=None,
                hours=self._hours(location.calendar),
                url=_address(page) if page else "",
            )

    def _hours(self, calendar: Calendar | None) -> Any:
        return self._hours_of(calendar.slug) if calendar else None

    def _hours_of(self, slug: str) -> Any:
        known = known_calendars().get(slug)
        return known.hours if known and not known.sample else None

    def _text(self, html: str) -> str:
        return plain(html, self.facts)


def _pages(language: str, only: Service | Organisation | None) -> Mapping[tuple[str, int], BasePage]:
    """Returns the live public pages of rows in this language, by kind and the number of the row.

    With `only`, of services and organisations just the page of that one.
    """
    live = open_to_all(Page.objects.live()).filter(locale__language_code=language)
    wanted = Q(content_type__model__in=_MODELS)
    if only is not None:
        kind = str(only._meta.model_name)
        wanted = Q(content_type__model__in=["homepage", "locationpage"]) | Q(**{f"{kind}page__{kind}": only.pk})
    found: dict[tuple[str, int], BasePage] = {}
    for page in load_pages(live.filter(wanted)):
        kind, row = _MODELS[str(page._meta.model_name)]
        found[kind, getattr(page, row) if row else 0] = page
    return {key: page for key, page in found.items() if key[1] is not None}


_MODELS = {
    "servicepage": ("service", "service_id"),
    "organisationpage": ("organisation", "organisation_id"),
    "locationpage": ("location", "location_id"),
    "homepage": ("home", ""),
}


def _named(row: Any, names: Mapping[str, TextInLanguage]) -> TermRecord:
    """Returns the term of a theme or an audience, named in the language that was asked for, else in Dutch."""
    name = names.get(row.slug, TextInLanguage(row.name, source_code()))
    return TermRecord(row.slug, str(name), name.lang)


def _ages(day: date) -> dict[int, tuple[int | None, int | None]]:
    """Returns the lowest and the highest age per service, from confirmed conditions that hold on this day.

    With more than one condition somebody who meets any of them may come, so the widest ages count. None is no limit.
    """
    youngest: dict[int, list[int | None]] = defaultdict(list)
    oldest: dict[int, list[int | None]] = defaultdict(list)
    confirmed = Condition.objects.exclude(confirmed_on=None).exclude(minimum_age=None, maximum_age=None)
    for condition in confirmed.prefetch_related("services"):
        if holds(condition.valid_from, condition.valid_until, day):
            for service in condition.services.all():
                youngest[service.pk].append(condition.minimum_age)
                oldest[service.pk].append(condition.maximum_age)
    return {service: (_widest(min, youngest[service]), _widest(max, oldest[service])) for service in youngest}


def _widest(choose: Callable[[list[int]], int], ages: list[int | None]) -> int | None:
    """Returns the widest of these ages; None, which is no limit, when one of them is None."""
    known = [age for age in ages if age is not None]
    return choose(known) if len(known) == len(ages) else None


def _municipality() -> Municipality:
    site = Site.objects.filter(is_default_site=True).first()
    return Municipality.for_site(site) if site else Municipality()


def _address(page: Page) -> str:
    return f"{settings.BASE_URL}{path_of(page)}"

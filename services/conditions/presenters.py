"""Conditions as residents read them: the words of the page with the data of the row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, locales, source_code
from home.pages.closed import open_to_all
from home.pages.presenters import in_language_of, printed, printed_part
from home.pages.selectors import fill_pages
from home.translation.states import TranslationState
from services.conditions.models import Condition, ConditionsPage
from services.conditions.rules import holds
from services.pages.models import ServicePage


@dataclass(frozen=True)
class ConditionView:
    """A condition in the words of a page, as HTML for readers of one language."""

    slug: str
    law: str
    question: SafeString
    met: SafeString
    unmet: SafeString
    explanation: SafeString
    law_name: str
    law_url: str
    article: str
    source: str
    source_date: date | None
    confirmed_on: date | None
    valid_from: date | None
    valid_until: date | None
    minimum_age: int | None
    maximum_age: int | None
    residence: str
    services: frozenset[str]
    route: str

    def holds_on(self, day: date) -> bool:
        """Returns whether it holds on this day."""
        return holds(self.valid_from, self.valid_until, day)

    @property
    def has_ages(self) -> bool:
        """Returns whether it has a lowest or a highest age."""
        return self.minimum_age is not None or self.maximum_age is not None


@dataclass(frozen=True)
class LawView:
    """A law in the words of its page, with all its conditions, those that do not hold today too."""

    slug: str
    short_name: str
    title: TextInLanguage
    summary: TextInLanguage
    url: str
    theme: str
    sensitive: bool
    icon: str
    tint: str
    what_else: SafeString
    translated: TranslationState
    conditions: tuple[ConditionView, ...]

    def valid(self, day: date) -> tuple[ConditionView, ...]:
        """Returns the conditions that hold on this day."""
        return tuple(each for each in self.conditions if each.holds_on(day))


@dataclass(frozen=True)
class ServiceView:
    """A service in the words of its page."""

    slug: str
    title: TextInLanguage
    summary: TextInLanguage
    url: str
    icon: str
    tint: str


def conditions_on(page: ConditionsPage, request: HttpRequest | None = None) -> list[ConditionView]:
    """Returns the conditions on a page in the words it has now (a preview too), whether or not they hold."""
    named = [block.value["condition"] for block in page.conditions]
    return _condition_views(page, rows_named(named), request)


def conditions_context(page: ConditionsPage, request: HttpRequest) -> dict[str, Any]:
    """Returns the context for the template of the page: the conditions that hold today, and those that begin later."""
    views = conditions_on(page, request)
    day = timezone.localdate()
    return {
        "valid": [each for each in views if each.holds_on(day)],
        "coming": [each for each in views if each.valid_from and day < each.valid_from],
    }


def conditions_of_service(service: str, language: str, day: date) -> list[ConditionView]:
    """Returns the conditions for a service that hold on this day: its own, after those for all help under their law."""
    found: list[ConditionView] = []
    for law in law_views(language).values():
        valid = law.valid(day)
        own = [each for each in valid if service in each.services]
        if own:
            found += [each for each in valid if not each.services] + own
    return found


def changes_tonight(at: datetime) -> list[datetime]:
    """Returns the coming midnight if a condition begins or ends at it, else nothing; no page is kept past it."""
    today = timezone.localdate(at)
    tomorrow = today + timedelta(1)
    every_condition = (each for law in law_views(source_code()).values() for each in law.conditions)
    if any(each.valid_from == tomorrow or each.valid_until == today for each in every_condition):
        return [datetime.combine(tomorrow, time.min, tzinfo=timezone.get_default_timezone())]
    return []


def rows_named(slugs: Iterable[str]) -> dict[str, Condition]:
    """Returns the conditions with these slugs by slug, with their law and services; unknown slugs are left out."""
    rows = Condition.objects.filter(slug__in=set(slugs)).select_related("law").prefetch_related("services")
    return {row.slug: row for row in rows}


@cached_until_published
def law_views(language: str) -> dict[str, LawView]:
    """Returns every law with a live page in this language, by its slug and in order."""
    pages = list(
        open_to_all(ConditionsPage.objects.live())
        .filter(locale__language_code=language)
        .select_related("law__theme")
        .order_by("law__order", "law__slug", "path")
    )
    fill_pages(pages, locales())
    rows = rows_named(block.value["condition"] for page in pages for block in page.conditions)
    with translation.override(language):
        return {page.law.slug: _law(page, rows) for page in pages}


def _law(page: ConditionsPage, rows: Mapping[str, Condition]) -> LawView:
    theme = page.law.theme
    return LawView(
        slug=page.law.slug,
        short_name=page.law.short_name,
        title=in_language_of(page, page.title),
        summary=in_language_of(page, page.summary),
        url=page.url or "",
        theme=theme.slug if theme else "",
        sensitive=bool(theme and theme.sensitive),
        icon=theme.icon if theme else "",
        tint=theme.tint if theme else "",
        what_else=printed(page, "what_else"),
        translated=page.translated,
        conditions=tuple(_condition_views(page, rows)),
    )


def _condition_views(
    page: ConditionsPage, rows: Mapping[str, Condition], request: HttpRequest | None = None
) -> list[ConditionView]:
    views = []
    for block in page.conditions:
        row = rows.get(block.value["condition"])
        if row is None:
            continue
        parts = {
            name: printed_part(page, block.value[name], request=request)
            for name in ("question", "met", "unmet", "explanation")
        }
        views.append(
            ConditionView(
                **parts,
                slug=row.slug,
                law=row.law.slug,
                law_name=row.law.short_name,
                law_url=row.law.url,
                article=row.article,
                source=row.source,
                source_date=row.source_date,
                confirmed_on=row.confirmed_on,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
                minimum_age=row.minimum_age,
                maximum_age=row.maximum_age,
                residence=row.residence,
                services=frozenset(service.slug for service in row.services.all()),
                route=row.route,
            )
        )
    return views


@cached_until_published
def service_views(language: str) -> dict[str, ServiceView]:
    """Returns every service with a live page in this language, by its slug."""
    pages = list(
        open_to_all(ServicePage.objects.live())
        .filter(locale__language_code=language, service__isnull=False)
        .select_related("service", "theme")
        .order_by("path")
    )
    fill_pages(pages, locales())
    return {
        page.service.slug: ServiceView(
            slug=page.service.slug,
            title=in_language_of(page, page.title),
            summary=in_language_of(page, page.summary),
            url=page.url or "",
            icon=page.theme.icon if page.theme else "",
            tint=page.theme.tint if page.theme else "",
        )
        for page in pages
    }

"""The pages that name a condition or show it through a service, each with its translations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from home.languages import locales, source_code
from home.pages.base import BasePage
from home.pages.selectors import fill_pages
from services.conditions.models import Condition, ConditionsPage
from services.pages.models import ServicePage


@dataclass(frozen=True)
class Version:
    """A page in one language."""

    number: int
    language: str
    fallback: bool
    """Whether it has no words of its own and shows those of another language."""


@dataclass(frozen=True)
class Dependent:
    """A page that depends on a condition, in every language in which it exists, the source language first."""

    title: str
    kind: str
    versions: tuple[Version, ...]

    @property
    def written(self) -> tuple[Version, ...]:
        """Returns the versions with words of their own."""
        return tuple(version for version in self.versions if not version.fallback)


def dependents(conditions: Iterable[Condition]) -> dict[int, list[Dependent]]:
    """Returns the pages that depend on each condition, by its number: those that name it, and those of its services.

    A condition without services counts for every service of its law.
    """
    conditions = list(conditions)
    telling = list(ConditionsPage.objects.all())
    showing = list(ServicePage.objects.filter(service__isnull=False).select_related("service"))
    fill_pages([*telling, *showing], locales())
    named = {page.pk: page.condition_slugs for page in telling}
    of_law: dict[int, set[str]] = {}
    for row in Condition.objects.prefetch_related("services"):
        of_law.setdefault(row.law_id, set()).update(service.slug for service in row.services.all())
    found = {}
    for condition in conditions:
        own = {service.slug for service in condition.services.all()} or of_law.get(condition.law_id, set())
        pages: list[BasePage] = [page for page in telling if condition.slug in named[page.pk]]
        pages += [page for page in showing if page.service and page.service.slug in own]
        found[condition.pk] = _by_page(pages)
    return found


def _by_page(pages: Iterable[BasePage]) -> list[Dependent]:
    together: dict[object, list[BasePage]] = {}
    for page in pages:
        together.setdefault(page.translation_key, []).append(page)
    order = {code: number for number, (code, _name) in enumerate(settings.LANGUAGES)}
    order[source_code()] = -1
    return [_dependent(versions, order) for versions in together.values()]


def _dependent(pages: list[BasePage], order: Mapping[str, int]) -> Dependent:
    pages = sorted(pages, key=lambda page: order.get(page.locale.language_code, len(order)))
    versions = tuple(Version(page.pk, page.locale.language_code, page.is_fallback) for page in pages)
    return Dependent(str(pages[0].title), str(pages[0]._meta.verbose_name), versions)

"""The organisations as readers of one language see them: plain data, read in a fixed number of queries and kept.

An organisation with a hidden place has no district here: choosing a district would give away where it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from babel import Locale as LocaleData
from babel import UnknownLocaleError
from django.db.models import QuerySet
from django.utils import translation

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, source_code
from home.pages.closed import open_to_all
from home.pages.links import path_at
from home.pages.presenters import in_language_of
from home.text.normalise import index_of
from services.directory import facets
from services.directory.distance import Point
from services.directory.models import Organisation
from services.directory.pages import DirectoryPage, OrganisationPage
from services.directory.sorting import sort_key
from services.offers.choices import ICONS, TINTS, Cost, OrganisationKind, Wheelchair
from services.offers.models import SpokenLanguage
from services.offers.selectors import audience_names
from services.places.models import District
from services.themes.selectors import ThemeForAsking, themes_for_asking

COSTS = {Cost.FREE: "gratis", Cost.CONTRIBUTION: "bijdrage", Cost.DEPENDS: "verschilt"}
YES, AT_HOME, ONLINE = "ja", "thuis", "online"
LISTS = {
    facets.THEME: "themes",
    facets.DISTRICT: "districts",
    facets.AUDIENCE: "audiences",
    facets.LANGUAGE: "languages",
}


@dataclass(frozen=True)
class Entry:
    """An organisation as the list has it, in one language."""

    slug: str
    name: TextInLanguage
    summary: TextInLanguage
    url: str
    kind: str
    kind_name: str
    icon: str
    tint: str
    facets: Mapping[str, frozenset[str]]
    phone: str
    phone_link: str
    website: str
    website_is_sample: bool
    address: str
    point: Point | None
    line: str = field(repr=False)
    name_line: str = field(repr=False)
    key: Any = field(repr=False)


@dataclass(frozen=True)
class Labels:
    """The names of the values that can be chosen, per facet, in order."""

    themes: Mapping[str, ThemeForAsking]
    names: Mapping[str, Mapping[str, str]]
    colours: Mapping[str, str]
    """The colour of each district."""

    @property
    def known(self) -> dict[str, frozenset[str]]:
        """Returns the values that can be chosen, per facet."""
        return {facet: frozenset(names) for facet, names in self.names.items()}


@dataclass(frozen=True)
class OrganisationList:
    """All organisations in one language, sorted by name, and the names of their facets."""

    entries: tuple[Entry, ...]
    labels: Labels
    by_slug: Mapping[str, Entry]
    url: str
    """The path of the directory in this language; empty while it has no page."""

    def about(self, theme: str) -> list[Entry]:
        """Returns the organisations that help with a theme; those with a page, and so more to read, first."""
        found = [entry for entry in self.entries if theme in entry.facets[facets.THEME]]
        return sorted(found, key=lambda entry: not entry.url)


@cached_until_published
def organisation_list(language: str) -> OrganisationList:
    """Returns all active organisations for readers of this language."""
    with translation.override(language):
        labels = _labels(language)
        entries = sorted(_entries(language, labels), key=lambda entry: (entry.key, entry.slug))
    return OrganisationList(tuple(entries), labels, {entry.slug: entry for entry in entries}, _url(language))


def _url(language: str) -> str:
    pages = open_to_all(DirectoryPage.objects.live()).filter(locale__language_code=language).order_by("path")
    return path_at(pages.values_list("url_path", flat=True).first())


def _labels(language: str) -> Labels:
    themes = {theme.slug: theme for theme in themes_for_asking(language)}
    districts = list(District.objects.all())
    cost = {COSTS[Cost(value)]: str(label) for value, label in Cost.choices if value in COSTS}
    return Labels(
        themes=themes,
        colours={district.slug: district.colour for district in districts},
        names={
            facets.THEME: {slug: theme.title for slug, theme in themes.items()},
            facets.DISTRICT: {district.slug: district.name for district in districts},
            facets.AUDIENCE: audience_names(language),
            facets.COST: cost,
            facets.LANGUAGE: _language_names(language),
            facets.WHEELCHAIR: {YES: translation.gettext("Wheelchair accessible")},
            facets.PLACE: {
                AT_HOME: translation.gettext("They come to your home"),
                ONLINE: translation.gettext("Online"),
            },
        },
    )


def _language_names(language: str) -> dict[str, str]:
    found = {}
    for code, name in SpokenLanguage.objects.values_list("code", "name"):
        known = language_name(code, language)
        found[code] = TextInLanguage(known, language) if known else TextInLanguage(name, source_code())
    return dict(sorted(found.items(), key=lambda each: sort_key(each[1], language)))


def language_name(code: str, language: str) -> str:
    """Returns the name of a language in another language; empty when it is not known."""
    try:
        name: str = LocaleData.parse(language).languages.get(code, "")
    except (UnknownLocaleError, ValueError):
        return ""
    return name[:1].upper() + name[1:]


def _entries(language: str, labels: Labels) -> Iterable[Entry]:
    values = {facet: _values(name) for facet, name in LISTS.items()}
    pages = _pages(language)
    kinds = {
        kind: (str(label), ICONS[kind], TINTS[kind], index_of(str(label))) for kind, label in OrganisationKind.choices
    }
    # The names of facets come back in many rows: their words are taken apart once.
    lines = {facet: {value: index_of(name) for value, name in labels.names[facet].items()} for facet in LISTS}
    for row in Organisation.objects.active().select_related("phone"):
        page = pages.get(row.pk)
        own = {facet: found[row.pk] for facet, found in values.items()}
        if row.hidden_place:
            own[facets.DISTRICT] = frozenset()
        own[facets.COST] = frozenset({COSTS[Cost(row.cost)]} if row.cost in COSTS else ())
        own[facets.WHEELCHAIR] = frozenset({YES} if row.wheelchair == Wheelchair.YES else ())
        own[facets.PLACE] = frozenset(name for name, given in ((AT_HOME, row.at_home), (ONLINE, row.online)) if given)
        name = in_language_of(page, page.title) if page else TextInLanguage(row.name, source_code())
        summary = in_language_of(page, page.summary) if page else TextInLanguage("", source_code())
        kind_name, icon, tint, kind_line = kinds[row.kind]
        own_line = index_of(f"{name} {summary}" if name == row.name else f"{name} {row.name} {summary}")
        yield Entry(
            slug=row.slug,
            name=name,
            summary=summary,
            url=path_at(page.url_path) or "" if page else "",
            kind=row.kind,
            kind_name=kind_name,
            icon=icon,
            tint=tint,
            facets=own,
            phone=row.phone.value if row.phone else "",
            phone_link=row.phone.link if row.phone else "",
            website=row.website,
            website_is_sample=row.website_is_sample,
            address=row.address if row.address_confirmed_on and not row.hidden_place else "",
            point=row.point,
            line=own_line + kind_line + "".join(_lines(own, lines)),
            name_line=index_of(name) if summary else own_line,
            key=sort_key(name, language),
        )


def _lines(own: Mapping[str, frozenset[str]], lines: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    """Yields the names of the values it has, for the search."""
    for facet, words in lines.items():
        yield from (words[value] for value in sorted(own[facet]) if value in words)


def _values(name: str) -> Mapping[int, frozenset[str]]:
    """Returns the slugs or codes that each organisation has in one of its lists, by its number."""
    relation: Any = Organisation._meta.get_field(name)
    through = relation.remote_field.through
    target = relation.m2m_reverse_field_name()
    word = "code" if relation.related_model is SpokenLanguage else "slug"
    found: dict[int, set[str]] = defaultdict(set)
    pairs = through._default_manager.values_list("organisation_id", f"{target}__{word}")
    for number, value in pairs:
        found[number].add(value)
    return defaultdict(frozenset, {number: frozenset(each) for number, each in found.items()})


def _pages(language: str) -> dict[int, OrganisationPage]:
    """Returns the page of each organisation by its number: in this language, else the Dutch one."""
    found: QuerySet[OrganisationPage] = (
        open_to_all(OrganisationPage.objects.live())
        .filter(locale__language_code__in=[language, source_code()])
        .select_related("locale", "alias_of__locale")
        .defer(*OrganisationPage.ANATOMY)
    )
    pages: dict[int, OrganisationPage] = {}
    for page in found:
        page.words_language = page.alias_of.locale.language_code if page.alias_of_id else page.locale.language_code
        if page.locale.language_code == language or page.organisation_id not in pages:
            pages[page.organisation_id] = page
    return pages

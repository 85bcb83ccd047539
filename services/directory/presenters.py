"""The directory as a reader sees it: what was found, what can be chosen, what was chosen, and what to drop."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from home.pages.sensitive import CHOSEN
from home.text.normalise import asked_words
from services.directory import facets
from services.directory.distance import distance_km
from services.directory.facets import Sifted, is_meant, sift
from services.directory.models import Organisation, Postcode
from services.directory.pages import DirectoryPage, OrganisationPage
from services.directory.query import IN_ADDRESS, POSTCODE, TEXT, DirectoryQuery, directory_query
from services.directory.selectors import Entry, Labels, OrganisationList, organisation_list
from services.directory.town_map import Drawing, drawing, file
from services.directory.view_models import (
    ActiveFilter,
    DistrictView,
    FacetChoice,
    FacetView,
    Hit,
    Near,
    OrganisationView,
    PageLink,
    WayOut,
)
from services.offers.choices import Wheelchair
from services.themes.selectors import ThemeForAsking

PER_PAGE = 24


class Directory:
    """Everything that the template of the directory shows."""

    def __init__(self, asked: DirectoryQuery, found: OrganisationList, near: Near | None) -> None:
        self.asked = asked
        self.listed = found
        self.near = near
        self.chosen = dict(asked.chosen)
        if near and near.known:  # who chose a district too knows better than the table
            self.chosen.setdefault(facets.DISTRICT, near.district)
        self.sifted: Sifted[Entry] = sift(found.entries, self.chosen, asked_words(asked.text))

    @property
    def labels(self) -> Labels:
        """Returns the names of everything that can be chosen."""
        return self.listed.labels

    @property
    def total(self) -> int:
        """Returns how many organisations were found."""
        return len(self.sifted.found)

    @cached_property
    def page(self) -> Page[Entry]:
        """Returns the page of the list that was asked for; the last one for a number that does not exist."""
        found = sorted(self.sifted.found, key=self._order) if self._ordered else self.sifted.found
        return Paginator(found, PER_PAGE).get_page(self.asked.page)

    @cached_property
    def hits(self) -> list[Hit]:
        """Returns the organisations on this page of the list."""
        return [self.hit(entry) for entry in self.page]

    @property
    def meant(self) -> list[Hit]:
        """Returns the organisations on this page that are for the chosen district or people in particular."""
        return [hit for hit in self.hits if self.has_for_all and is_meant(hit.entry, self.chosen)]

    @property
    def others(self) -> list[Hit]:
        """Returns the other organisations on this page."""
        return [hit for hit in self.hits if not (self.has_for_all and is_meant(hit.entry, self.chosen))]

    @property
    def has_for_all(self) -> bool:
        """Returns whether a value was chosen in a facet in which some organisations are for everybody."""
        return bool(facets.OPEN & set(self.chosen))

    @property
    def theme(self) -> ThemeForAsking | None:
        """Returns the theme that was chosen; None when none was."""
        return self.labels.themes.get(self.chosen.get(facets.THEME, ""))

    @property
    def district(self) -> str:
        """Returns the name of the district that was chosen or goes with the postcode; empty when there is none."""
        return self.labels.names[facets.DISTRICT].get(self.chosen.get(facets.DISTRICT, ""), "")

    # --- choosing -----------------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> dict[str, FacetView]:
        """Returns every facet with its values, without those that would find nothing."""
        return {name: self._facet(name) for name in IN_ADDRESS}

    def _facet(self, name: str) -> FacetView:
        chosen = self.chosen.get(name, "")
        choices = [
            FacetChoice(value, label, self.sifted.count(name, value), value == chosen)
            for value, label in self.labels.names[name].items()
        ]
        return FacetView(IN_ADDRESS[name], [each for each in choices if each.count or each.selected])

    @cached_property
    def silent(self) -> bool:
        """Returns whether wheelchairs and languages, which matter most at a door, are not known of any organisation."""
        names = (facets.LANGUAGE, facets.WHEELCHAIR)
        return not any(entry.facets[name] for entry in self.listed.entries for name in names)

    @cached_property
    def page_links(self) -> list[PageLink]:
        """Returns the links to the pages of the list; numbers that are left out are one link without a query."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        return [PageLink(str(each), self.page_query(each) if isinstance(each, int) else "") for each in numbers]

    def page_query(self, number: int) -> str:
        """Returns the query string of a page of this list."""
        return self.asked.on_page(number).query

    @property
    def earlier(self) -> str | None:
        """Returns the query string of the page before; None on the first."""
        return self.page_query(self.page.previous_page_number()) if self.page.has_previous() else None

    @property
    def later(self) -> str | None:
        """Returns the query string of the page after; None on the last."""
        return self.page_query(self.page.next_page_number()) if self.page.has_next() else None

    @cached_property
    def rest_chosen(self) -> bool:
        """Returns whether something was chosen in what is folded on a phone: everything but words and theme."""
        return bool(self.asked.postcode) or any(name != facets.THEME for name in self.asked.chosen)

    @cached_property
    def more_chosen(self) -> bool:
        """Returns whether something was chosen in the facets that are folded away."""
        folded = (facets.COST, facets.LANGUAGE, facets.WHEELCHAIR, facets.PLACE)
        return any(name in self.asked.chosen for name in folded)

    @cached_property
    def active(self) -> list[ActiveFilter]:
        """Returns everything that was chosen or typed, each with the query without it."""
        asked, names = self.asked, self.labels.names
        found = [ActiveFilter(asked.text, asked.without(TEXT))] if asked.text else []
        if asked.postcode:
            words = _("Postcode %(digits)s") % {"digits": asked.digits or asked.postcode}
            found.append(ActiveFilter(words, asked.without(POSTCODE)))
        return found + [ActiveFilter(names[name][value], asked.without(name)) for name, value in asked.chosen.items()]

    @cached_property
    def ways_out(self) -> list[WayOut]:
        """Returns, for an empty list, what can be dropped and how many organisations are found then; the most first."""
        ways = [WayOut(each, Directory(each.rest, self.listed, self._near(each.rest)).total) for each in self.active]
        return sorted((way for way in ways if way.total), key=lambda way: -way.total)

    def _near(self, asked: DirectoryQuery) -> Near | None:
        return self.near if asked.postcode else None

    # --- where ---------------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> list[DistrictView]:
        """Returns the districts, each with how many organisations it would show."""
        sheet = self.sheet
        asked = self.asked.without(POSTCODE)
        chosen = self.chosen.get(facets.DISTRICT, "")
        found = []
        for slug, name in self.labels.names[facets.DISTRICT].items():
            shape = sheet.shapes.get(slug)
            x, y = shape.name_at if shape else (0, 0)
            found.append(
                DistrictView(
                    slug=slug,
                    name=name,
                    colour=self.labels.colours[slug],
                    count=self.sifted.count(facets.DISTRICT, slug),
                    url=asked.choosing(facets.DISTRICT, slug).query,
                    path=shape.path if shape else "",
                    x=x,
                    y=y,
                    selected=slug == chosen,
                )
            )
        return found

    @cached_property
    def sheet(self) -> Drawing:
        """Returns the drawing of the districts."""
        return drawing(file())

    @property
    def drawn(self) -> bool:
        """Returns whether the drawing shows every district."""
        return self.sheet.shows(self.labels.names[facets.DISTRICT])

    @property
    def _ordered(self) -> bool:
        return bool(self.asked.text or self.has_for_all or (self.near and self.near.point))

    def _order(self, entry: Entry) -> tuple[bool, int, float]:
        """Returns the sort key: first those meant for this choice, then words in the name, then the nearest."""
        words = asked_words(self.asked.text)
        named = sum(f" {word}" in entry.name_line for word in words)
        far = self._km(entry)
        return not is_meant(entry, self.chosen), -named, float("inf") if far is None else far

    def _km(self, entry: Entry) -> float | None:
        start = self.near.point if self.near else None
        return distance_km(start, entry.point) if start and entry.point else None

    def hit(self, entry: Entry) -> Hit:
        """Returns an organisation as the list shows it."""
        names, themes = self.labels.names[facets.DISTRICT], self.labels.themes
        far = self._km(entry)
        return Hit(
            entry=entry,
            distance="" if far is None or not self.near else distance_words(far, self.near.digits),
            place=tuple(name for slug, name in names.items() if slug in entry.facets[facets.DISTRICT]),
            themes=tuple(theme for slug, theme in themes.items() if slug in entry.facets[facets.THEME]),
        )


def distance_words(km: float, digits: str) -> str:
    """Returns a distance in words, rounded to 0.1 km: the middle of a postcode is no more exact."""
    number = number_format(max(round(km, 1), 0.1), 1)
    return _("about %(number)s km from the centre of %(digits)s") % {"number": number, "digits": digits}


def directory_context(page: DirectoryPage, request: HttpRequest) -> dict[str, Any]:
    """Returns the context for the template of the directory: the list that was asked for, and its theme."""
    found = directory(request.GET, page.locale.language_code)
    return {"directory": found, CHOSEN: found.theme}


def organisation_context(page: OrganisationPage) -> dict[str, Any]:
    """Returns the context for the template of an organisation's page."""
    return {"shown": organisation_view(page.organisation, page.locale.language_code)}


def directory(given: Mapping[str, str], language: str) -> Directory:
    """Returns the directory for the query of an address, for readers of this language."""
    found = organisation_list(language)
    asked = directory_query(given, found.labels.known)
    return Directory(asked, found, near(asked))


def near(asked: DirectoryQuery) -> Near | None:
    """Returns what is known of the postcode in a query; None when none was typed."""
    if not asked.postcode:
        return None
    row = Postcode.objects.filter(digits=int(asked.digits)).select_related("district").first() if asked.digits else None
    if row is None:
        return Near(asked.digits)
    point = None if row.sample or row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    return Near(asked.digits, row.district.slug, row.sample, point)


def organisation_view(row: Organisation, language: str) -> OrganisationView:
    """Returns the data of an organisation's row in words of this language; without entry when it is not shown."""
    found = organisation_list(language)
    entry = found.by_slug.get(row.slug)
    told = row.phone_id or row.website or row.mail or row.hidden_place or row.address or row.calendar_id
    told = told or row.at_home or row.online or row.wheelchair != Wheelchair.UNKNOWN
    if entry is None:
        return OrganisationView(None, None, (), (), bool(told))
    hit = Directory(DirectoryQuery(), found, None).hit(entry)

    def named(facet: str) -> tuple[str, ...]:
        return tuple(name for value, name in found.labels.names[facet].items() if value in entry.facets[facet])

    audiences, languages = named(facets.AUDIENCE), named(facets.LANGUAGE)
    return OrganisationView(entry, hit, audiences, languages, bool(told or hit.place or languages))

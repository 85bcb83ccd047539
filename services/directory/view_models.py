"""The data that the template of the directory gets: plain values."""

from dataclasses import dataclass

from services.directory.distance import Point
from services.directory.query import DirectoryQuery
from services.directory.selectors import Entry
from services.themes.selectors import ThemeForAsking


@dataclass(frozen=True)
class Near:
    """What is known of the postcode that somebody typed."""

    digits: str
    district: str = ""
    sample: bool = False
    point: Point | None = None

    @property
    def known(self) -> bool:
        """Returns whether the postcode is in the table."""
        return bool(self.district)


@dataclass(frozen=True)
class Hit:
    """An organisation in the list, with its distance when that is known."""

    entry: Entry
    distance: str
    place: tuple[str, ...]
    """The names of its districts; empty means the whole town."""
    themes: tuple[ThemeForAsking, ...]


@dataclass(frozen=True)
class FacetChoice:
    """A value of a facet, with how many organisations it would show."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class FacetView:
    """A facet with the values that would find something."""

    name: str
    choices: list[FacetChoice]

    @property
    def id(self) -> str:
        """Returns the id of its form field."""
        return f"facet-{self.name}"


@dataclass(frozen=True)
class ActiveFilter:
    """Something that was chosen, with the query without it."""

    label: str
    rest: DirectoryQuery

    @property
    def url(self) -> str:
        """Returns the query string without it."""
        return self.rest.query


@dataclass(frozen=True)
class WayOut:
    """Something that can be dropped, and how many organisations there are without it."""

    active: ActiveFilter
    total: int


@dataclass(frozen=True)
class DistrictView:
    """A district on the map and in the list beside it."""

    slug: str
    name: str
    colour: str
    count: int
    url: str
    path: str
    x: int
    y: int
    selected: bool


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the list."""

    text: str
    query: str

    @property
    def is_number(self) -> bool:
        """Returns whether it is a page, and not the sign for pages that are left out."""
        return self.text.isdigit()


@dataclass(frozen=True)
class OrganisationView:
    """The data on the page of an organisation besides its own words."""

    entry: Entry | None
    """Its entry in the directory; None when it is not shown there."""
    hit: Hit | None
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    has_facts: bool = False
    """Whether anything is known of how to reach it."""

    @property
    def theme(self) -> ThemeForAsking | None:
        """Returns the theme that it helps with, whose door its page has; None when there are more, or none."""
        return self.hit.themes[0] if self.hit and len(self.hit.themes) == 1 else None

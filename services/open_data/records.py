"""The record of a service: everything that may be told about it outside the site, in one language.

Plain values. What is an example, not confirmed as an address, or hidden for safety never gets in here
(`services.open_data.selectors`), so no standard that is made from it can give it away.
"""

from dataclasses import dataclass
from datetime import date, datetime

from services.hours.rules import Calendar


@dataclass(frozen=True)
class TermRecord:
    """A term of a list: its slug here, its name for people, and the language of that name."""

    slug: str
    name: str
    language: str = ""


@dataclass(frozen=True)
class PlaceRecord:
    """A place where a service can be had. `address` is empty and `hours` None while they are only examples.

    `town` is that of the municipality, for an address that names none.
    """

    slug: str
    name: str
    district: str
    address: str
    town: str
    latitude: float | None
    longitude: float | None
    hours: Calendar | None
    url: str


@dataclass(frozen=True)
class ProviderRecord:
    """The organisation that offers a service. An empty text is not known, or only an example."""

    slug: str
    name: str
    description: str
    url: str
    website: str
    phone: str
    mail: str
    of_the_municipality: bool


@dataclass(frozen=True)
class ServiceRecord:
    """A service in one language; `language` is the one its words are really in."""

    slug: str
    name: str
    language: str
    description: str
    url: str
    provider: ProviderRecord
    how: str
    fees: str
    for_whom: str
    bring: str
    free: bool
    minimum_age: int | None
    maximum_age: int | None
    themes: tuple[TermRecord, ...]
    audiences: tuple[TermRecord, ...]
    areas: tuple[TermRecord, ...]
    languages: tuple[TermRecord, ...]
    wheelchair: bool | None
    phone: str
    hours: Calendar | None
    places: tuple[PlaceRecord, ...]
    upl: str
    upl_uri: str
    confirmed_on: date | None
    modified: datetime

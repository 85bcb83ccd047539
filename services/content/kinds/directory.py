"""Organisations, services, spoken languages and postcodes in the row files."""

import re

from services.content.kinds.fields import Field, day, flag, one_of, pointer, pointers, row_kind, text
from services.content.kinds.kind import Reader, Values
from services.directory.models import Organisation, Postcode
from services.facts.models import Fact
from services.hours.models import Calendar
from services.offers.choices import HIDDEN_KINDS, Cost, OrganisationKind, Wheelchair
from services.offers.models import Audience, Service, SpokenLanguage, in_the_source
from services.places.models import District
from services.themes.models import Theme

FACETS = {
    "themes": pointers(Theme.objects.all),
    "districts": pointers(District.objects.all),
    "audiences": pointers(lambda: Audience.objects.filter(**in_the_source())),
    "languages": pointers(SpokenLanguage.objects.all, by="code"),
    "cost": one_of(Cost.values, Cost.UNKNOWN.value),
    "wheelchair": one_of(Wheelchair.values, Wheelchair.UNKNOWN.value),
    "at_home": flag(),
    "online": flag(),
}
REFERS = {"themes": "theme", "districts": "district", "languages": "language"}
NAMES_SNIPPETS = {"audiences": "audience"}
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?")


def _read_degrees(entry: Reader, name: str) -> float | None:
    value = entry.entry.get(name)
    found = None if value is None else _degrees(str(value))
    if value is not None and found is None:
        entry.fault(f"must be a number like 52.5125, not {value!r}", name)
    return found


def _degrees(written: str) -> float | None:
    """Returns degrees such as 52.5125; None for anything else, other notations that Python reads (1_000, nan) too."""
    return float(written) if _NUMBER.fullmatch(written) else None


POINT = {"latitude": Field(_read_degrees), "longitude": Field(_read_degrees)}


def _check_point(entry: Reader) -> None:
    if (entry.entry.get("latitude") is None) != (entry.entry.get("longitude") is None):
        entry.fault("needs both latitude and longitude, or neither", "latitude")


def _check_organisation(entry: Reader, values: Values) -> None:
    """Reports, with the line, what the database would refuse about the place of an organisation."""
    _check_point(entry)
    if values["kind"] in HIDDEN_KINDS and not values["hidden_place"]:
        entry.fault(f"must be true for {values['kind']}: nobody may know where it is", "hidden_place")
    for name in ("address", "address_confirmed_on", "districts", *POINT):
        if values["hidden_place"] and values[name]:
            entry.fault("nobody may know where this is, so this must be empty", name)
    if values["address_confirmed_on"] and (not values["address"] or values["address_is_sample"]):
        entry.fault("an address that is empty or an example cannot be confirmed", "address_confirmed_on")
    if values["latitude"] is not None and not values["address_confirmed_on"]:
        entry.fault("only a confirmed address has a place on the map", "latitude")


def _check_postcode(entry: Reader, values: Values) -> None:
    digits = str(entry.entry.get("digits"))
    if len(digits) != 4 or not digits.isascii() or not digits.isdigit() or digits[0] == "0":
        entry.fault("must be four digits", "digits")
    _check_point(entry)


LANGUAGE = row_kind("language", "languages.yaml", SpokenLanguage, {"name": text()}, named_by="code")
POSTCODE = row_kind(
    "postcode",
    "postcodes.yaml",
    Postcode,
    {"district": pointer(District, required=True), "sample": flag(), **POINT},
    named_by="digits",
    check=_check_postcode,
    refers={"district": "district"},
)
ORGANISATION = row_kind(
    "organisation",
    "organisations.yaml",
    Organisation,
    {
        "name": text(),
        "kind": one_of(OrganisationKind.values),
        "website": text(""),
        "website_is_sample": flag(),
        "mail": text(""),
        "mail_is_sample": flag(),
        "phone": pointer(Fact),
        "hidden_place": flag(),
        "address": text(""),
        "address_is_sample": flag(),
        "address_confirmed_on": day(),
        **POINT,
        "calendar": pointer(Calendar),
        "active": flag(True),
        "source": text(""),
        "source_date": day(),
        "confirmed_on": day(),
        **FACETS,
    },
    check=_check_organisation,
    refers={**REFERS, "phone": "fact", "calendar": "calendar"},
    names_snippets=NAMES_SNIPPETS,
)
SERVICE = row_kind(
    "service",
    "services.yaml",
    Service,
    {
        "name": text(),
        "organisation": pointer(Organisation),
        "upl": text(""),
        "upl_uri": text(""),
        "calendar": pointer(Calendar),
        "active": flag(True),
        "source": text(""),
        "confirmed_on": day(),
        **FACETS,
    },
    refers={**REFERS, "organisation": "organisation", "calendar": "calendar"},
    names_snippets=NAMES_SNIPPETS,
)

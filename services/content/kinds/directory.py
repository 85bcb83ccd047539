"""Organisations, services, spoken languages and postcodes in the row files."""

import re
from typing import Any

from django.db import models

from services.content.kinds.kind import Reader, Row, RowKind, Values, as_day, day_text
from services.directory.models import Organisation, Postcode
from services.facts.models import Fact
from services.hours.models import Calendar
from services.offers.choices import HIDDEN_KINDS, Cost, Wheelchair
from services.offers.choices import OrganisationKind as Sort
from services.offers.models import Audience, Offer, Service, SpokenLanguage, in_the_source
from services.places.models import District
from services.themes.models import Theme

LISTS = ("themes", "districts", "audiences", "languages")
FACETS = (*LISTS, "cost", "wheelchair", "at_home", "online")
REFERS = {"themes": "theme", "districts": "district", "languages": "language"}
NAMES_SNIPPETS = {"audiences": "audience"}


def _read_offer(entry: Reader) -> Values:
    return {
        **{name: entry.names(name) for name in LISTS},
        "cost": entry.one_of("cost", Cost.values, Cost.UNKNOWN.value),
        "wheelchair": entry.one_of("wheelchair", Wheelchair.values, Wheelchair.UNKNOWN.value),
        "at_home": entry.flag("at_home", False),
        "online": entry.flag("online", False),
    }


def _offer(row: Offer) -> Values:
    return {
        "themes": sorted(each.slug for each in row.themes.all()),
        "districts": sorted(each.slug for each in row.districts.all()),
        "audiences": sorted(each.slug for each in row.audiences.all()),
        "languages": sorted(each.code for each in row.languages.all()),
        **{name: getattr(row, name) for name in ("cost", "wheelchair", "at_home", "online")},
    }


def _write_offer(row: Offer, values: Values) -> None:
    row.themes.set(Theme.objects.filter(slug__in=values["themes"]))
    row.districts.set(District.objects.filter(slug__in=values["districts"]))
    row.audiences.set(Audience.objects.filter(slug__in=values["audiences"], **in_the_source()))
    row.languages.set(SpokenLanguage.objects.filter(code__in=values["languages"]))


def _named(model: type[models.Model], slug: str | None) -> Any:
    return model._default_manager.get(slug=slug) if slug else None


# --- organisations ----------------------------------------------------------------------------------------

ORGANISATION_TEXTS = ("name", "kind", "website", "mail", "address", "source")
ORGANISATION_FLAGS = ("website_is_sample", "mail_is_sample", "address_is_sample", "hidden_place", "active")
ORGANISATION_POINTERS = ("phone", "calendar")
ORGANISATION_DAYS = ("address_confirmed_on", "source_date", "confirmed_on")
POINT = ("latitude", "longitude")
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?")


def _read_organisation(entry: Reader) -> Values:
    own = (*ORGANISATION_TEXTS, *ORGANISATION_FLAGS, *ORGANISATION_POINTERS, *ORGANISATION_DAYS, *POINT)
    entry.only("slug", *own, *FACETS)
    kind = entry.one_of("kind", Sort.values)
    values = {
        "name": entry.text("name"),
        "kind": kind,
        **{name: entry.text(name, "") for name in ("website", "mail", "address", "source")},
        **{name: entry.flag(name, name == "active") for name in ORGANISATION_FLAGS},
        **{name: entry.text(name, "") or None for name in ORGANISATION_POINTERS},
        **{name: entry.day(name) for name in ORGANISATION_DAYS},
        **_read_point(entry),
        **_read_offer(entry),
    }
    _check_place(entry, values)
    return values


def _check_place(entry: Reader, values: Values) -> None:
    """What the database would refuse, told with its line."""
    if values["kind"] in HIDDEN_KINDS and not values["hidden_place"]:
        entry.fault(f"must be true for {values['kind']}: nobody may know where it is", "hidden_place")
    for name in ("address", "address_confirmed_on", "districts", *POINT):
        if values["hidden_place"] and values[name]:
            entry.fault("nobody may know where this is, so this must be empty", name)
    if values["address_confirmed_on"] and (not values["address"] or values["address_is_sample"]):
        entry.fault("an address that is empty or an example cannot be confirmed", "address_confirmed_on")
    if values["latitude"] is not None and not values["address_confirmed_on"]:
        entry.fault("only a confirmed address has a place on the map", "latitude")


def _read_point(entry: Reader) -> Values:
    point: Values = {}
    for name in POINT:
        value = entry.entry.get(name)
        found = None if value is None else _degrees(str(value))
        if value is not None and found is None:
            entry.fault(f"must be a number like 52.5125, not {value!r}", name)
        point[name] = found
    if (entry.entry.get("latitude") is None) != (entry.entry.get("longitude") is None):
        entry.fault("needs both latitude and longitude, or neither", "latitude")
    return point


def _degrees(written: str) -> float | None:
    """Degrees as they stand in a file; None for anything else, also for what Python calls a number (1_000, nan)."""
    return float(written) if _NUMBER.fullmatch(written) else None


def _organisations() -> dict[str, Values]:
    found = Organisation.objects.select_related(*ORGANISATION_POINTERS).prefetch_related(*LISTS)
    return {
        row.slug: {
            **{name: getattr(row, name) for name in (*ORGANISATION_TEXTS, *ORGANISATION_FLAGS, *POINT)},
            **{name: getattr(getattr(row, name), "slug", None) for name in ORGANISATION_POINTERS},
            **{name: day_text(getattr(row, name)) for name in ORGANISATION_DAYS},
            **_offer(row),
        }
        for row in found
    }


def _write_organisation(row: Row, new: bool) -> None:
    values = {name: value for name, value in row.values.items() if name not in LISTS}
    values |= {name: as_day(values[name]) for name in ORGANISATION_DAYS}
    values |= {"phone": _named(Fact, values["phone"]), "calendar": _named(Calendar, values["calendar"])}
    organisation, _made = Organisation.objects.update_or_create(slug=row.slug, defaults=values)
    _write_offer(organisation, row.values)


# --- services ---------------------------------------------------------------------------------------------

SERVICE_TEXTS = ("name", "upl", "upl_uri", "source")
SERVICE_POINTERS = ("organisation", "calendar")


def _read_service(entry: Reader) -> Values:
    entry.only("slug", *SERVICE_TEXTS, *SERVICE_POINTERS, "active", "confirmed_on", *FACETS)
    return {
        "name": entry.text("name"),
        **{name: entry.text(name, "") for name in ("upl", "upl_uri", "source")},
        **{name: entry.text(name, "") or None for name in SERVICE_POINTERS},
        "active": entry.flag("active", True),
        "confirmed_on": entry.day("confirmed_on"),
        **_read_offer(entry),
    }


def _services() -> dict[str, Values]:
    found = Service.objects.select_related(*SERVICE_POINTERS).prefetch_related(*LISTS)
    return {
        row.slug: {
            **{name: getattr(row, name) for name in (*SERVICE_TEXTS, "active")},
            **{name: getattr(getattr(row, name), "slug", None) for name in SERVICE_POINTERS},
            "confirmed_on": day_text(row.confirmed_on),
            **_offer(row),
        }
        for row in found
    }


def _write_service(row: Row, new: bool) -> None:
    values = {name: value for name, value in row.values.items() if name not in LISTS}
    values |= {
        "confirmed_on": as_day(values["confirmed_on"]),
        "organisation": _named(Organisation, values["organisation"]),
        "calendar": _named(Calendar, values["calendar"]),
    }
    service, _made = Service.objects.update_or_create(slug=row.slug, defaults=values)
    _write_offer(service, row.values)


# --- languages and postcodes ------------------------------------------------------------------------------


def _read_language(entry: Reader) -> Values:
    entry.only("code", "name")
    return {"name": entry.text("name")}


def _languages() -> dict[str, Values]:
    return {row.code: {"name": row.name} for row in SpokenLanguage.objects.all()}


def _write_language(row: Row, new: bool) -> None:
    SpokenLanguage.objects.update_or_create(code=row.slug, defaults=row.values)


def _read_postcode(entry: Reader) -> Values:
    entry.only("digits", "district", "sample", *POINT)
    digits = str(entry.entry.get("digits"))
    if len(digits) != 4 or not digits.isascii() or not digits.isdigit() or digits[0] == "0":
        entry.fault("must be four digits", "digits")
    return {
        "district": entry.text("district"),
        "sample": entry.flag("sample", False),
        **_read_point(entry),
    }


def _postcodes() -> dict[str, Values]:
    return {
        str(row.digits): {
            "district": row.district.slug,
            "sample": row.sample,
            **{name: getattr(row, name) for name in POINT},
        }
        for row in Postcode.objects.select_related("district")
    }


def _write_postcode(row: Row, new: bool) -> None:
    district = District.objects.get(slug=row.values["district"])
    Postcode.objects.update_or_create(digits=int(row.slug), defaults={**row.values, "district": district})


LANGUAGE = RowKind(
    "language", "languages.yaml", SpokenLanguage, _read_language, _languages, _write_language, named_by="code"
)
POSTCODE = RowKind(
    "postcode", "postcodes.yaml", Postcode, _read_postcode, _postcodes, _write_postcode,
    refers={"district": "district"}, named_by="digits",
)  # fmt: skip
ORGANISATION = RowKind(
    "organisation", "organisations.yaml", Organisation, _read_organisation, _organisations, _write_organisation,
    refers={**REFERS, "phone": "fact", "calendar": "calendar"}, names_snippets=NAMES_SNIPPETS,
)  # fmt: skip
SERVICE = RowKind(
    "service", "services.yaml", Service, _read_service, _services, _write_service,
    refers={**REFERS, "organisation": "organisation", "calendar": "calendar"}, names_snippets=NAMES_SNIPPETS,
)  # fmt: skip

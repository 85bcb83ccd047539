"""The records in the format of HSDS 3.1 (Human Services Data Specification, docs.openreferral.org).

Pure: from records to plain values for JSON. An empty field is left out, as the specification allows; `id`, `name`,
`status` and an organisation's `description`, which it demands, are always there. Every id is a UUID (version 5) of the
address of the thing on this site, so it stays the same as long as the address does.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from services.hours.rules import Calendar
from services.hours.timetable import DayException, WeekVersion
from services.open_data.addresses import parts_of
from services.open_data.licences import Licence
from services.open_data.opening_times import days_by_time, times_of, weeks_from
from services.open_data.records import PlaceRecord, ProviderRecord, ServiceRecord, TermRecord

VERSION = "3.1"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
THEMES, AUDIENCES = "themes", "audiences"
Data = dict[str, Any]


def identity(base: str, *parts: str) -> str:
    """Returns the id of a thing of this site, from the site's address and the parts of its own."""
    return str(uuid5(NAMESPACE_URL, "/".join([base, "api/hsds", *parts])))


def filled(values: Mapping[str, Any]) -> Data:
    """Returns the values that are not empty; False and 0 are kept."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def licence(given: Licence) -> Data:
    """Returns the licence of the data. The `licenses` of a service is something else: what it may do as a service."""
    return {"identifier": given.identifier, "name": given.name, "url": given.url}


def listed(record: ServiceRecord, base: str) -> Data:
    """Returns a service for a list, with only the fields that have one value."""
    return filled(
        {
            "id": identity(base, record.slug),
            "organization_id": identity(base, "organization", record.provider.slug),
            "name": record.name,
            "description": record.description,
            "url": record.url,
            "email": record.provider.mail,
            "status": "active",
            "application_process": record.how,
            "fees_description": record.fees,
            "eligibility_description": record.for_whom,
            "minimum_age": record.minimum_age,
            "maximum_age": record.maximum_age,
            "assured_date": record.confirmed_on and record.confirmed_on.isoformat(),
            "last_modified": moment(record.modified),
            "organization": organisation(record.provider, base),
        }
    )


def nested(record: ServiceRecord, base: str, day: date) -> Data:
    """Returns a service with everything that belongs to it, with its hours from `day` on."""
    own = identity(base, record.slug)
    return listed(record, base) | filled(
        {
            "phones": phones(record.phone, base, "phone", record.slug, service_id=own),
            "schedules": list(schedules(record.hours, day, base, record.slug, service_id=own)),
            "service_areas": [
                {"id": identity(base, "area", record.slug, area.slug), "service_id": own, "name": area.name}
                for area in record.areas
            ],
            "service_at_locations": [
                at_location(place, record, base, day) for place in record.places if place.address or place.hours
            ],
            "languages": [
                {
                    "id": identity(base, "language", record.slug, spoken.slug),
                    "service_id": own,
                    "name": spoken.name,
                    "code": spoken.slug,
                }
                for spoken in record.languages
            ],
            "cost_options": [free(record, base)] if record.free else [],
            "required_documents": [
                {"id": identity(base, "document", record.slug), "service_id": own, "document": record.bring}
            ]
            if record.bring
            else [],
            "attributes": [
                *attributes(record.themes, THEMES, record, base),
                *attributes(record.audiences, AUDIENCES, record, base),
            ],
        }
    )


def organisation(provider: ProviderRecord, base: str) -> Data:
    """Returns the organisation that provides a service, in the fields of HSDS."""
    own = identity(base, "organization", provider.slug)
    return filled(
        {
            "id": own,
            "name": provider.name,
            "description": provider.description,
            "email": provider.mail,
            "website": provider.website,
        }
    )


def phones(number: str, base: str, *parts: str, **links: str) -> list[Data]:
    """Returns a list with the phone number; empty without a number."""
    return [{"id": identity(base, *parts), "number": number, "type": "voice", **links}] if number else []


def at_location(place: PlaceRecord, record: ServiceRecord, base: str, day: date) -> Data:
    """Returns the `service_at_location` of a service and a place, with the place's hours from `day` on."""
    own, where = identity(base, "at", record.slug, place.slug), identity(base, "location", place.slug)
    location = filled(
        {
            "id": where,
            "location_type": "physical",
            "name": place.name,
            "description": place.district,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": [postal(place, base)] if place.address else [],
            "accessibility": [
                {
                    "id": identity(base, "access", place.slug),
                    "location_id": where,
                    "description": "Wheelchair accessible",
                }
            ]
            if record.wheelchair
            else [],
            "schedules": list(schedules(place.hours, day, base, place.slug, location_id=where)),
        }
    )
    return {"id": own, "service_id": identity(base, record.slug), "location_id": where, "location": location}


def postal(place: PlaceRecord, base: str) -> Data:
    """Returns the address of a place. HSDS demands every field, also what is not known or, as here, not used."""
    parts = parts_of(place.address, place.town)
    return {
        "id": identity(base, "address", place.slug),
        "location_id": identity(base, "location", place.slug),
        "address_1": parts.street,
        "city": parts.town,
        "state_province": "",  # no Dutch address has one
        "postal_code": parts.postcode,
        "country": "NL",
        "address_type": "physical",
    }


def free(record: ServiceRecord, base: str) -> Data:
    """Returns the cost option of a free service: 0 euros."""
    return {
        "id": identity(base, "cost", record.slug),
        "service_id": identity(base, record.slug),
        "amount": 0,
        "currency": "eur",
    }


def attributes(terms: Iterable[TermRecord], taxonomy: str, record: ServiceRecord, base: str) -> Iterable[Data]:
    """Yields an attribute of a service for each of these terms (themes or audiences) of a taxonomy of this site."""
    for named in terms:
        yield {
            "id": identity(base, "attribute", record.slug, taxonomy, named.slug),
            "link_id": identity(base, record.slug),
            "link_entity": "service",
            "link_type": taxonomy,
            "taxonomy_term_id": term_id(base, taxonomy, named.slug),
            "taxonomy_term": term(named, taxonomy, base),
        }


def term_id(base: str, taxonomy: str, slug: str) -> str:
    """Returns the id of a theme or an audience."""
    return identity(base, taxonomy, slug)


def term(named: TermRecord, taxonomy: str, base: str) -> Data:
    """Returns a theme or an audience as a taxonomy term."""
    return {
        "id": term_id(base, taxonomy, named.slug),
        "code": named.slug,
        "name": named.name,
        "description": named.name,
        "taxonomy": taxonomy,
        "taxonomy_id": identity(base, "taxonomy", taxonomy),
        "language": named.language,
    }


def schedules(hours: Calendar | None, day: date, base: str, *parts: str, **links: str) -> Iterable[Data]:
    """Yields the schedules from `day` on: one per opening time of each week, and one per opening of days that differ.

    Times carry the offset from UTC on the day from which they hold. That of a week changes in summer, so `notes` names
    the zone.
    """
    if hours is None:
        return
    for version in weeks_from(hours, day):
        offset = offset_on(max(day, version.valid_from), hours.zone)
        for (opens, closes), days in days_by_time(version).items():
            yield {
                "id": identity(base, "schedule", *parts, version.valid_from.isoformat(), opens, closes),
                **links,
                **filled(
                    {
                        "valid_from": version.valid_from.isoformat(),
                        "valid_to": version.valid_until and version.valid_until.isoformat(),
                        "dtstart": first_day(version, days).isoformat(),
                    }
                ),
                "freq": "WEEKLY",
                "interval": 1,
                "byday": ",".join(DAYS[day] for day in days),
                "opens_at": f"{opens}{offset}",
                "closes_at": f"{closes}{offset}",
                "notes": hours.zone,
            }
    for exception in hours.exceptions:
        if exception.day >= day:
            yield from _exceptional(exception, offset_on(exception.day, hours.zone), base, parts, links)


def offset_on(day: date, zone: str) -> str:
    """Returns the offset from UTC at noon of a day: +01:00 in winter."""
    offset = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).strftime("%z")
    return f"{offset[:3]}:{offset[3:]}"


def first_day(version: WeekVersion, days: Collection[int]) -> date:
    """Returns the first day on which a schedule for these weekdays holds, its `dtstart`."""
    return min(version.valid_from + timedelta(days=(day - version.valid_from.weekday()) % 7) for day in days)


def _exceptional(
    exception: DayException, offset: str, base: str, parts: tuple[str, ...], links: Data
) -> Iterable[Data]:
    """Yields the schedules of a day that differs: one that says closed, or one per opening."""
    day = exception.day.isoformat()
    told = {
        **links, "valid_from": day, "valid_to": day, "description": exception.reason,
        # A count belongs to a rule, and no rule of RFC 5545 goes without how often it comes back: every week, once.
        "dtstart": day, "freq": "WEEKLY", "interval": 1, "byday": DAYS[exception.day.weekday()], "count": 1,
    }  # fmt: skip
    times = [times_of(each) for each in exception.intervals if not each.by_appointment]
    if not times:
        yield {"id": identity(base, "schedule", *parts, day), **told, "notes": "closed"}
    for opens, closes in times:
        own = identity(base, "schedule", *parts, day, opens)
        yield {"id": own, **told, "opens_at": f"{opens}{offset}", "closes_at": f"{closes}{offset}"}


def moment(at: datetime) -> str:
    """Returns a moment in UTC as text, with milliseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"

"""The records as JSON-LD of schema.org, for search engines. Pure: from records to plain values for JSON."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from services.hours.rules import Calendar
from services.open_data.addresses import parts_of
from services.open_data.licences import Licence
from services.open_data.opening_times import days_by_time, times_of, weeks_from
from services.open_data.records import PlaceRecord, ProviderRecord, ServiceRecord

CONTEXT = "https://schema.org"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Data = dict[str, Any]


def filled(values: Mapping[str, Any]) -> Data:
    """Returns the values that are not empty; False and 0 are kept."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def service(record: ServiceRecord, ask_url: str, day: date) -> Data:
    """Returns a service with its provider and how to get it, with its hours from `day` on."""
    kind = "GovernmentService" if record.provider.of_the_municipality else "Service"
    return filled(
        {
            "@type": kind,
            "@id": f"{record.url}#service" if record.url else "",
            "name": record.name,
            "description": record.description,
            "url": record.url,
            "provider": provider(record.provider),
            "areaServed": [{"@type": "AdministrativeArea", "name": area.name} for area in record.areas],
            "audience": [{"@type": "Audience", "audienceType": each.name} for each in record.audiences],
            "serviceType": [each.name for each in record.themes],
            "availableChannel": channel(record, ask_url),
            "hoursAvailable": list(week_of(record.hours, day)),
            "offers": {"@type": "Offer", "price": 0, "priceCurrency": "EUR"} if record.free else None,
        }
    )


def channel(record: ServiceRecord, ask_url: str) -> Data:
    """Returns where, by phone and in which languages a service can be asked for."""
    phone = {"@type": "ContactPoint", "telephone": record.phone} if record.phone else None
    return filled(
        {
            "@type": "ServiceChannel",
            "serviceUrl": ask_url if record.provider.of_the_municipality else record.provider.website,
            "servicePhone": phone,
            "availableLanguage": [{"@type": "Language", "name": each.name} for each in record.languages],
            "serviceLocation": [place(each) for each in record.places if each.address],
        }
    )


def provider(who: ProviderRecord) -> Data:
    """Returns the organisation that offers a service, in the fields of schema.org."""
    return filled(
        {
            "@type": "GovernmentOrganization" if who.of_the_municipality else "Organization",
            "name": who.name,
            "url": who.website or who.url,
            "telephone": who.phone,
            "email": who.mail,
        }
    )


def organisation(record: ServiceRecord) -> Data:
    """Returns an organisation of the directory, for its own page."""
    addresses = [address(each) for each in record.places if each.address]
    return provider(record.provider) | filled(
        {
            "@id": f"{record.url}#organisation" if record.url else "",
            "description": record.description,
            "areaServed": [{"@type": "AdministrativeArea", "name": area.name} for area in record.areas],
            "address": addresses[0] if addresses else None,
        }
    )


def team(who: ProviderRecord, places: Iterable[PlaceRecord], municipality: str) -> Data:
    """Returns the neighbourhood team, with its places."""
    return provider(who) | filled(
        {
            "@id": f"{who.url}#team",
            "description": who.description,
            "areaServed": {"@type": "AdministrativeArea", "name": municipality},
            "location": [filled({"@type": "Place", "name": each.name, "url": each.url}) for each in places],
        }
    )


def place(where: PlaceRecord, day: date | None = None) -> Data:
    """Returns a place; with `day` as an office, with its hours and the days from then on that differ."""
    found: Data = {
        "@type": "GovernmentOffice" if day else "Place",
        "@id": f"{where.url}#place" if where.url else "",
        "name": where.name,
        "url": where.url,
        "address": address(where) if where.address else None,
    }
    if where.latitude is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": where.latitude, "longitude": where.longitude}
    if day is not None:
        found["openingHoursSpecification"] = list(week_of(where.hours, day))
        found["specialOpeningHoursSpecification"] = list(exceptions_of(where.hours, day))
    return filled(found)


def address(where: PlaceRecord) -> Data:
    """Returns the address of a place as a PostalAddress."""
    parts = parts_of(where.address, where.town)
    return filled(
        {
            "@type": "PostalAddress",
            "streetAddress": parts.street,
            "postalCode": parts.postcode,
            "addressLocality": parts.town,
            "addressCountry": "NL",
        }
    )


def week_of(hours: Calendar | None, day: date) -> Iterable[Data]:
    """Yields a specification per opening time of the week in force on a day, and of later weeks with a first day."""
    for version in weeks_from(hours, day) if hours else ():
        for (opens, closes), days in days_by_time(version).items():
            yield filled(
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": [f"{CONTEXT}/{DAYS[number]}" for number in days],
                    "opens": opens,
                    "closes": closes,
                    "validFrom": version.valid_from.isoformat() if version.valid_from > day else None,
                    "validThrough": version.valid_until.isoformat() if version.valid_until else None,
                }
            )


def exceptions_of(hours: Calendar | None, day: date) -> Iterable[Data]:
    """Yields a specification per opening of each day from `day` on that differs; closed is from 00:00 to 00:00."""
    for exception in hours.exceptions if hours else ():
        if exception.day < day:
            continue
        times = [times_of(each) for each in exception.intervals if not each.by_appointment]
        for opens, closes in times or [("00:00", "00:00")]:
            yield {
                "@type": "OpeningHoursSpecification",
                "description": exception.reason,
                "validFrom": exception.day.isoformat(),
                "validThrough": exception.day.isoformat(),
                "opens": opens,
                "closes": closes,
            }


def trail(steps: Iterable[tuple[str, str]]) -> Data:
    """Returns the breadcrumbs, from (name, address) pairs that begin at the home page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": {"@type": "WebPage", "@id": url}}
            for number, (name, url) in enumerate(steps, start=1)
        ],
    }


def dataset(about: Mapping[str, Any], who: ProviderRecord, licence: Licence, address: str) -> Data:
    """Returns the open data as a dataset: who gives it, under which licence, and from which address it is taken.

    `about` has `name`, `description`, `url` and `inLanguage`: what a page says of it.
    """
    return filled(
        {
            "@type": "Dataset",
            "@id": f"{address}#dataset",
            **about,
            "isAccessibleForFree": True,
            "license": licence.url,
            "creator": provider(who),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": f"{address}services"}
            ],
        }
    )


def questions(asked: Iterable[tuple[str, str]], language: str) -> Data:
    """Returns a page of frequently asked questions, from (question, answer) pairs in this language."""
    return {
        "@type": "FAQPage",
        "inLanguage": language,
        "mainEntity": [
            {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for question, answer in asked
        ],
    }


def graph(things: Iterable[Data]) -> Data:
    """Returns one JSON-LD document with all these things."""
    return {"@context": CONTEXT, "@graph": list(things)}

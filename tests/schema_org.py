"""The words of schema.org that the site uses, and what a page says in them."""

import json
import re
from typing import Any

# Release 12.0 of the vocabulary (schema.org/docs/developers): of each type that we use, which of the properties that we
# use have that type, or one above it, as their domain. `inLanguage`, `license` and `isAccessibleForFree` belong to
# works: no service and no organisation has them.
THING = {"name", "description", "url"}
WORK = THING | {"inLanguage", "license", "isAccessibleForFree", "creator"}
SERVICE = THING | {
    *{"provider", "areaServed", "audience", "serviceType", "availableChannel", "hoursAvailable", "offers"},
}
ORGANISATION = THING | {"telephone", "email", "areaServed", "address", "location"}
PLACE = THING | {
    *{"address", "geo", "openingHoursSpecification", "specialOpeningHoursSpecification", "telephone"},
    "isAccessibleForFree",
}
PROPERTIES: dict[str, set[str]] = {
    "Service": SERVICE,
    "GovernmentService": SERVICE,
    "Organization": ORGANISATION,
    "GovernmentOrganization": ORGANISATION,
    "Place": PLACE,
    # Both an organisation and a place.
    "GovernmentOffice": PLACE | ORGANISATION,
    "AdministrativeArea": PLACE,
    "OpeningHoursSpecification": THING | {"dayOfWeek", "opens", "closes", "validFrom", "validThrough"},
    "ServiceChannel": THING | {"serviceUrl", "servicePhone", "availableLanguage", "serviceLocation"},
    "ContactPoint": THING | {"telephone", "email", "areaServed"},
    "Offer": THING | {"price", "priceCurrency", "areaServed"},
    "PostalAddress": THING | {"streetAddress", "postalCode", "addressLocality", "addressCountry", "telephone", "email"},
    "GeoCoordinates": THING | {"latitude", "longitude", "postalCode", "addressCountry", "address"},
    "Audience": THING | {"audienceType"},
    "Language": THING,
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "WebPage": WORK,
    "FAQPage": WORK | {"mainEntity"},
    "Question": WORK | {"acceptedAnswer"},
    "Answer": WORK | {"text"},
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
}


def graph(html: str) -> list[dict[str, Any]]:
    """Returns the things that a page tells search engines, at most one document of them."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) <= 1
    things: list[dict[str, Any]] = json.loads(found[0])["@graph"] if found else []
    return things


def foreign(thing: Any) -> list[str]:
    """Returns the properties in this document that schema.org does not have on their type."""
    if isinstance(thing, list):
        return [each for part in thing for each in foreign(part)]
    if not isinstance(thing, dict):
        return []
    own = [name for name in thing if not name.startswith("@")]
    return [f"{thing['@type']}.{name}" for name in own if name not in PROPERTIES.get(thing["@type"], ())] + [
        each for name in own for each in foreign(thing[name])
    ]

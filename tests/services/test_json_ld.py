"""What the site tells search engines: JSON-LD with the words of schema.org."""

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from services.models import Service
from tests.some import some

pytestmark = pytest.mark.django_db

SERVICE = {
    *{"name", "description", "url", "provider", "areaServed", "audience", "serviceType", "availableChannel"},
    *{"hoursAvailable", "offers"},
}
ORGANISATION = {"name", "description", "url", "telephone", "email", "areaServed", "address", "location"}
HOURS = {"dayOfWeek", "opens", "closes", "validFrom", "validThrough", "description"}
PLACE = {"name", "url", "address", "geo", "openingHoursSpecification", "specialOpeningHoursSpecification"}
SCHEMA_ORG: dict[str, set[str]] = {
    **dict.fromkeys(("GovernmentService", "Service"), SERVICE),
    **dict.fromkeys(("GovernmentOrganization", "Organization"), ORGANISATION),
    **dict.fromkeys(("GovernmentOffice", "Place"), PLACE),
    "OpeningHoursSpecification": HOURS,
    "ServiceChannel": {"serviceUrl", "servicePhone", "availableLanguage", "serviceLocation"},
    "ContactPoint": {"telephone"},
    "Offer": {"price", "priceCurrency"},
    "PostalAddress": {"streetAddress", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Audience": {"audienceType"},
    "AdministrativeArea": {"name"},
    "Language": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "WebPage": set(),
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
}


def foreign(thing: Any) -> list[str]:
    """The properties in this document that schema.org does not have on their type."""
    if isinstance(thing, list):
        return [each for part in thing for each in foreign(part)]
    if not isinstance(thing, dict):
        return []
    own = [name for name in thing if not name.startswith("@")]
    return [f"{thing['@type']}.{name}" for name in own if name not in SCHEMA_ORG[thing["@type"]]] + [
        each for name in own for each in foreign(thing[name])
    ]


def graph(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    things: list[dict[str, Any]] = json.loads(found[0])["@graph"]
    return things


@pytest.mark.once
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nl/", "GovernmentOrganization"),
        ("/nl/diensten/jeugdhulp/", "GovernmentService"),
        ("/ar/diensten/jeugdhulp/", "GovernmentService"),
        ("/nl/wijkteams/oost/", "GovernmentOffice"),
        ("/nl/veelgestelde-vragen/ander-wijkteam/", "FAQPage"),
        ("/nl/organisaties/zwolledoet/", "Organization"),
    ],
)
def test_a_page_tells_search_engines_what_it_is(client: Client, path: str, kind: str) -> None:
    Service.objects.update(cost="free")
    things = graph(client.get(path).content.decode())
    assert kind in {thing["@type"] for thing in things}
    assert foreign(things) == []
    if path.count("/") > 2:
        trail = next(thing for thing in things if thing["@type"] == "BreadcrumbList")["itemListElement"]
        assert [step["position"] for step in trail] == list(range(1, len(trail) + 1))
        assert all(step["item"]["@id"].startswith(f"{settings.BASE_URL}/") for step in some(trail))
        assert trail[-1]["item"]["@id"] == f"{settings.BASE_URL}{path}"


@pytest.mark.once
def test_a_page_that_shows_another_language_tells_nothing(client: Client) -> None:
    page = client.get("/tr/diensten/jeugdhulp/").content.decode()
    assert "ld+json" not in page


def test_words_cannot_end_the_document(client: Client) -> None:
    service = Service.objects.get(slug="jeugdhulp")
    page: Any = service._meta.apps.get_model("services", "ServicePage").objects.get(
        service=service, locale__language_code="nl"
    )
    page.summary = "</script><script>alert(1)</script>"
    page.save_revision().publish()
    html = client.get("/nl/diensten/jeugdhulp/").content.decode()
    assert "<script>alert(1)" not in html
    described = [thing.get("description") for thing in graph(html)]
    assert "</script><script>alert(1)</script>" in described

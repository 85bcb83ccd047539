"""What the site tells search engines: JSON-LD with the words of schema.org."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from services.models import Service
from tests.schema_org import foreign, graph
from tests.some import some

pytestmark = pytest.mark.django_db


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
        ("/nl/organisaties/", "Dataset"),
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


@pytest.mark.once
def test_what_is_a_work_says_its_language_and_licence_and_nothing_else_does(client: Client) -> None:
    dataset = next(
        each for each in graph(client.get("/pl/organisaties/").content.decode()) if each["@type"] == "Dataset"
    )
    assert dataset["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert dataset["isAccessibleForFree"] is True
    assert dataset["inLanguage"] == [code for code, _name in settings.LANGUAGES]
    asked = graph(client.get("/ar/veelgestelde-vragen/ander-wijkteam/").content.decode())
    assert [each["inLanguage"] for each in asked if each["@type"] == "FAQPage"] == ["ar"]
    assert foreign({"@type": "GovernmentService", "inLanguage": "nl", "provider": {"@type": "Nobody", "name": ""}}) == [
        "GovernmentService.inLanguage",
        "Nobody.name",
    ]


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

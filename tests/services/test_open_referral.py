"""What the site tells other sites: the services as Open Referral (HSDS 3.1)."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from home.cache.generation import one_request
from services.models import CalendarException, Condition, Fact, Location, Organisation, Service
from services.open_data.addresses import parts_of
from services.open_data.licences import LICENCES
from services.open_data.selectors import record_of, records
from tests.schema_org import graph
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

TODAY = date(2026, 3, 2)

# What HSDS 3.1 allows in each object and what it demands (docs.openreferral.org, schema reference).
LINKS = {"service_id", "location_id", "organization_id", "service_at_location_id"}
ADDRESS = {"id", "address_1", "city", "state_province", "postal_code", "country", "address_type"}
OBJECTS: dict[str, tuple[set[str], set[str]]] = {
    "service": (
        {"id", "name", "status"},
        {
            *{"id", "organization_id", "name", "description", "url", "email", "status", "application_process"},
            *{"fees_description", "eligibility_description", "minimum_age", "maximum_age", "assured_date"},
            *{"last_modified", "phones", "schedules", "service_areas", "service_at_locations", "languages"},
            *{"organization", "cost_options", "required_documents", "attributes"},
        },
    ),
    "organization": ({"id", "name", "description"}, {"id", "name", "description", "email", "website"}),
    "phones": ({"id", "number"}, {"id", "number", "type", *LINKS}),
    "schedules": (
        {"id"},
        {
            *{"id", "valid_from", "valid_to", "dtstart", "count", "freq", "interval", "byday", "opens_at"},
            *{"closes_at", "description", "notes", *LINKS},
        },
    ),
    "service_areas": ({"id"}, {"id", "service_id", "name"}),
    "service_at_locations": ({"id"}, {"id", "service_id", "location_id", "location"}),
    "location": (
        {"id", "location_type"},
        {
            *{"id", "location_type", "name", "description", "latitude", "longitude", "addresses", "accessibility"},
            "schedules",
        },
    ),
    "addresses": (
        ADDRESS,
        ADDRESS | {"location_id"},
    ),
    "accessibility": ({"id"}, {"id", "location_id", "description"}),
    "languages": ({"id"}, {"id", "service_id", "name", "code"}),
    "cost_options": ({"id"}, {"id", "service_id", "amount", "currency"}),
    "required_documents": ({"id"}, {"id", "service_id", "document"}),
    "attributes": (
        {"id"},
        {"id", "link_id", "link_entity", "link_type", "taxonomy_term_id", "taxonomy_term"},
    ),
    "taxonomy_term": (
        {"id", "name", "description"},
        {"id", "code", "name", "description", "taxonomy", "taxonomy_id", "language"},
    ),
}


def hsds(client: Client, query: str = "") -> dict[str, Any]:
    response = client.get(f"/api/hsds/services{query}")
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()
    return found


def check(kind: str, value: dict[str, Any]) -> None:
    """An object and everything in it is as the specification has it."""
    demanded, allowed = OBJECTS[kind]
    assert demanded <= set(value), kind
    assert set(value) <= allowed, (kind, set(value) - allowed)
    UUID(value["id"])
    for name, part in some(value.items()):
        assert part not in (None, []), (kind, name)
        assert part != "" or name in demanded, (kind, name)
        if name in {"minimum_age", "maximum_age", "latitude", "longitude", "amount", "count", "interval"}:
            assert isinstance(part, int | float)
        elif isinstance(part, list):
            for each in part:
                check(name, each)
        elif isinstance(part, dict):
            check(name, part)
        else:
            assert isinstance(part, str), (kind, name)
    if kind == "schedules":
        # RFC 5545, 3.3.10: a rule always says how often, and HSDS knows two answers.
        assert value.get("freq") in ({"WEEKLY", "MONTHLY"} if "count" in value else {"WEEKLY", "MONTHLY", None})


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_service_is_as_the_specification_has_it(client: Client, language: str) -> None:
    found = hsds(client, f"?full=true&per_page=200&language={language}")
    assert found["total_items"] == len(found["contents"]) > 40
    for service in found["contents"]:
        check("service", service)
    ids = [service["id"] for service in found["contents"]]
    assert len(set(ids)) == len(ids)


def test_a_service_alone_is_the_same_as_in_the_full_list(client: Client) -> None:
    service = hsds(client, "?full=true&search=jeugd")["contents"][0]
    assert client.get(f"/api/hsds/services/{service['id']}").json() == service
    assert client.get("/api/hsds/services/00000000-0000-0000-0000-000000000000").status_code == 404


def test_a_list_without_more_tells_only_what_a_service_has_one_of(client: Client) -> None:
    services = hsds(client)["contents"]
    for service in some(services):
        assert not [name for name, value in service.items() if isinstance(value, list)]
        assert service["organization"]["id"] == service["organization_id"]


def test_the_api_says_how_it_can_be_asked(client: Client) -> None:
    about = client.get("/api/hsds/").json()
    assert about["version"] == "3.1"
    assert about["openapi_url"] == f"{settings.BASE_URL}/api/hsds/openapi.json"
    document = client.get("/api/hsds/openapi.json").json()
    assert document["servers"] == [{"url": f"{settings.BASE_URL}/api/hsds"}]
    asked = document["paths"]["/services"]["get"]["parameters"]
    for parameter in asked:
        schema = parameter["schema"]
        told = schema.get("default", schema.get("enum", ["2026-01-01T00:00:00Z"])[0])
        hsds(client, f"?{parameter['name']}={str(told).lower() if isinstance(told, bool) else told}")
    language = next(parameter for parameter in asked if parameter["name"] == "language")
    assert language["schema"]["enum"] == ["nl", "en", "ar", "tr", "pl", "uk"]


def test_a_rule_of_the_week_begins_on_a_day_of_the_week_that_it_names(client: Client) -> None:
    days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    rules = [rule for each in hsds(client, "?full=true&per_page=200")["contents"] for rule in each.get("schedules", [])]
    weekly = [rule for rule in rules if rule.get("freq") == "WEEKLY"]
    for rule in some(weekly):
        begins = date.fromisoformat(rule["dtstart"])
        assert days[begins.weekday()] in rule["byday"].split(",")
        assert 0 <= (begins - date.fromisoformat(rule["valid_from"])).days < 7


def test_pages_together_are_the_whole_and_none_is_twice(client: Client) -> None:
    first = hsds(client, "?per_page=7")
    ids: list[str] = []
    for page in range(1, first["total_pages"] + 1):
        part = hsds(client, f"?per_page=7&page={page}")
        assert part["page_number"] == page
        assert part["first_page"] is (page == 1)
        assert part["last_page"] is (page == first["total_pages"])
        assert part["size"] == len(part["contents"])
        ids += [each["id"] for each in part["contents"]]
    assert len(ids) == len(set(ids)) == first["total_items"]
    beyond = hsds(client, "?per_page=7&page=1000")
    assert beyond["empty"] is True
    assert beyond["contents"] == []


@pytest.mark.parametrize(
    "query",
    ["?page=0", "?page=x", "?per_page=1000", "?language=xx", "?format=xml", "?full=maybe", "?modified_after=soon",
     "?unknown=1", "?page=٣", "?page=1000000000", "?page=" + "9" * 5000],
)  # fmt: skip
def test_what_cannot_be_understood_is_told(client: Client, query: str) -> None:
    response = client.get(f"/api/hsds/services{query}")
    assert response.status_code == 400
    assert response.json()["error"]


def test_the_words_are_in_the_language_that_was_asked_for(client: Client) -> None:
    dutch, arabic = hsds(client, "?search=jeugd")["contents"][0], None
    arabic = client.get(f"/api/hsds/services/{dutch['id']}?language=ar")
    assert arabic["Content-Language"] == "ar"
    assert arabic.json()["name"] != dutch["name"]
    assert "/ar/" in arabic.json()["url"]


def test_terms_and_organisations_can_be_asked_for(client: Client) -> None:
    service = hsds(client, "?full=true&search=jeugd")["contents"][0]
    term = service["attributes"][0]["taxonomy_term"]["id"]
    own = hsds(client, f"?taxonomy_term_id={term}&per_page=200&full=true")["contents"]
    assert service["id"] in {each["id"] for each in own}
    assert all(term in {held["taxonomy_term"]["id"] for held in each["attributes"]} for each in some(own))
    of_the_team = hsds(client, f"?organization_id={service['organization_id']}&per_page=200")["contents"]
    assert {each["organization_id"] for each in of_the_team} == {service["organization_id"]}


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_what_has_one_id_is_told_once_and_a_name_is_in_the_language_it_says(client: Client, language: str) -> None:
    dutch = {term["id"]: term["name"] for term in terms(hsds(client, "?full=true&per_page=200"))}
    known: dict[str, dict[str, Any]] = {}
    for term in some(terms(hsds(client, f"?full=true&per_page=200&language={language}"))):
        assert known.setdefault(term["id"], term) == term
        assert term["language"] in {"nl", language}
        if term["language"] == "nl":
            assert term["name"] == dutch[term["id"]]
    assert known


def terms(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [held["taxonomy_term"] for each in answer["contents"] for held in each.get("attributes", [])]


def test_what_changed_since_can_be_asked_for(client: Client) -> None:
    assert hsds(client, "?modified_after=2001-01-01")["total_items"] > 0
    assert hsds(client, "?modified_after=2999-01-01T00:00:00Z")["empty"] is True


def test_no_example_is_told_to_anybody(client: Client) -> None:
    organisation = Organisation.objects.filter(hidden_place=False).first()
    assert organisation is not None
    sample = Fact.objects.create(slug="proef", kind="phone", value="038 000 11 22", label="Proef", sample=True)
    Organisation.objects.filter(pk=organisation.pk).update(
        phone=sample,
        website="https://voorbeeld.example/",
        website_is_sample=True,
        mail="proef@example.org",
        mail_is_sample=True,
        address="Voorbeeldstraat 1",
        address_is_sample=True,
    )
    everything = json.dumps(hsds(client, "?full=true&per_page=200")) + str(records("nl", TODAY))
    for example in ("038 000 11 22", "038 000 00 00", "voorbeeld.example", "example.org", "Voorbeeldstraat"):
        assert example not in everything


def test_a_hidden_place_is_nowhere(client: Client) -> None:
    hidden = Organisation.objects.filter(hidden_place=True).values_list("slug", flat=True)
    assert hidden
    for record in some(records("nl", TODAY)):
        if record.slug.removeprefix("organisatie/") in hidden:
            assert not record.places
            assert {area.slug for area in record.areas} == {"gemeente"}


def test_a_confirmed_address_is_told_in_every_standard(client: Client) -> None:
    Location.objects.filter(slug="oost").update(address="Dorpsstraat 12a, 8024 XB Zwolle", address_is_sample=False)
    organisation = Organisation.objects.filter(hidden_place=False).first()
    assert organisation is not None
    organisation.address, organisation.address_is_sample = "Plein 1, Zwolle", False
    organisation.address_confirmed_on, organisation.latitude, organisation.longitude = TODAY, 52.51, 6.09
    organisation.full_clean()
    organisation.save()
    record = record_of(organisation, "nl", TODAY)
    assert record is not None
    assert (record.places[0].address, record.places[0].latitude) == ("Plein 1, Zwolle", 52.51)
    services = hsds(client, "?full=true&per_page=200")["contents"]
    for service in services:
        check("service", service)
    told = {
        (address["address_1"], address["postal_code"], address["city"], address["country"], address["address_type"])
        for service in services
        for there in service.get("service_at_locations", [])
        for address in there["location"].get("addresses", [])
    }
    assert told == {
        ("Plein 1", "", "Zwolle", "NL", "physical"),
        ("Dorpsstraat 12a", "8024 XB", "Zwolle", "NL", "physical"),
    }
    office = next(
        thing
        for thing in graph(client.get("/nl/wijkteams/oost/").content.decode())
        if thing["@type"] == "GovernmentOffice"
    )
    address = office["address"]
    assert (address["streetAddress"], address["postalCode"], address["addressLocality"]) == (
        *("Dorpsstraat 12a", "8024 XB"),
        "Zwolle",
    )


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Plein 1, Zwolle", ("Plein 1", "", "Zwolle")),
        ("Plein 1", ("Plein 1", "", "Hattem")),
        ("Plein 1, 8011AA  ZWOLLE", ("Plein 1", "8011 AA", "ZWOLLE")),
        ("Plein 1 8011 AA", ("Plein 1", "8011 AA", "Hattem")),
        ("Plein 1, ingang B", ("Plein 1, ingang B", "", "Hattem")),
        ("Stadhuis, Grote Markt 1000", ("Stadhuis, Grote Markt 1000", "", "Hattem")),
        ("Markt 3, 's-Hertogenbosch", ("Markt 3", "", "'s-Hertogenbosch")),
    ],
)
def test_an_address_in_one_line_has_parts(line: str, parts: tuple[str, str, str]) -> None:
    found = parts_of(line, "Hattem")
    assert (found.street, found.postcode, found.town) == parts


def test_every_answer_names_the_licence(client: Client, settings: Any) -> None:
    settings.DATA_LICENCE = LICENCES["CC-BY-4.0"]
    url = "https://creativecommons.org/licenses/by/4.0/"
    for path in ("", "openapi.json", "services", "services?per_page=1&full=true"):
        assert client.get(f"/api/hsds/{path}")["Link"] == f'<{url}>; rel="license"'
    assert client.get("/api/hsds/").json()["license"]["url"] == url
    told = client.get("/api/hsds/openapi.json").json()["info"]["license"]
    assert told == {"name": "Creative Commons Attribution 4.0 International", "identifier": "CC-BY-4.0"}


def test_a_day_on_which_the_team_is_closed_is_in_every_standard(client: Client) -> None:
    CalendarException.objects.create(calendar=None, day=date(2999, 5, 5), reason="Bevrijdingsdag")
    told = hsds(client, "?full=true&per_page=1")["contents"][0]
    assert "Bevrijdingsdag" in json.dumps(told)
    check("service", told)
    page = client.get("/nl/wijkteams/oost/").content.decode()
    special = next(each for each in graph(page) if each["@type"] == "GovernmentOffice")
    days = {each["validFrom"]: each for each in special["specialOpeningHoursSpecification"]}
    assert (days["2999-05-05"]["opens"], days["2999-05-05"]["closes"]) == ("00:00", "00:00")


def test_an_age_is_told_only_when_its_condition_is_confirmed_and_holds(client: Client) -> None:
    service = Service.objects.get(slug="jeugdhulp")
    Condition.objects.all().update(confirmed_on=None)
    condition = Condition.objects.first()
    assert condition is not None
    condition.minimum_age, condition.maximum_age = 4, 11
    condition.valid_from = condition.valid_until = None
    condition.save()
    condition.services.add(service)
    assert _ages() == (None, None)
    condition.confirmed_on = TODAY
    condition.save()
    assert _ages() == (4, 11)
    other = Condition.objects.exclude(pk=condition.pk).first()
    assert other is not None
    other.minimum_age, other.maximum_age, other.confirmed_on = 8, None, TODAY
    other.valid_from = other.valid_until = None
    other.save()
    other.services.add(service)
    assert _ages() == (4, None)


def _ages() -> tuple[int | None, int | None]:
    record = record_of(Service.objects.get(slug="jeugdhulp"), "nl", TODAY)
    assert record is not None
    return record.minimum_age, record.maximum_age


def test_a_record_alone_is_the_same_as_among_all() -> None:
    with one_request():  # for each of them the state of the site would be read again, some times over
        for language in ("nl", "ar", "tr"):
            for record in some(records(language, TODAY)):
                kind, _, slug = record.slug.partition("/")
                model: Any = {"dienst": Service, "organisatie": Organisation}[kind]
                assert record_of(model.objects.get(slug=slug), language, TODAY) == record

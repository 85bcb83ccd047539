"""Organisations as rows: what the database refuses, what the editor reads, and what a content file may hold."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from services.content.load import load
from services.models import Audience, District, Organisation, Postcode, Service, ServicePage, SpokenLanguage

from .conftest import Folder

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def organisation(**values: Any) -> Organisation:
    return Organisation(**({"slug": "proef", "name": "Proef", "kind": "meeting"} | values))


IMPOSSIBLE = [
    ({"kind": "shelter"}, "hidden_place"),
    ({"kind": "violence"}, "hidden_place"),
    ({"hidden_place": True, "address": "Straat 1"}, "address"),
    ({"hidden_place": True, "latitude": 52.5, "longitude": 6.1}, "latitude"),
    ({"hidden_place": True, "address_confirmed_on": TODAY}, "address_confirmed_on"),
    ({"address": "Straat 1", "latitude": 52.5, "longitude": 6.1}, "address_confirmed_on"),
    ({"address": "Straat 1", "address_confirmed_on": TODAY, "latitude": 52.5}, "longitude"),
    ({"address": "Straat 1", "address_confirmed_on": TODAY, "longitude": 6.1}, "latitude"),
    ({"address": "Straat 1", "address_is_sample": True, "address_confirmed_on": TODAY}, "address_confirmed_on"),
    ({"address_confirmed_on": TODAY}, "address_confirmed_on"),
    ({"address": "Straat 1", "address_confirmed_on": TODAY, "latitude": 152.5, "longitude": 6.1}, "latitude"),
]


@pytest.mark.parametrize(("values", "field"), IMPOSSIBLE)
def test_the_database_refuses_an_impossible_place(values: dict[str, Any], field: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        organisation(**values).save()


@pytest.mark.parametrize(("values", "field"), IMPOSSIBLE)
def test_the_editor_reads_which_field_is_wrong(values: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        organisation(**values).full_clean()
    assert field in caught.value.message_dict
    assert "__all__" not in caught.value.message_dict


def test_a_confirmed_address_may_have_a_place_on_the_map() -> None:
    row = organisation(address="Straat 1", address_confirmed_on=TODAY, latitude=52.5, longitude=6.1)
    row.full_clean()
    row.save()
    assert row.point == (52.5, 6.1)


@pytest.mark.parametrize("digits", [802, 121, 10000])
def test_a_postcode_is_four_digits(digits: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Postcode.objects.create(digits=digits, district=District.objects.get(slug="noord"))


def test_a_name_is_in_each_language_once() -> None:
    dutch = Audience.objects.get(slug="jongeren", locale__language_code="nl")
    with pytest.raises(IntegrityError), transaction.atomic():
        Audience.objects.create(slug="jongeren", name="Nog eens", locale=dutch.locale)


# --- the editor's form --------------------------------------------------------------------------------------


def form_values(**values: Any) -> dict[str, Any]:
    given = {"name": "Proef", "slug": "proef", "kind": "meeting", "cost": "unknown", "wheelchair": "unknown"}
    return given | {"active": "on"} | values


@pytest.fixture
def editor(cast: Any, sign_in: Callable[..., Client]) -> Client:
    return sign_in(cast.editor)


def test_an_editor_makes_an_organisation(editor: Client) -> None:
    editor.post(reverse("wagtailsnippets_services_organisation:add"), form_values())
    assert Organisation.objects.get(slug="proef").name == "Proef"


def test_a_hidden_place_is_in_no_district(editor: Client) -> None:
    district = District.objects.get(slug="noord").pk
    answer = editor.post(
        reverse("wagtailsnippets_services_organisation:add"),
        form_values(kind="shelter", hidden_place="on", districts=[district]),
    )
    assert not Organisation.objects.filter(slug="proef").exists()
    assert "districts" in answer.context["form"].errors


def test_unconfirmed_organisations_are_found(editor: Client) -> None:
    Organisation.objects.filter(slug="wijz").update(confirmed_on=TODAY)
    address = reverse("wagtailsnippets_services_organisation:list")
    shown = {row.slug for row in editor.get(address + "?unconfirmed=true&kind=welfare").context["object_list"]}
    assert shown == {"travers-welzijn"}
    shown = {row.slug for row in editor.get(address + "?nowhere=false&kind=violence").context["object_list"]}
    assert shown == {"veilig-thuis", "centrum-seksueel-geweld"}


@pytest.mark.parametrize("model", ["organisation", "service", "audience", "spokenlanguage", "postcode"])
def test_who_answers_questions_changes_no_organisation(
    model: str, cast: Any, sign_in: Callable[..., Client], editor: Client
) -> None:
    address = reverse(f"wagtailsnippets_services_{model}:list")
    assert editor.get(address).status_code == 200
    assert sign_in(cast.colleague).get(address).status_code == 302


# --- the content ---------------------------------------------------------------------------------------------


def test_the_directory_begins_with_thirty_organisations_and_invents_nothing() -> None:
    rows = Organisation.objects.all()
    assert rows.count() >= 30
    assert not rows.exclude(address="", website="", mail="").exists()
    assert not rows.exclude(confirmed_on=None).exists()
    assert not rows.exclude(phone=None).filter(phone__sample=True).exists()
    assert Postcode.objects.exists()
    assert not Postcode.objects.filter(sample=False).exists()


def test_every_page_of_a_service_has_its_row() -> None:
    pages = ServicePage.objects.filter(locale__language_code="nl")
    assert {page.service.slug for page in pages} == set(Service.objects.values_list("slug", flat=True))


ROW = {"slug": "koor", "name": "Koor", "kind": "meeting"}


def write(folder: Folder, row: dict[str, Any]) -> Path:
    folder.write("audiences/nl.yaml", {"zangers": {"name": "Zangers"}})
    folder.write("audiences/en.yaml", {"zangers": {"name": "Singers"}})
    folder.write("rows/languages.yaml", [{"code": "fy", "name": "Fries"}])
    return folder.write("rows/organisations.yaml", [ROW | row])


def test_a_file_gives_an_organisation_its_facets(folder: Folder) -> None:
    write(folder, {"audiences": ["zangers"], "languages": ["fy"], "cost": "free", "at_home": True})
    folder.load()
    row = Organisation.objects.get(slug="koor")
    assert [each.name for each in row.audiences.all()] == ["Zangers"]
    assert list(row.languages.all()) == [SpokenLanguage.objects.get(code="fy")]
    assert (row.cost, row.at_home, row.active) == ("free", True, True)
    assert Audience.objects.get(slug="zangers", locale__language_code="en").name == "Singers"
    assert folder.load().nothing_new


def test_what_an_editor_changed_of_an_organisation_stays(folder: Folder) -> None:
    write(folder, {"cost": "free"})
    folder.load()
    Organisation.objects.filter(slug="koor").update(cost="depends")
    write(folder, {"cost": "contribution"})
    assert "organisation koor" in folder.load().left_alone
    assert Organisation.objects.get(slug="koor").cost == "depends"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"audiences": ["dansers"]}, "audiences: there is no audience dansers"),
        ({"themes": ["niets"]}, "themes: there is no theme niets"),
        ({"kind": "circus"}, "must be one of"),
        ({"kind": "shelter"}, "hidden_place: must be true for shelter"),
        ({"hidden_place": True, "address": "Straat 1"}, "address: nobody may know where this is"),
        ({"latitude": 52.5, "longitude": 6.1}, "latitude: only a confirmed address"),
        ({"latitude": 52.5}, "needs both latitude and longitude"),
        ({"phone": "bestaat-niet"}, "phone: there is no fact bestaat-niet"),
    ],
)
def test_a_faulty_organisation_is_refused_with_its_line(folder: Folder, row: dict[str, Any], said: str) -> None:
    from services.yaml_files.documents import FaultyContent

    write(folder, row)
    with pytest.raises(FaultyContent) as caught:
        load(folder.path)
    assert "rows/organisations.yaml:" in str(caught.value)
    assert said in str(caught.value)
    assert not Organisation.objects.filter(slug="koor").exists()

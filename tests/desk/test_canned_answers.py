"""Canned answers: editors and leaders manage them, colleagues use them, and a fact that is gone is told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client

from home.cache.generation import current
from questions.management.commands.set_up_roles import COLLEAGUE, EDITOR, LEADER
from questions.models import CannedAnswer
from services.models import Fact, Theme
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
LIST = "/beheer/standaardantwoorden/"


def filled(**other: str) -> dict[str, str]:
    return {
        "name": "Recht en hulp",
        "theme": "",
        "language": "nl",
        "text": "Bel {fact:juridisch-loket}.",
        "active": "on",
    } | other


def body(response: Any) -> str:
    return str(response.content.decode())


def test_editors_and_leaders_make_change_and_delete_them(cast: Cast, sign_in: SignIn) -> None:
    for number, who in enumerate(some([cast.editor, cast.leader])):
        client = sign_in(who)
        assert "Standaardantwoorden" in body(client.get("/beheer/", follow=True))
        assert client.get(LIST).status_code == 200
        assert client.post(f"{LIST}add/", filled(name=f"Naam {number}")).status_code == 302
        made = CannedAnswer.objects.get(name=f"Naam {number}")
        assert client.post(f"{LIST}edit/{made.pk}/", filled(name="Anders")).status_code == 302
        made.refresh_from_db()
        assert made.name == "Anders"
        assert client.post(f"{LIST}delete/{made.pk}/").status_code == 302
        assert not CannedAnswer.objects.filter(pk=made.pk).exists()


def test_colleagues_and_administrators_do_not(cast: Cast, sign_in: SignIn) -> None:
    row = CannedAnswer.objects.create(name="Blijft", language="nl", text="Woorden")
    for who in some([cast.colleague, cast.confidant, cast.administrator]):
        client = sign_in(who)
        assert "Standaardantwoorden" not in body(client.get("/beheer/", follow=True))
        for address in (LIST, f"{LIST}add/", f"{LIST}edit/{row.pk}/", f"{LIST}delete/{row.pk}/"):
            assert client.get(address).status_code != 200, (who, address)
            client.post(address, filled(name="Van mij"))
    assert not CannedAnswer.objects.filter(name="Van mij").exists()
    assert CannedAnswer.objects.filter(pk=row.pk).exists()


def test_an_installation_that_had_its_roles_before_gets_the_rights_as_well() -> None:
    for role in some([EDITOR, LEADER]):
        held = Group.objects.get(name=role).permissions
        held.remove(*some(held.filter(content_type__model="cannedanswer")))
    call_command("set_up_roles")
    for role, number in ((EDITOR, 4), (LEADER, 4), (COLLEAGUE, 0)):
        held = Group.objects.get(name=role).permissions.filter(content_type__model="cannedanswer")
        assert held.count() == number, role


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"text": "Bel {fact:bestaat-niet}."}, "“bestaat-niet”"),
        ({"text": "  \u200b "}, "Schrijf"),
        ({"language": "fr"}, "fr"),
        ({"name": ""}, "verplicht"),
        ({"name": "Al een"}, "Er is er al een met deze naam in deze taal."),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(
    wrong: dict[str, str], told: str, cast: Cast, sign_in: SignIn
) -> None:
    CannedAnswer.objects.create(name="Al een", language="nl", text="Woorden")
    response = sign_in(cast.editor).post(f"{LIST}add/", filled(**({"text": "Mijn woorden"} | wrong)))
    assert response.status_code == 200
    assert told in body(response)
    assert wrong.get("text", "Mijn woorden").strip() in body(response)
    assert not CannedAnswer.objects.exclude(name="Al een", text="Woorden").exists()


def test_it_is_seen_beforehand_as_the_resident_reads_it_in_its_own_language(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.leader), f"{LIST}preview/"
    assert client.post(address, filled(language="ar", text="اتصل بـ {fact:juridisch-loket}")).json()["is_valid"]
    page = body(client.get(address + "?mode="))
    assert "0800-8020" in page
    assert "{fact:" not in page
    assert '<html lang="ar" dir="rtl"' in page
    assert not CannedAnswer.objects.filter(language="ar", name="Recht en hulp").exists()


def test_the_list_tells_which_name_a_fact_that_is_gone_and_filters(cast: Cast, sign_in: SignIn) -> None:
    Fact.objects.create(slug="loket", label="Loket", kind="phone", value="038-4000000")
    CannedAnswer.objects.create(name="Nog heel", language="nl", text="Bel {fact:politie}")
    CannedAnswer.objects.create(
        name="Niet meer heel", language="tr", theme=Theme.objects.get(slug="geld"), text="{fact:loket}"
    )
    client = sign_in(cast.editor)
    assert "Bestaat niet meer" not in body(client.get(LIST))
    Fact.objects.get(slug="loket").delete()
    assert body(client.get(LIST)).count("Bestaat niet meer: loket") == 1
    for asked in some(["language=tr", f"theme={Theme.objects.get(slug='geld').pk}&language=tr"]):
        found = body(client.get(f"{LIST}?{asked}"))
        assert "Niet meer heel" in found
        assert "Nog heel" not in found


def test_saving_one_drops_no_page_that_is_kept(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.editor)
    before = current()
    assert client.post(f"{LIST}add/", filled()).status_code == 302
    assert CannedAnswer.objects.filter(name="Recht en hulp").exists()
    assert current() == before

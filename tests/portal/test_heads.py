"""What a door tells search engines: what it is about, and where it is in the other languages."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from tests.heads import addresses, faults_of_head, hidden
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

DOORS = (
    "vraag/", "vraag/volgen/", "chat/", "gesprek/", "bereikbaarheid/", "zoeken/", "wie-helpt/", "kan-ik-hulp-krijgen/",
    "moeilijke-woorden/",
)  # fmt: skip


def head(html: str) -> Any:
    return BeautifulSoup(html, "html.parser").head


@pytest.mark.reads
def test_a_door_says_what_it_is_about_and_where_it_is_in_every_language(client: Client) -> None:
    languages = [code for code, _name in settings.LANGUAGES]
    said = set()
    for door in DOORS:
        everywhere = {code: f"{settings.BASE_URL}/{code}/{door}" for code in languages}
        for code in some(languages):
            html = client.get(f"/{code}/{door}?thema=geld").content.decode()
            assert faults_of_head(html, settings.BASE_URL) == [], f"/{code}/{door}"
            of_door = head(html)
            assert addresses(of_door) == everywhere | {"x-default": f"{settings.BASE_URL}/"}
            assert of_door.select_one("link[rel=canonical]")["href"] == everywhere[code]
            said.add(of_door.select_one("meta[name=description]")["content"])
    assert len(said) == len(DOORS) * len(languages)


@pytest.mark.reads
def test_pages_say_it_too(client: Client) -> None:
    wrong = {}
    for path in (
        "",
        "diensten/",
        "diensten/jeugdhulp/",
        "organisaties/",
        "organisaties/zwolledoet/",
        "wijkteams/oost/",
    ):
        for code in ("nl", "tr", "ar"):
            found = faults_of_head(client.get(f"/{code}/{path}").content.decode(), settings.BASE_URL)
            if found:
                wrong[f"/{code}/{path}"] = found
    assert wrong == {}


def test_what_is_somebodys_or_only_an_answer_is_left_out(client: Client) -> None:
    asked = client.get("/nl/vraag/")
    form: dict[str, str] = {
        str(each["name"]): str(each.get("value", ""))
        for each in some(BeautifulSoup(asked.content, "html.parser").select("form.ask input[name=submission]"))
    }
    confirmation = client.post("/nl/vraag/", form | {"theme": "geld", "text": "Een vraag", "answer_by": "page"})
    assert confirmation.status_code == 200
    pages = {
        "confirmation": confirmation,
        "conversation": client.get("/nl/gesprek/"),
        "search": client.get("/nl/zoeken/?q=geld"),
        "finder": client.get("/nl/wie-helpt/geld/"),
    }
    assert [name for name, page in pages.items() if not hidden(head(page.content.decode()))] == []

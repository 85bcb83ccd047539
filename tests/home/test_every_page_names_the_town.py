"""Name, menu and foot of every page: in whose town it is, and the way to everything that one may look for."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from home.models import Municipality
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DOORS = (
    "vraag/",
    "vraag/zorg/",
    "vraag/volgen/",
    "chat/",
    "zoeken/",
    "wie-helpt/",
    "bereikbaarheid/",
    "moeilijke-woorden/",
)


def soup(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200, path
    return BeautifulSoup(response.content.decode(), "html.parser")


def title(page: BeautifulSoup) -> str:
    assert page.title is not None
    return " ".join(page.title.get_text().split())


def test_the_title_of_every_kind_of_page_and_every_door_names_the_team_of_the_town(client: Client) -> None:
    Municipality.objects.update(name="Raalte", organisation="Buurtteam")
    pages = Page.objects.live().filter(locale__language_code="nl", depth__gt=1).order_by("path")
    paths = {page.content_type_id: page.url for page in pages}
    titles = {
        path: title(soup(client, path))
        for path in some([*paths.values(), *(f"/nl/{door}" for door in DOORS), "/ar/", "/uk/vraag/"])
    }
    assert {path: name for path, name in titles.items() if not name.endswith(" · Buurtteam Raalte")} == {}


def test_the_home_page_is_called_as_the_team_and_not_twice(client: Client) -> None:
    assert title(soup(client, "/nl/")) == "Sociaal Wijkteam Zwolle"


def test_the_foot_leads_to_asking_chat_answer_and_questions_and_to_nothing_twice(client: Client) -> None:
    foot = soup(client, "/nl/over-ons/").select_one(".foot")
    assert foot is not None
    links = [str(link["href"]) for link in foot.select("a[href]")]
    for path in ("vraag", "chat", "vraag/volgen", "veelgestelde-vragen", "over-ons", "toegankelijkheid", "privacy"):
        assert f"/nl/{path}/" in links
    assert [link for link, times in Counter(links).items() if times > 1] == []
    for section in some(foot.select("section")):
        assert section.select_one("h2")

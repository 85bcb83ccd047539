"""The head of a page of words: its tint and its door, then what to do next, then the words."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from services.models import GuidePage, ThemePage
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def parts_of(client: Client, path: str) -> tuple[Tag, list[Tag]]:
    """The tinted part of a page, and its head, its panel and its words in the order of reading."""
    tinted = BeautifulSoup(client.get(path).content, "html.parser").select_one("main > .tinted")
    assert tinted
    page = tinted.select_one(".page")
    assert page
    return tinted, page.find_all(True, recursive=False)


@pytest.mark.parametrize(
    "path",
    [
        "/nl/onderwerpen/geld/",
        "/ar/diensten/jeugdhulp/",
        "/nl/zelf-regelen/geldzaken-op-orde/overzicht-maken/",
        "/ar/veelgestelde-vragen/gesprek-thuis/",
        "/nl/privacy/",
        "/nl/voorwaarden/wmo/",
        "/nl/wijkteams/",
        "/ar/wijkteams/oost/",
        "/nl/onderwerpen/",
    ],
)
def test_what_to_do_next_stands_once_and_between_the_head_and_the_words(client: Client, path: str) -> None:
    _tinted, parts = parts_of(client, path)
    assert [each.name for each in parts] == ["header", "aside", "article"]
    head, panel, words = parts
    assert head.find("h1")
    links = [str(link["href"]) for link in panel.find_all("a")]
    assert "/vraag/" in links[0]
    # The page of a team is itself where one comes by.
    is_team = path.endswith("/oost/")
    assert links[-1].endswith("/wijkteams/") is not is_team
    assert len(panel.select(".now")) == (1 if is_team else 2)
    assert not words.select(".utrecht-button--primary-action")


def test_a_page_has_the_tint_and_the_door_of_its_theme(client: Client) -> None:
    pages = [
        *ThemePage.objects.filter(locale__language_code="nl"),
        *GuidePage.objects.filter(slug="post-en-rekeningen"),
    ]
    for page in some(pages):
        theme = page.subject if isinstance(page, GuidePage) else page.theme
        tinted, parts = parts_of(client, page.url)
        assert f"tinted--{theme.tint}" in tinted["class"]
        assert parts[0].select_one(f".theme-door .icon--{theme.icon}")
    tinted, parts = parts_of(client, "/nl/privacy/")
    assert not tinted.select_one(".theme-door")


def test_danger_comes_before_what_to_do_next(client: Client) -> None:
    for path in ("/nl/onderwerpen/veilig/", "/uk/diensten/zorgen-melden/"):
        _tinted, parts = parts_of(client, path)
        assert parts[0].select_one('a[href="tel:112"]')

"""On a page in another language every Dutch word says that it is Dutch: all page types, every text on the screen."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from django.test import Client
from wagtail.models import Page

from home.models import BasePage
from home.pages.selectors import load_pages, page_types
from tests.some import some
from tools.texts.rules import NAMES

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.reads]

NOT_READ = {"script", "style", "svg", "title", "noscript", "template"}
# Of names that stand for themselves in any language, besides those in `bdi` and in `translate="no"`.
CONTENT_NAMES = ("Midden", "Noord", "Oost", "Zuid", "West", "Kindertelefoon", "Zelfmoordpreventie")
SERVICE = "diensten/jeugdhulp/"
LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")


def language_of(node: NavigableString) -> str:
    """The language that a reader's voice would use for this text."""
    return next((str(above["lang"]) for above in node.parents if above.get("lang")), "")


def direction_of(node: NavigableString) -> str:
    """The direction it is laid out in."""
    return next((str(above["dir"]) for above in node.parents if above.get("dir")), "ltr")


@cache
def shown(language: str, path: str) -> BeautifulSoup:
    """A page of the loaded content, which no test of this file changes: made and read once."""
    return BeautifulSoup(Client().get(f"/{language}/{path}").content, "html.parser")


def texts(page: BeautifulSoup) -> Iterator[NavigableString]:
    """Every text on the screen, but for what is no language: names and numbers that are set apart."""
    for node in page.find_all(string=True):
        if type(node) is not NavigableString or not node.strip():
            continue
        above = [each for each in node.parents if isinstance(each, Tag)]
        apart = any(each.name in NOT_READ | {"bdi"} or each.get("translate") == "no" for each in above)
        if not apart:
            yield node


def without_names(text: str) -> str:
    """What is left of a text when names are taken out that are the same in every language."""
    for name in sorted([*NAMES, *CONTENT_NAMES], key=len, reverse=True):
        text = text.replace(name, " ")
    return text


@cache
def one_of_each() -> dict[type[BasePage], list[str]]:
    """Of every page type the slugs' paths of a few pages, the same in every language."""
    found: dict[type[BasePage], list[str]] = {model: [] for model in page_types()}
    for page in load_pages(Page.objects.filter(live=True, depth__gt=1, locale__language_code="nl").order_by("path")):
        if len(found[type(page)]) < 2:
            found[type(page)].append(page.url.removeprefix("/nl/"))
    return found


def test_every_page_type_is_looked_at() -> None:
    assert all(paths for paths in some(one_of_each().values()))


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_every_text_in_latin_letters_says_which_language_it_is_in(language: str) -> None:
    unmarked = []
    for path in some(path for paths in one_of_each().values() for path in paths):
        unmarked += [
            (path, str(node).strip())
            for node in some(texts(shown(language, path)))
            if LATIN.search(without_names(str(node))) and language_of(node) == language
        ]
    assert unmarked == []


@pytest.mark.parametrize("language", ["ar", "uk", "en", "tr"])
def test_language_and_direction_go_together(language: str) -> None:
    dutch: list[tuple[str, Tag]] = []
    for path in some(path for paths in one_of_each().values() for path in paths):
        soup = shown(language, path)
        page: Any = soup.html
        assert (page["lang"], page["dir"]) == (language, "rtl" if language == "ar" else "ltr")
        # A `bdi` finds its own direction.
        dutch += [(path, node) for node in soup.find_all(lang="nl") if node.name not in {"meta", "a", "bdi"}]
    for path, node in some(dutch):
        assert node.get("dir") == "ltr", f"{path}: {node}"


def test_the_dutch_words_of_a_fallback_are_all_inside_dutch() -> None:
    page = Page.objects.get(slug="jeugdhulp", locale__language_code="nl").specific
    assert page.summary not in shown("ar", SERVICE).decode(formatter=None)
    dutch = [node for node in texts(shown("tr", SERVICE)) if str(node).strip() in {page.title, page.summary}]
    assert dutch
    assert {(language_of(node), direction_of(node)) for node in dutch} == {("nl", "ltr")}


def test_the_title_of_a_fallback_begins_in_the_language_of_the_reader() -> None:
    soup = shown("tr", SERVICE)
    title: Any = soup.title
    dutch = Page.objects.get(slug="jeugdhulp", locale__language_code="nl").title
    assert dutch in title.string
    assert not title.string.startswith(dutch)
    summary: Any = soup.find("meta", {"name": "description"})
    assert summary["lang"] == "nl"


@pytest.mark.parametrize(("language", "header"), [("nl", "nl"), ("ar", "ar"), ("tr", "tr, nl")])
def test_the_header_names_the_languages_of_a_page(client: Client, language: str, header: str) -> None:
    assert client.get(f"/{language}/diensten/jeugdhulp/").headers["Content-Language"] == header


@pytest.mark.parametrize("language", ["nl", "ar", "tr"])
def test_search_engines_get_every_translation_no_fallback_and_where_a_language_is_picked(
    language: str, settings: Any
) -> None:
    soup = shown(language, SERVICE)
    offered = {str(each["hreflang"]): str(each["href"]) for each in soup.find_all("link", rel="alternate")}
    assert offered == {code: f"{settings.BASE_URL}/{code}/diensten/jeugdhulp/" for code in ("nl", "en", "ar")} | {
        "x-default": f"{settings.BASE_URL}/"
    }
    canonical: Any = soup.find("link", rel="canonical")
    expected = "nl" if language == "tr" else language
    assert canonical["href"] == f"{settings.BASE_URL}/{expected}/diensten/jeugdhulp/"


@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr", "pl", "uk"])
def test_the_example_of_a_reference_is_one_piece_from_left_to_right(client: Client, language: str) -> None:
    html = client.get(f"/{language}/vraag/volgen/").content.decode()
    assert '<bdi dir="ltr">K7M\N{NON-BREAKING HYPHEN}4QX</bdi>' in html

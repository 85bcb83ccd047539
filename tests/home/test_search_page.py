"""The door `/<lang>/zoeken/`: works without a script and a cookie, and says kindly when there is nothing."""

import logging
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def asked(client: Client, query: str, language: str = "nl") -> Any:
    return client.get(f"/{language}/zoeken/", {"q": query})


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def results(response: Any) -> list[Tag]:
    return soup(response).select(".results > li")


def test_a_result_tells_title_summary_kind_and_place(client: Client) -> None:
    first = results(asked(client, "schulden"))[0]
    link = first.select_one("h3 a")
    assert link is not None
    assert link["href"] == "/nl/onderwerpen/geld/"
    assert link.get_text() == "Geld en schulden"
    assert "Rekeningen" in first.get_text()
    kind, place = first.select(".result__place > span")
    assert kind.get_text()
    assert place.get_text() == "Onderwerpen"


def test_every_result_leads_to_a_page(client: Client) -> None:
    for language in LANGUAGES:
        found = results(asked(client, "a", language))
        assert found
        for result in some(found[:5]):
            link = result.select_one("h3 a")
            assert link is not None
            assert client.get(str(link["href"])).status_code == 200


def test_dutch_words_are_marked_for_who_reads_another_language(client: Client) -> None:
    for result in some(results(asked(client, "geld", "tr"))):
        marked = result.select_one("h3 a > span")
        assert marked is not None
        assert (marked["lang"], marked["dir"]) == ("nl", "ltr")
    arabic = results(asked(client, "المال والديون", "ar"))
    assert arabic
    assert not [result for result in arabic if result.select("h3 a > span[lang]")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_a_plain_form_that_keeps_what_was_typed(client: Client, language: str) -> None:
    page = soup(asked(client, '"><b>huur', language))
    form = page.select_one("main form[role=search]")
    assert form is not None
    assert form["method"] == "get"
    assert form["action"] == f"/{language}/zoeken/"
    field = form.select_one("input[name=q]")
    assert field is not None
    assert field["value"] == '"><b>huur'
    assert form.select_one(f"label[for={field['id']}]")
    assert not form.select("input[type=hidden]")


@pytest.mark.parametrize("path", ["/nl/", "/ar/", "/tr/", "/nl/zoeken/", "/nl/vraag/", "/ar/bestaat-niet/"])
def test_the_search_is_within_reach_on_every_page(client: Client, path: str) -> None:
    language = path[1:3]
    link = soup(client.get(path)).select_one(f'header a[href="/{language}/zoeken/"]:not([hreflang])')
    assert link is not None
    assert link.select_one("svg")
    assert link.get_text(strip=True)


def test_the_home_page_has_the_form(client: Client) -> None:
    assert soup(client.get("/ar/")).select_one('.hero form[action="/ar/zoeken/"] input[name=q]')


@pytest.mark.parametrize("query", ["olifantenpoot", "🙂", "%", "_", "\x00", "'; DROP TABLE", "\ud7ff\u200f", "…"])
def test_without_a_hit_there_is_help(client: Client, query: str) -> None:
    response = asked(client, query)
    assert response.status_code == 200
    page = soup(response)
    assert page.select_one("main [role=status]")
    assert page.select('main .tiles a[href="/nl/onderwerpen/geld/"]')
    assert page.select('main a[href="/nl/vraag/"]')
    assert not page.select(".results")


@pytest.mark.parametrize("query", ["", "   ", "\t\n"])
def test_an_empty_search_asks_for_a_word(client: Client, query: str) -> None:
    page = soup(asked(client, query))
    assert page.select_one("main [role=status]")
    assert page.select("main .tiles a")
    assert not soup(client.get("/nl/zoeken/")).select_one("main [role=status]")


@pytest.mark.parametrize("length", [201, 5000])
def test_a_long_text_is_told_to_be_shorter_and_searched_for_nothing(client: Client, length: int) -> None:
    client.get("/nl/zoeken/")
    with CaptureQueriesContext(connection) as queries:
        response = asked(client, "geld " * (length // 5 + 1))
    assert response.status_code == 200
    assert not results(response)
    assert soup(response).select_one("main .utrecht-alert--warning")
    assert not [query for query in queries if "searchentry" in query["sql"]]
    assert results(asked(client, ("geld " * 40)[:200]))


def test_a_sentence_without_a_page_offers_its_own_words(client: Client) -> None:
    page = soup(asked(client, "ik kan de huur niet betalen"))
    assert {str(link["href"]) for link in page.select("main ul.cluster a")} == {
        "/nl/zoeken/?q=huur",
        "/nl/zoeken/?q=betalen",
    }


def test_a_search_leaves_nothing_behind(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    cache.clear()
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as queries:
        response = asked(client, "mishandeling")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "no-store" in response["Cache-Control"]
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert "mishandeling" not in "".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_only_looking_is_allowed(client: Client) -> None:
    assert client.post("/nl/zoeken/", {"q": "geld"}).status_code == 405
    assert client.head("/nl/zoeken/?q=geld").status_code == 200


def test_bytes_that_are_no_text_are_no_reason_to_fail(client: Client) -> None:
    for raw in ("%ff%fe", "%ED%A0%80", quote("\u202e\u0000geld")):
        assert client.get(f"/nl/zoeken/?q={raw}").status_code == 200
    assert client.get("/nl/zoeken/?q=olifant&q=geld").status_code == 200

"""Kept pages: everybody gets what they would have got without, whoever they are and whatever they ask."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.cache import middleware
from questions.actions.conversations import open_conversation
from questions.resident.cookie import NAME as CONVERSATION
from tests.home.kept_pages import DOORS, SERVICE, kept, page, seen
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]

# --- it works ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/nl/", "/ar/", "/tr/diensten/jeugdhulp/", "/nl/wie-helpt/", "/sitemap.xml"])
def test_a_page_that_is_only_read_is_made_once(path: str) -> None:
    first, second = Client().get(path), Client().get(path)
    assert kept(path)
    assert first.content == second.content
    assert first.headers == second.headers


@pytest.mark.once
def test_without_room_nothing_is_kept(settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 0
    seen()
    assert not kept(SERVICE)


@pytest.mark.once
def test_every_page_of_the_site_is_kept_and_holds_nothing_of_who_asked() -> None:
    pages = Page.objects.live().filter(locale__language_code="nl", depth__gt=1).specific()
    assert len(pages) > 50
    for each in some(pages):
        words = Client().get(each.url).content.decode()
        for trace in ("csrfmiddlewaretoken", "wagtail-userbar", "nonce="):
            assert trace not in words, (each.url, trace)
        if each.ONLY_READ:
            assert kept(each.url), each.url


# --- who asks ----------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize("name", ["sessionid", CONVERSATION, "messages", "django_language", "whatever_comes"])
def test_who_holds_a_cookie_gets_a_page_of_their_own_that_is_for_nobody_else(name: str) -> None:
    somebody = Client()
    somebody.cookies[name] = "x"
    assert not kept(SERVICE, somebody)
    assert not kept(SERVICE)
    assert kept(SERVICE)
    assert not kept(SERVICE, somebody)


@pytest.mark.once
def test_who_met_a_form_elsewhere_reads_kept_pages_but_makes_none(settings: Any) -> None:
    reader = Client()
    reader.get("/nl/vraag/")
    assert list(reader.cookies) == [settings.CSRF_COOKIE_NAME]
    assert not kept(SERVICE, reader)
    assert not kept(SERVICE)
    assert kept(SERVICE, reader)
    assert "Set-Cookie" not in reader.get(SERVICE).headers


def test_a_conversation_is_seen_by_who_holds_it_and_by_nobody_else(asked: Any) -> None:
    question = asked("Mijn geheim is groot.", now=timezone.now()).question
    holder = Client()
    holder.cookies[CONVERSATION] = open_conversation(question, timezone.now())
    for path in ("/nl/gesprek/", "/nl/", SERVICE, "/nl/gesprek/"):
        own = holder.get(path).content.decode()
        assert ("Mijn geheim is groot." in own) is (path == "/nl/gesprek/")
        for _time in range(2):
            other = Client().get(path).content.decode()
            assert "geheim" not in other
            assert question.reference not in other


@pytest.mark.once
@pytest.mark.parametrize("path", DOORS)
def test_a_door_with_a_form_of_ones_own_is_never_kept(path: str) -> None:
    tokens = set()
    for _time in range(2):
        response = Client().get(path)
        assert not response.has_header("ETag")
        tokens.add(str(response.cookies.get("csrftoken", "")))
    assert not kept(path)
    assert len(tokens) == 2 or tokens == {""}


def test_staff_get_pages_of_their_own(cast: Any, sign_in: Callable[..., Client]) -> None:
    seen()
    assert kept(SERVICE)
    assert not kept(SERVICE, sign_in(cast.editor))


@pytest.mark.once
def test_who_sends_a_password_along_gets_a_page_of_their_own() -> None:
    seen()
    assert not kept(SERVICE, headers={"authorization": "Basic eDp4"})


def test_a_draft_that_is_looked_at_is_not_shown_to_readers_nor_the_kept_page_to_who_looks() -> None:
    draft = page()
    draft.title = "Nog niet klaar"
    draft.save_revision()
    published = seen()
    preview = draft.make_preview_request()
    assert "Nog niet klaar" in preview.content.decode()
    assert seen() == published
    middleware.forget()
    draft.make_preview_request()
    assert "Nog niet klaar" not in seen()


# --- what is asked -----------------------------------------------------------------------------------------


@pytest.mark.once
def test_a_question_in_the_address_is_answered_by_itself() -> None:
    seen()
    for query in ("?x=1", "?", "?thema=geld", "?q="):
        made_again = not kept(SERVICE + query)
        assert made_again is (query != "?")
    middleware.forget()
    Client().get(SERVICE + "?x=1")
    assert not kept(SERVICE)


@pytest.mark.once
def test_what_somebody_searched_for_is_never_kept() -> None:
    Client().get("/nl/zoeken/?q=geheim")
    assert "geheim" not in seen("/nl/zoeken/")
    assert not kept("/nl/zoeken/?q=geheim")


@pytest.mark.once
def test_the_headers_of_a_kept_page_come_without_its_words_for_who_asks_only_them() -> None:
    Client().head(SERVICE)
    assert not kept(SERVICE)
    whole = Client().get(SERVICE)
    with CaptureQueriesContext(connection) as captured:
        only = Client().head(SERVICE)
    assert len(captured) <= 1
    assert only.content == b""
    assert only.headers == whole.headers
    assert Client().get(SERVICE).content == whole.content


@pytest.mark.once
def test_what_is_sent_is_never_answered_from_the_store() -> None:
    seen()
    with CaptureQueriesContext(connection) as captured:
        Client().post(SERVICE, {"x": "1"})
    assert len(captured) > 1 or Client().post(SERVICE).status_code != 200


@pytest.mark.once
def test_each_language_is_a_page_of_its_own_whatever_the_browser_prefers() -> None:
    pages = {code: seen(f"/{code}/") for code in ("nl", "en", "ar", "tr", "pl", "uk")}
    assert len(set(pages.values())) == 6
    for code, words in some(pages.items()):
        assert f'<html lang="{code}"' in words
        response = Client().get(f"/{code}/", headers={"accept-language": "en, ar;q=0.5"})
        assert response.content.decode() == words
        assert response.headers["Content-Language"] == code


@pytest.mark.once
def test_the_choice_of_a_language_is_made_for_each_visitor() -> None:
    for preferred in ("ar", "pl", "ar"):
        response = Client().get("/", headers={"accept-language": preferred})
        assert response.status_code == 302
        assert response.headers["Location"] == f"/{preferred}/"
        assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.once
@pytest.mark.parametrize("host", ["evil.example.org", "testserver.evil.example.org", "testserver@evil", "", "x y"])
def test_a_host_that_is_not_ours_gets_and_leaves_nothing(host: str) -> None:
    for _time in range(2):
        response = Client(headers={"host": host}).get(SERVICE) if host else Client(SERVER_NAME="evil").get(SERVICE)
        assert response.status_code == 400
        assert "Jeugd" not in response.content.decode()
        seen()


@pytest.mark.once
def test_a_host_of_ours_has_pages_of_its_own_and_no_header_changes_their_words() -> None:
    words = seen()
    assert not kept(SERVICE, headers={"host": "localhost"})
    middleware.forget()
    forged = {
        "x-forwarded-host": "evil.example.org",
        "x-forwarded-proto": "https",
        "x-original-url": "/nl/",
        "forwarded": "host=evil",
    }
    assert Client().get(SERVICE, headers=forged).content.decode() == words
    assert seen() == words
    assert "evil" not in words


@pytest.mark.once
def test_a_page_over_https_is_another_one() -> None:
    seen()
    with CaptureQueriesContext(connection) as captured:
        Client().get(SERVICE, secure=True)
    assert len(captured) > 1


@pytest.mark.once
@pytest.mark.parametrize(
    "path",
    [
        "/nl/diensten/%6Aeugdhulp/",
        "/nl/diensten%2Fjeugdhulp/",
        "/nl/diensten/jeugdhulp/%2e%2e/",
        "/nl//diensten/jeugdhulp/",
        "/nl/diensten/jeugdhulp//",
        "/nl/diensten/JEUGDHULP/",
        "/NL/diensten/jeugdhulp/",
        "/nl/diensten/jeugdhulp/%00",
        "/nl/diensten/jeugdhulp/%ff/",
        "/nl/diensten/jeugdhulp/;x/",
        "/nl/diensten/jeugdhulp",
        "/nl/../nl/diensten/jeugdhulp/",
    ],
)
def test_a_path_in_another_spelling_gets_what_it_would_get_without_a_store(path: str, settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 0
    without, plain = Client().get(path), seen()
    settings.PAGE_CACHE_BYTES = 10_000_000
    for order in ((path, SERVICE), (SERVICE, path)):
        middleware.forget()
        for each in order * 2:
            response = Client().get(each)
            if each == SERVICE:
                assert response.content.decode() == plain
            else:
                assert response.status_code == without.status_code
                assert response.content == without.content

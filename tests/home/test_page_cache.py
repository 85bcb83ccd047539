"""Kept pages: everybody gets what they would have got without, whoever they are and whatever changed meanwhile."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.cache import middleware
from home.cache.middleware import PageCache, is_only_read, only_read, right_until
from home.models import ContentPage, Municipality
from questions.actions.conversations import open_conversation
from questions.resident.cookie import NAME as CONVERSATION
from services.models import Fact, ServicePage
from tests.some import some

pytestmark = pytest.mark.django_db

SERVICE = "/nl/diensten/jeugdhulp/"
DOORS = ["/nl/vraag/", "/nl/chat/", "/nl/vraag/volgen/", "/nl/gesprek/", "/nl/zoeken/"]


@pytest.fixture(autouse=True)
def shelf(settings: Any) -> Iterator[None]:
    """An empty shelf with room on it."""
    settings.PAGE_CACHE_BYTES = 10_000_000
    middleware.forget()
    yield
    middleware.forget()


def kept(path: str, client: Client | None = None, **more: Any) -> bool:
    """Whether a reader gets this from the shelf: then nothing is read but the state of the site."""
    with CaptureQueriesContext(connection) as captured:
        assert (client or Client()).get(path, **more).status_code == 200
    return len(captured) <= 1


def seen(path: str = SERVICE) -> str:
    """What a reader sees."""
    return Client().get(path).content.decode()


def page(language: str = "nl") -> ServicePage:
    found: ServicePage = ServicePage.objects.get(slug="jeugdhulp", locale__language_code=language)
    return found


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
def test_what_is_sent_is_never_answered_from_the_shelf() -> None:
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
def test_a_path_in_another_spelling_gets_what_it_would_get_without_a_shelf(path: str, settings: Any) -> None:
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


# --- what must not be kept ---------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize("path", ["/nl/bestaat-niet/", "/nl/diensten", "/beheer/", "/healthz"])
def test_what_is_no_page_is_not_kept(path: str) -> None:
    first, second = Client().get(path), Client().get(path)
    assert not first.has_header("ETag")
    assert not second.has_header("ETag")


def test_a_page_that_was_not_there_yet_is_there_when_it_is_published() -> None:
    assert Client().get("/nl/nieuw/").status_code == 404
    home = Page.objects.get(depth=2, locale__language_code="nl")
    home.add_child(instance=ContentPage(title="Gloednieuw", slug="nieuw"))
    assert "Gloednieuw" in seen("/nl/nieuw/")


def answer(**headers: str) -> HttpResponse:
    return HttpResponse("words", headers={name.replace("_", "-"): value for name, value in headers.items()})


def with_cookie() -> HttpResponse:
    response = answer()
    response.set_cookie("sessionid", "x")
    return response


REFUSED: dict[str, Callable[[], HttpResponse]] = {
    "a cookie": with_cookie,
    "a cookie that is deleted": lambda: (response := answer()).delete_cookie("x") or response,
    "private": lambda: answer(Cache_Control="private"),
    "no-store": lambda: answer(Cache_Control="no-store"),
    "NO-STORE": lambda: answer(Cache_Control="NO-STORE, max-age=60"),
    "no-cache": lambda: answer(Cache_Control="no-cache"),
    "max-age=0": lambda: answer(Cache_Control="max-age=0"),
    "for each cookie": lambda: answer(Vary="Cookie"),
    "for each language": lambda: answer(Vary="Accept-Language"),
    "for each anything": lambda: answer(Vary="*"),
    "a word said once": lambda: answer(Content_Security_Policy="script-src 'nonce-abc'"),
    "an error": lambda: HttpResponse("broken", status=500),
    "not found": lambda: HttpResponse("nothing", status=404),
    "sent on": lambda: HttpResponse(status=302, headers={"Location": "/nl/"}),
    "partly": lambda: HttpResponse("wor", status=206),
    "bit by bit": lambda: StreamingHttpResponse(iter([b"words"])),  # type: ignore[dict-item, return-value]
}


@pytest.mark.once
@pytest.mark.parametrize("what", REFUSED)
def test_an_answer_that_may_be_for_one_visitor_is_given_to_that_one_only(what: str) -> None:
    made: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        made.append(what)
        is_only_read(request)
        return REFUSED[what]()

    for _time in range(3):
        response = PageCache(view)(RequestFactory().get("/nl/"))
        assert not response.has_header("ETag")
    assert len(made) == 3


@pytest.mark.once
def test_only_what_a_view_calls_only_read_is_kept() -> None:
    made: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        made.append("made")
        return answer()

    for _time in range(2):
        PageCache(view)(RequestFactory().get("/nl/"))
    assert len(made) == 2
    for _time in range(2):
        PageCache(only_read(view))(RequestFactory().get("/nl/"))
    assert len(made) == 3


@pytest.mark.once
def test_an_answer_that_breaks_leaves_nothing() -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        is_only_read(request)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        PageCache(broken)(RequestFactory().get("/nl/"))
    assert PageCache(only_read(lambda request: answer()))(RequestFactory().get("/nl/")).content == b"words"


def test_a_page_by_another_cookie_that_a_view_reads_is_not_kept_for_others() -> None:
    """A view that forgot what it promised: even then nobody gets the page of who holds a cookie."""

    def view(request: HttpRequest) -> HttpResponse:
        is_only_read(request)
        return HttpResponse(request.COOKIES.get("name", "nobody"))

    def get(**cookies: str) -> bytes:
        request = RequestFactory().get("/nl/")
        request.COOKIES.update(cookies)
        request.user = AnonymousUser()
        return PageCache(view)(request).content

    assert get(name="Anna") == b"Anna"
    assert get() == b"nobody"
    assert get(name="Bert") == b"Bert"
    assert get() == b"nobody"


# --- what changes ------------------------------------------------------------------------------------------


def change_title(words: str, language: str = "nl") -> None:
    found = page(language)
    found.title = words
    found.save_revision().publish()


def test_published_words_are_seen_at_once_and_drafts_are_not() -> None:
    seen()
    draft = page()
    draft.title = "Eerst een ontwerp"
    revision = draft.save_revision()
    assert kept(SERVICE)
    assert "Eerst een ontwerp" not in seen()
    revision.publish()
    assert "Eerst een ontwerp" in seen()


def test_a_page_that_is_taken_off_is_gone_and_comes_back() -> None:
    seen()
    page().unpublish()
    assert Client().get(SERVICE).status_code == 404
    page().save_revision().publish()
    assert Client().get(SERVICE).status_code == 200


def test_a_page_that_moved_is_at_its_new_place_only() -> None:
    seen()
    page().move(Page.objects.get(slug="over-ons", locale__language_code="nl"), pos="last-child")
    moved = Client().get(SERVICE)
    assert (moved.status_code, moved.headers["Location"]) == (301, "/nl/over-ons/jeugdhulp/")
    assert Client().get("/nl/over-ons/jeugdhulp/").status_code == 200


def test_a_page_that_is_closed_while_it_is_kept_is_closed_at_once() -> None:
    seen()
    closed = PageViewRestriction.objects.create(page=page(), restriction_type="login")
    for _time in range(2):
        assert Client().get(SERVICE).status_code == 302
    closed.delete()
    assert Client().get(SERVICE).status_code == 200
    assert not kept("/nl/diensten/")


def test_what_stands_below_a_page_that_is_closed_is_closed_too() -> None:
    seen()
    above = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3)
    PageViewRestriction.objects.create(page=above, restriction_type="password", password="geheim")
    assert "Jeugdhulp" not in seen("/nl/diensten/")
    assert page().title not in seen(SERVICE)


def test_a_page_in_the_menu_of_all_others_changes_them_all() -> None:
    other = "/nl/over-ons/"
    seen(other)
    menu = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3).specific
    menu.title = "Alle diensten hier"
    menu.save_revision().publish()
    assert "Alle diensten hier" in seen(other)


def test_a_fact_is_right_on_every_page_at_once() -> None:
    path = "/nl/diensten/zorgen-melden/"
    assert "0800-2000" in seen(path)
    fact = Fact.objects.get(slug="veilig-thuis")
    fact.value = "0800-2999"
    fact.save()
    for code in ("nl", "en", "ar", "tr"):
        assert "0800-2999" in seen(f"/{code}/diensten/zorgen-melden/")


def test_the_name_of_the_municipality_is_right_at_once() -> None:
    seen()
    place = Municipality.objects.get()
    place.name = "Bommelstein"
    place.save()
    assert "Bommelstein" in seen()


def test_a_translation_and_the_pages_that_fall_back_on_dutch_follow() -> None:
    paths = {code: f"/{code}/diensten/jeugdhulp/" for code in ("nl", "en", "tr")}
    for path in paths.values():
        seen(path)
    change_title("Andere Nederlandse woorden")
    assert "Andere Nederlandse woorden" in seen(paths["tr"])
    assert "Andere Nederlandse woorden" not in seen(paths["en"])
    change_title("Other English words", "en")
    assert "Other English words" in seen(paths["en"])


def test_a_change_that_is_rolled_back_was_never_seen() -> None:
    before = seen()
    with transaction.atomic():
        change_title("Toch maar niet")
        assert "Toch maar niet" in seen()
        transaction.set_rollback(True)
    assert seen() == before
    assert "Toch maar niet" not in seen()


# --- what time changes -------------------------------------------------------------------------------------


def test_a_page_is_kept_a_minute_and_never_past_the_next_change_or_midnight() -> None:
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    minute = timedelta(seconds=60)
    assert right_until(at, []) == at + minute
    assert right_until(at, [at - minute, at, at + 2 * minute]) == at + minute
    assert right_until(at, [at + minute / 2, at + minute / 3]) == at + minute / 3
    before_midnight = datetime(2026, 3, 2, 22, 59, 30, tzinfo=UTC)
    assert right_until(before_midnight, []) == before_midnight + minute / 2
    at_midnight = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
    assert right_until(at_midnight, []) == at_midnight + minute


def test_a_kept_page_is_over_at_the_moment_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    # A Monday in winter; the office opens at nine.
    moment = [datetime(2026, 3, 2, 8, 59, 45, tzinfo=timezone.get_current_timezone())]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])
    before = seen("/en/")
    assert "opens today at 09:00" in before
    moment[0] += timedelta(seconds=14)
    assert seen("/en/") == before
    moment[0] += timedelta(seconds=1)
    after = seen("/en/")
    assert after != before
    assert "Open until 17:00" in after
    assert "opens today at 09:00" not in after


def test_a_kept_page_is_made_again_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [datetime(2026, 3, 2, 12, 0, tzinfo=UTC)]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])
    seen()
    moment[0] += timedelta(seconds=59)
    assert kept(SERVICE)
    moment[0] += timedelta(seconds=1)
    assert not kept(SERVICE)


# --- what a browser keeps ----------------------------------------------------------------------------------


@pytest.mark.once
def test_a_browser_asks_each_time_and_hears_that_its_copy_is_right() -> None:
    first = Client().get(SERVICE)
    assert first.headers["Cache-Control"] == "no-cache"
    tag = first.headers["ETag"]
    for _time in range(2):
        again = Client().get(SERVICE, headers={"if-none-match": tag})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["ETag"] == tag
    change_title("Nieuwe woorden")
    fresh = Client().get(SERVICE, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["ETag"] != tag
    assert "Nieuwe woorden" in fresh.content.decode()


@pytest.mark.once
@pytest.mark.parametrize("header", ['"something else"', "nonsense", ""])
def test_another_copy_is_not_right(header: str) -> None:
    seen()
    assert Client().get(SERVICE, headers={"if-none-match": header}).status_code == 200

"""What is never kept: an answer that may be for one visitor only."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Page

from home.cache.middleware import PageCache, is_only_read, only_read
from home.models import ContentPage
from tests.home.kept_pages import seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


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

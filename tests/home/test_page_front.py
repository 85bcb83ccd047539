"""Compressed pages, and kept ones answered before Django: the same words and headers, and nobody's secret."""

import gzip
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, RequestFactory

from home.cache import generation
from home.cache.front import KeptPagesFirst, scheme_of
from questions.resident.cookie import NAME as CONVERSATION
from tests.home.kept_pages import DOORS, SERVICE, page
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store"), pytest.mark.once]

UNPACKED: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
OF_THE_CACHE = {"Vary", "ETag", "Cache-Control", "Content-Encoding", "Content-Length"}


class Site:
    """The site as a server sees it; knows what Django was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._django = WSGIHandler()
        self._front = KeptPagesFirst(self._behind)

    def _behind(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.asked.append(environ["PATH_INFO"])
        return self._django(environ, start_response)

    def get(self, path: str, method: str = "GET", **more: Any) -> tuple[int, dict[str, str], bytes]:
        """The status, headers and body of the answer."""
        said: list[Any] = []
        environ = RequestFactory(headers={"host": "testserver"}).generic(method, path, **more).environ
        answer = self._front(environ, lambda status, headers, error=None: said.extend([status, headers]))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return int(said[0].split()[0]), dict(said[1]), body

    def is_before_django(self, path: str = SERVICE, **more: Any) -> bool:
        """Whether Django hears nothing of this request."""
        before = len(self.asked)
        self.get(path, **more)
        return len(self.asked) == before


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    """A process that has just read the state of the site. In a transaction it would never trust what it read."""
    monkeypatch.setattr(generation, "seen_lately", generation.current)
    # The end of a request would close the connection of the transaction that the test is in. What is connected to
    # the signal cannot be taken off: Django's test client connects it again after each of its own requests.
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda connection: None)
    return Site()


def accepting(coding: str) -> dict[str, str]:
    return {"accept-encoding": coding} if coding else {}


@pytest.mark.parametrize("path", ["/nl/", "/ar/", SERVICE, "/nl/wie-helpt/", "/sitemap.xml"])
def test_a_kept_page_is_the_very_page_that_was_made_in_every_coding(path: str, site: Site, settings: Any) -> None:
    settings.PAGE_CACHE_BYTES = 0
    without = Client().get(path)
    settings.PAGE_CACHE_BYTES = 10_000_000
    for coding in ("", "br", "gzip"):
        made = site.get(path, headers=accepting(coding))
        kept = site.get(path, headers=accepting(coding))
        assert kept == made == site.get(path, headers=accepting(coding))
        by_django = Client().get(path, headers=accepting(coding))
        assert (by_django.status_code, dict(by_django.items()), by_django.content) == kept
        status, headers, body = kept
        assert status == 200
        assert UNPACKED.get(coding, bytes)(body) == without.content
        assert headers["Content-Length"] == str(len(body))
        assert headers["Vary"] == "Accept-Encoding"
        assert headers.get("Content-Encoding", "") == coding
        assert {name: value for name, value in headers.items() if name not in OF_THE_CACHE} == {
            name: value for name, value in without.items() if name not in OF_THE_CACHE
        }
    assert site.asked == [path], "Django made it once, and heard of nothing else"


def test_only_a_plain_request_of_nobody_is_answered_before_django(site: Site, settings: Any) -> None:
    site.get(SERVICE)
    assert site.is_before_django()
    assert site.is_before_django(method="HEAD")
    for more in some(
        [
            {"headers": {"cookie": f"{CONVERSATION}=x"}}, {"headers": {"cookie": "sessionid=x"}},
            {"headers": {"cookie": f"{settings.CSRF_COOKIE_NAME}=x"}}, {"headers": {"authorization": "Basic eDp4"}},
            {"method": "POST"}, {"QUERY_STRING": "x=1"}, {"headers": {"host": "localhost"}}, {"secure": True},
            {"headers": {"host": "evil.example.org"}}, {"SCRIPT_NAME": "/nl"},
        ]
    ):  # fmt: skip
        assert not site.is_before_django(**more), more
    for path in ("/nl/diensten/jeugdhulp", "/nl//diensten/jeugdhulp/", "/NL/diensten/jeugdhulp/", "/static/x.css"):
        for _time in range(2):
            assert not site.is_before_django(path), path
    settings.PAGE_CACHE_BYTES = 0
    assert not site.is_before_django()


def test_a_process_that_has_not_asked_lately_leaves_it_to_django(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.get(SERVICE)
    monkeypatch.setattr(generation, "seen_lately", lambda: None)
    assert not site.is_before_django()


def test_what_is_published_or_taken_off_is_so_before_django_too(site: Site) -> None:
    for coding in ("br", "gzip", ""):
        site.get(SERVICE, headers=accepting(coding))
    changed = page()
    changed.title = "Andere woorden"
    changed.save_revision().publish()
    for coding in ("br", "gzip", ""):
        body = site.get(SERVICE, headers=accepting(coding))[2]
        assert "Andere woorden" in UNPACKED.get(coding, bytes)(body).decode()
    page().unpublish()
    for coding in ("br", "gzip", ""):
        for _time in range(2):
            assert site.get(SERVICE, headers=accepting(coding))[0] == 404


def test_a_browser_hears_that_its_copy_is_right_in_the_coding_that_it_has(site: Site) -> None:
    tags = {coding: site.get(SERVICE, headers=accepting(coding))[1]["ETag"] for coding in ("br", "gzip", "")}
    assert len(set(tags.values())) == 3
    for coding, tag in some(tags.items()):
        for other in some(tags.values()):
            asked = {"headers": {"if-none-match": other, **accepting(coding)}}
            status, headers, body = site.get(SERVICE, **asked)
            by_django = Client().get(SERVICE, **asked)
            assert (by_django.status_code, dict(by_django.items()), by_django.content) == (status, headers, body)
            assert status == (304 if other == tag else 200)
            assert headers["ETag"] == tag
            assert headers["Vary"] == "Accept-Encoding"
            assert headers["Cache-Control"] == "no-cache"
            assert (body == b"") is ("Content-Length" not in headers) is (status == 304)


def test_only_the_headers_and_a_part_are_answered_as_they_should(site: Site) -> None:
    whole = site.get(SERVICE, headers=accepting("br"))
    assert site.get(SERVICE, "HEAD", headers=accepting("br")) == (200, whole[1], b"")
    assert site.get(SERVICE, headers={"range": "bytes=0-9", **accepting("br")}) == whole


def test_the_scheme_is_read_as_django_reads_it(settings: Any) -> None:
    for header in (None, ("HTTP_X_FORWARDED_PROTO", "https")):
        settings.SECURE_PROXY_SSL_HEADER = header
        for said in (None, "https", "http", "https, http", "http,https", " https ", "HTTPS", ""):
            for secure in (False, True):
                more = {} if said is None else {"headers": {"x-forwarded-proto": said}}
                request = RequestFactory().get("/nl/", secure=secure, **more)
                assert scheme_of(request.environ) == request.scheme, (header, said, secure)


# --- what is made each time --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/nl/zoeken/?q=schulden", SERVICE + "?x=1", "/nl/bestaat-niet/"])
def test_what_anybody_could_ask_is_compressed_although_it_is_made_each_time(path: str) -> None:
    plain = Client().get(path)
    assert plain.headers["Vary"] == "Accept-Encoding"
    for coding in ("br", "gzip"):
        answer = Client().get(path, headers=accepting(coding))
        assert answer.headers["Content-Encoding"] == coding
        assert answer.headers["Content-Length"] == str(len(answer.content))
        assert UNPACKED[coding](answer.content) == plain.content
        head = Client().head(path, headers=accepting(coding))
        assert (head.headers["Content-Length"], head.content) == (answer.headers["Content-Length"], b"")
        assert set(head.headers) == set(answer.headers)


def test_what_holds_a_token_or_answers_somebody_is_never_compressed(settings: Any) -> None:
    asked: list[tuple[str, dict[str, Any]]] = [(path, {}) for path in DOORS if path != "/nl/zoeken/"]
    asked += [(path, {"cookie": f"{settings.CSRF_COOKIE_NAME}={'x' * 32}"}) for path in DOORS if path != "/nl/zoeken/"]
    asked += [
        (path, more)
        for path in ("/nl/zoeken/?q=schulden", SERVICE, "/nl/", "/beheer/login/")
        for more in ({"cookie": f"{CONVERSATION}=x"}, {"cookie": "sessionid=x"}, {"authorization": "Basic eDp4"})
    ]
    asked.append(("/beheer/login/", {}))
    for path, more in some(asked):
        answer = Client().get(path, headers={"accept-encoding": "br, gzip", **more})
        assert not answer.has_header("Content-Encoding"), (path, more)
    sent = Client().post("/nl/zoeken/", {"q": "schulden"}, headers={"accept-encoding": "br, gzip"})
    assert not sent.has_header("Content-Encoding")

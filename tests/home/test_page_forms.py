"""The forms in which a page is sent: what a browser says it can read, and what that makes of the page."""

import gzip

import brotli
import pytest

from home.cache.forms import CODINGS, LONGEST_WISH, PLAIN, chosen, copy_is_right, form_of, shrinks
from tests.some import some

WORDS = b"Wie helpt bij schulden? " * 100
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(WORDS))), ("X-Frame-Options", "DENY"))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", PLAIN),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate, br;q=0.9", "gzip"),
        ("br;q=0.5, gzip;q=0.5", "br"),
        ("gzip, deflate", "gzip"),
        ("X-GZIP", "gzip"),
        ("deflate, zstd", PLAIN),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("br;q=0, gzip;q=0.001", "gzip"),
        ("*;q=0", PLAIN),
        ("gzip;q=0", PLAIN),
        ("identity", PLAIN),
        ("identity, gzip;q=0.5", PLAIN),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("BR ; Q=1", "br"),
        ("br;q=nonsense, gzip", "gzip"),
        ("br;q=2, gzip;q=nan", PLAIN),
        ("brotli, gzipped", PLAIN),
        (";;,,=;q=", PLAIN),
        ("gzip," + " " * LONGEST_WISH, PLAIN),
    ],
)
def test_a_browser_gets_what_it_likes_best_and_of_equals_the_smallest(accepted: str, coding: str) -> None:
    assert chosen(accepted) == coding


def test_each_form_is_the_same_page_with_its_own_length_and_tag() -> None:
    unpacked = {PLAIN: lambda body: body, "br": brotli.decompress, "gzip": gzip.decompress}
    forms = {coding: form_of(WORDS, HTML, "abc", coding) for coding in (PLAIN, *CODINGS)}
    for coding, form in some(forms.items()):
        headers = dict(form.headers)
        assert unpacked[coding](form.body) == WORDS
        assert headers.get("Content-Encoding", PLAIN) == coding
        assert headers["Content-Length"] == str(len(form.body))
        assert headers["ETag"] == form.etag
        assert len(headers) == len(form.headers), "no header twice"
        told = dict(form.unchanged)
        assert told == {"X-Frame-Options": "DENY", "ETag": form.etag}, "a 304 has no body to tell of"
    assert len({form.etag for form in forms.values()}) == 3
    assert len(forms["br"].body) < len(forms["gzip"].body) < len(WORDS) / 5


def test_what_is_short_or_no_words_or_compressed_already_is_sent_as_it_is() -> None:
    assert shrinks(HTML, WORDS)
    assert shrinks([("content-type", "application/xml")], WORDS)
    assert not shrinks(HTML, b"short")
    for kind in ("image/webp", "font/woff2", "application/pdf", ""):
        assert not shrinks([("Content-Type", kind)], WORDS)
    assert not shrinks([*HTML, ("content-encoding", "gzip")], WORDS)


@pytest.mark.parametrize(
    ("kept", "right"),
    [
        ('"abc-br"', True), ('W/"abc-br"', True), ('"x", "abc-br"', True), ("*", True),
        ('"abc"', False), ('"abc-gzip"', False), ("abc-br", False), ("", False), ('"x", nonsense', False),
    ],
)  # fmt: skip
def test_a_copy_is_right_when_it_is_this_very_form(kept: str, right: bool) -> None:
    assert copy_is_right(kept, '"abc-br"') is right

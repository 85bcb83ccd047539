"""The first view of the home page, with its typeface, is light: what a phone fetches, counted without a browser."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LIMIT = 50_000
HEADERS = 600
"""Bytes, about, of the headers of one answer."""
FETCHED = r'(?:<link rel="(?:stylesheet|icon)" href|<script src|<img[^>]*? src|<use href)="/static/([^"#]+)'
TYPEFACE = [f"fonts/atkinson-hyperlegible-next-{weight}.woff2" for weight in (400, 700)]


def sent(name: str) -> int:
    """The bytes of a static file as it is sent: with brotli, unless it is packed already."""
    found = finders.find(name)
    assert found, name
    data = Path(found).read_bytes()
    return len(data) if name.endswith((".woff2", ".png", ".webp", ".jpg")) else len(brotli.compress(data))


def test_the_first_view_of_home_with_its_typeface_is_under_fifty_kilobytes() -> None:
    for code in ("nl", "en", "ar", "tr", "pl", "uk"):
        page = Client().get(f"/{code}/", headers={"accept-encoding": "br"})
        words = brotli.decompress(page.content).decode()
        parts = {name: sent(name) for name in some({*re.findall(FETCHED, words), *TYPEFACE})}
        assert {"css/site.css", "js/site.js", "img/interface.svg"} <= set(parts)
        total = len(page.content) + sum(parts.values()) + HEADERS * (1 + len(parts))
        assert total < LIMIT, (code, total, len(page.content), parts)

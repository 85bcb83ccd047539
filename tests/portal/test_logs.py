"""What stands in the log of the site: no key, no word of a person, and still enough to find what broke."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.log import configure_logging

from portal import views
from portal.logs import PrivateFormatter

pytestmark = pytest.mark.django_db

WORD = "geheimwoord"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a served site would have written, by the very settings."""
    written = io.StringIO()
    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    [handler] = [each for each in logging.getLogger().handlers if isinstance(each.formatter, PrivateFormatter)]
    before = handler.setStream(written)  # type: ignore[attr-defined]
    yield written
    handler.setStream(before)  # type: ignore[attr-defined]


def with_keys(patterns: list[Any], before: str = "") -> Iterator[str]:
    """Every address of ours in which something can stand, with our word in that place."""
    for each in patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from with_keys(each.url_patterns, path)
        elif isinstance(each, URLPattern) and each.pattern.converters and "^" not in path:
            for name, converter in each.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower()
                for written in (f"<{kind}:{name}>", f"<{name}>", f"<string:{name}>", f"<str:{name}>"):
                    path = path.replace(written, "12" if kind == "int" else WORD)
            if WORD in path and "<" not in path:
                yield f"/{path}"


def test_no_address_of_ours_brings_what_stands_in_it_into_the_log(log: io.StringIO) -> None:
    addresses = list(with_keys(get_resolver().url_patterns))
    assert any("klopt-nog" in address for address in addresses)
    assert any("password_reset/confirm" in address for address in addresses)
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    for address in addresses:
        client.get(address)
        client.post(address, {"text": WORD})
    assert "403 Forbidden" in log.getvalue()
    assert WORD not in log.getvalue()


@pytest.mark.parametrize(
    "address",
    [
        f"/nl/{WORD}/", f"/{WORD}", f"/nl/zoeken/?q={WORD}", f"/nl/{WORD}/?q={WORD}", f"/media/{WORD}.jpg",
        f"/beheer/{WORD}/", f"/nl/organisaties/?q={WORD}%00", f"/klopt-nog/{WORD}%0aWARNING/",
    ],
)  # fmt: skip
def test_what_somebody_types_behind_our_name_is_not_kept(log: io.StringIO, address: str) -> None:
    Client(raise_request_exception=False).get(address)
    assert WORD not in log.getvalue()


def test_a_host_that_is_not_ours_is_refused_without_its_name(log: io.StringIO) -> None:
    Client(raise_request_exception=False).get("/nl/", headers={"host": f"{WORD}.example"})
    assert "400 Bad Request" in log.getvalue()
    assert WORD not in log.getvalue()


def test_a_failure_is_told_by_its_door_and_its_place_in_the_code(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*args: Any) -> None:
        try:
            int(WORD)
        except ValueError as problem:
            raise KeyError(WORD) from problem

    monkeypatch.setattr("home.review.views.page_of", breaks)
    Client(raise_request_exception=False).get(f"/klopt-nog/{WORD}/")
    written = log.getvalue()
    assert "500 Internal Server Error: GET klopt-nog/<str:token>/ (still_right)" in written
    assert "test_logs.py" in written
    assert written.index("builtins.ValueError") < written.index("builtins.KeyError")
    assert WORD not in written


def test_what_is_wrong_with_the_machine_is_said_in_its_own_words(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*args: Any) -> None:
        raise OperationalError(f"database or disk is full\nLINE 1: INSERT '{WORD}'")

    monkeypatch.setattr("home.review.views.page_of", breaks)
    Client(raise_request_exception=False).get("/klopt-nog/x/")
    assert "database or disk is full" in log.getvalue()
    assert WORD not in log.getvalue()


def test_a_job_that_fails_is_told_without_the_words_that_it_failed_on(log: io.StringIO) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::geheim" if connection.vendor == "postgresql" else "SELECT geheim(%s)", [WORD])
    except Exception:
        logging.getLogger("portal.management.commands.run_due").exception("run_due: %s failed", "forget")
    assert "run_due: forget failed" in log.getvalue()
    assert WORD not in log.getvalue()


def test_the_settings_have_no_other_way_out(log: io.StringIO) -> None:
    assert views.alive  # the site is loaded
    assert settings.ADMINS == []  # nobody is mailed whole requests
    assert [type(each.formatter) for each in logging.getLogger().handlers if each.formatter].count(
        PrivateFormatter
    ) == 1

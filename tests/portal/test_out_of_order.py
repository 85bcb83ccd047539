"""When the database does not answer or the disk is full: machines are told, and people keep what they typed."""

import errno
import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import OperationalError, ProgrammingError, connection, connections, transaction
from django.test import Client

from home.cache import middleware
from home.models import Municipality
from home.pages.last_known import last_known, save_last_known
from portal import views
from portal.backups.restore import connected_to
from questions.models import Question
from questions.resident.views import ask as ask_view

LANGUAGES = [code for code, _name in settings.LANGUAGES]
FORM = {
    "submission": "5f3d2d3c-9a0b-4c47-a8a1-0123456789ab", "theme": "geld", "text": "Mijn <b>huur</b> & zorgen",
    "answer_by": "page", "district": "", "name": "Jo",
}  # fmt: skip


@pytest.fixture
def visitor() -> Client:
    """Somebody with a browser, to whom a failure is an answer."""
    return Client(raise_request_exception=False)


@pytest.fixture
def without_database(db: None, tmp_path: Path, settings: Any) -> Iterator[None]:
    """The database is gone; pages are kept as in production."""
    settings.PAGE_CACHE_BYTES = 32_000_000
    middleware.forget()
    gone = str(tmp_path / "no" / "such.sqlite3") if connection.vendor == "sqlite" else "no_such_database"
    with connected_to(gone):
        yield
    middleware.forget()


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_machines_are_told_that_the_process_lives_and_is_not_ready(without_database: None, visitor: Client) -> None:
    assert (visitor.get("/healthz").status_code, visitor.get("/healthz").content) == (200, b"ok\n")
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert response["Content-Type"] == "application/json"
    told = json.loads(response.content)
    assert (told["database"], told["migrations"], told["room"]) == (False, False, False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["", "vraag/", "onderwerpen/geld/", "zoeken/?q=geld", "chat/"])
def test_a_reader_gets_a_kind_page_in_the_language_of_the_address(
    without_database: None, visitor: Client, language: str, path: str
) -> None:
    response = visitor.get(f"/{language}/{path}")
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    page = soup(response)
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    assert page.select_one('main a[href="tel:112"]')
    again = page.select_one("main a.utrecht-button")
    assert again is not None
    assert again["href"] == f"/{language}/{path}"


def test_the_other_doors_without_a_database_are_no_failure_of_ours_either(
    without_database: None, visitor: Client
) -> None:
    for path in ("/sitemap.xml", "/beheer/", "/beheer/login/", "/api/hsds/services", "/klopt-nog/x/"):
        assert visitor.get(path).status_code in (200, 302, 410, 503), path
    for path in ("/", "/robots.txt", "/.well-known/security.txt"):
        assert visitor.get(path).status_code in (200, 302), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_stays_and_can_be_sent_again(without_database: None, visitor: Client, language: str) -> None:
    response = visitor.post(f"/{language}/vraag/", FORM)
    assert response.status_code == 503
    page = soup(response)
    form = page.select_one(f'main form[method=post][action="/{language}/vraag/"]')
    assert form is not None
    assert form.select_one("textarea[name=text]").get_text().strip("\n") == FORM["text"]  # type: ignore[union-attr]
    hidden = {each["name"]: each["value"] for each in form.select("input[type=hidden]")}
    assert hidden.pop("csrfmiddlewaretoken")
    assert hidden == {name: value for name, value in FORM.items() if name != "text"}


def test_sent_again_it_is_one_question(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: Any, **options: Any) -> None:
        raise OperationalError("database or disk is full")

    visitor = Client(raise_request_exception=False, enforce_csrf_checks=True)
    visitor.get("/nl/vraag/")
    token = visitor.cookies["csrftoken"].value
    monkeypatch.setattr(ask_view, "ask", full)
    response = visitor.post("/nl/vraag/", FORM | {"csrfmiddlewaretoken": token})
    assert response.status_code == 503
    monkeypatch.undo()
    form = soup(response).select_one("main form")
    assert form is not None
    again = {each["name"]: each["value"] for each in form.select("input")}
    again["text"] = FORM["text"]
    for _time in range(2):
        assert visitor.post("/nl/vraag/", again).status_code == 200
    assert Question.objects.count() == 1


def test_a_disk_that_is_full_is_the_machine_and_a_mistake_in_the_code_is_not(
    db: None, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, status in (
        (OSError(errno.ENOSPC, "No space left on device"), 503), (OperationalError("disk I/O error"), 503),
        (FileNotFoundError(errno.ENOENT, "x"), 500), (ValueError("x"), 500),
    ):  # fmt: skip

        def breaks(*args: Any, error: Exception = error, **options: Any) -> None:
            raise error

        monkeypatch.setattr(ask_view, "ask", breaks)
        assert visitor.post("/nl/vraag/", FORM).status_code == status, error


def test_a_password_is_never_shown_again(without_database: None, visitor: Client) -> None:
    response = visitor.post("/beheer/login/", {"username": "anna", "password": "heel-geheim"})
    assert response.status_code == 503
    assert "heel-geheim" not in response.content.decode()


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/ar/nuttig/opmerking/", "text"),
        ("/beheer/pages/65/edit/", "body-0-value"),
        ("/beheer/pages/add/home/contentpage/4/", "title"),
        ("/beheer/snippets/home/glossaryterm/add/", "word"),
    ],
)
def test_a_remark_and_what_an_editor_wrote_stay_too(
    without_database: None, visitor: Client, path: str, field: str
) -> None:
    visitor.cookies["sessionid"] = "of somebody who signed in"
    written = {field: "Een <b>lange</b> tekst\nvan een uur", "vote": "x", "action-publish": "action-publish"}
    for site, kept in (("same-origin", True), ("cross-site", False)):
        response = visitor.post(path, written, headers={"Sec-Fetch-Site": site})
        if not kept and response.status_code == 403:
            continue
        assert response.status_code == 503, path
        form = soup(response).select_one(f'main form[method=post][action="{path}"]')
        assert (form is not None) == kept
        if form is not None:
            again = {each["name"]: each.get("value") or each.get_text() for each in form.select("[name]")}
            assert {name: str(again[name]).strip("\n") for name in written} == written


@pytest.mark.engine("sqlite")
def test_a_full_database_file_keeps_what_was_typed(own_database: None, visitor: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    for number in range(100):
        response = visitor.post(
            "/ar/vraag/", FORM | {"submission": f"5f3d2d3c-9a0b-4c47-a8a1-{number:012}", "text": f"Vraag {number}"}
        )
        if response.status_code != 200:
            break
    assert response.status_code == 503
    assert soup(response).select_one("main textarea[name=text]")
    assert Question.objects.count() == number
    assert visitor.get("/ar/").status_code == 200


def test_no_room_on_the_disk_is_not_ready(db: None, visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(visitor.get("/readyz").content)["room"] is True

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert json.loads(response.content)["room"] is False
    monkeypatch.undo()
    assert views.room_to_write()


def test_name_menu_and_phone_number_are_said_without_the_database(
    db: None, visitor: Client, tmp_path: Path, settings: Any
) -> None:
    settings.VAR = tmp_path
    save_last_known()
    assert "phone" not in last_known(), "an example is nobody's number"
    Municipality.objects.update(name="Raalte", phone="038 123 45 67", phone_is_sample=False)
    save_last_known()
    gone = str(tmp_path / "no" / "such.sqlite3") if connection.vendor == "sqlite" else "no_such_database"
    with connected_to(gone):
        page = soup(visitor.get("/tr/"))
    link = page.select_one('main a[href="tel:0381234567"]')
    assert link is not None
    assert "038 123 45 67" in link.get_text()
    assert page.title is not None
    assert page.title.get_text(strip=True).endswith("· Sociaal Wijkteam Raalte")
    assert [each.get_text(strip=True) for each in page.select(".mark, .foot__end")] == ["Sociaal Wijkteam Raalte"] * 2
    assert page.select_one('.menu a[href="/tr/onderwerpen/"]')
    assert page.select_one('.foot a[href="/tr/privacy/"]')
    (tmp_path / "last-known.json").write_text("{damaged")
    assert last_known() == {"pages": []}


def server_process() -> int:
    """The process of PostgreSQL that answers a request."""
    request_started.send(None)
    assert Municipality.objects.exists()
    found: int = connections["default"].connection.info.backend_pid
    request_finished.send(None)
    return found


@pytest.mark.engine("postgresql")
def test_a_kept_connection_on_which_the_server_stands_still_is_left(
    own_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.databases.postgresql.base.ANSWERS_WITHIN", 0.1)
    kept = server_process()
    assert server_process() == kept
    # Its machine goes on answering: only whoever waits for words sees that none come.
    os.kill(kept, signal.SIGSTOP)
    waking = threading.Timer(20, os.kill, (kept, signal.SIGCONT))
    waking.start()
    try:
        assert server_process() != kept
    finally:
        waking.cancel()
        os.kill(kept, signal.SIGCONT)


@pytest.mark.engine("postgresql")
def test_a_kept_connection_that_the_server_ended_is_made_anew(own_database: None) -> None:
    kept = server_process()
    assert server_process() == kept
    with connections["default"].copy().cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [kept])
    anew = server_process()
    assert anew != kept
    assert server_process() == anew


@pytest.mark.engine("postgresql")
def test_a_connection_is_of_no_use_in_a_transaction_in_which_something_failed(db: None) -> None:
    assert connection.is_usable()
    with transaction.atomic():
        with connection.cursor() as cursor, pytest.raises(ProgrammingError):
            cursor.execute("SELECT nothing")
        assert not connection.is_usable()
        connection.set_rollback(True)
    assert connection.is_usable()

"""A served site on a copy of the test database, a mail server, and a real browser."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from aiosmtpd.controller import Controller
from axe_playwright_python.base import AxeResults
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.beside import Process
from tests.copies import copied_database
from tools.machine import find_chromium, free_port

# Playwright's own event loop runs in this thread, which Django takes for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = [*WCAG, "best-practice"]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    # Nothing is drawn for anybody: a process of its own for it only costs.
    "--in-process-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    # Without these the browser looks for hosts of its maker, which a closed network refuses one by one.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Letterbox:
    """What the mail server accepted."""

    mails: list[Message] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content))
        return "250 accepted"


# Closed, or open day and night, whatever the clock of the machine says.
HOURS_OF_THE_CHAT = """
from datetime import date, time
from django.utils import timezone
from services.models import Calendar, CalendarInterval, CalendarVersion
chat = Calendar.objects.get(slug="chat")
CalendarVersion.objects.filter(calendar=chat, superseded_at=None).update(superseded_at=timezone.now())
version = CalendarVersion.objects.create(calendar=chat, valid_from=date(2024, 1, 1))
for day in range({days}):
    CalendarInterval.objects.create(version=version, weekday=day, opens=time(0), closes=time(0))
"""


@dataclass(frozen=True)
class Site:
    """A running site."""

    address: str
    letterbox: Letterbox
    environment: dict[str, str]
    beside: Process

    def __call__(self, path: str) -> str:
        """The full address of a path."""
        return self.address + path

    def publish(self, code: str) -> None:
        """Changes beside the server what visitors see. The server knows of it at once, not within half a second."""
        self.beside.do(code)
        # For who may be signed in it asks the database whether anything was published.
        cookie = {"Cookie": f"{settings.SESSION_COOKIE_NAME}=of-somebody"}
        urllib.request.urlopen(urllib.request.Request(self("/nl/"), headers=cookie)).close()

    def open_chat(self, is_open: bool = True) -> None:
        """Opens the chat day and night, or closes it."""
        self.publish(HOURS_OF_THE_CHAT.format(days=7 if is_open else 0))

    def manage(self, *arguments: str) -> None:
        """Does a command of manage.py beside the server."""
        self.beside.do(f"call_command(*{arguments!r})")


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site on a port of its own, with the demo people, sending its mail to a server of our own."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        url = copied_database(folder)
    letterbox = Letterbox()
    post = Controller(letterbox, hostname="127.0.0.1", port=free_port())
    post.start()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PORTAL_BASE_URL": address,
        "PORTAL_DEMO": "1",
        "PORTAL_MAIL_BACKEND": "questions.email.server.TimedEmailBackend",
        "PORTAL_SMTP_PORT": str(post.port),
        "PORTAL_SMTP_HOST": "127.0.0.1",
        # The seconds pass in tests/browser/test_undo_bar.py only.
        "PORTAL_UNDO_SECONDS": "0",
    }
    beside = Process.started(environment)
    served = Site(address, letterbox, environment, beside)
    try:
        served.manage("set_up_roles")
        with server(port, environment, folder / "server.log"):
            served.open_chat()
            yield served
    finally:
        beside.end()
        post.stop()


@contextmanager
def server(port: int, environment: dict[str, str], log: Path) -> Iterator[None]:
    """A server process on this port, for as long as it is needed."""
    with log.open("wb") as told:
        process = subprocess.Popen(
            [
                Path(sys.executable).with_name("granian"), "--interface", "wsgi", "--host", "127.0.0.1",
                "--port", str(port), "--workers", "1", "--blocking-threads", "4", "--no-ws", "portal.wsgi:application",
            ],
            cwd=settings.HOUSE, env=environment, stdout=told, stderr=told,
        )  # fmt: skip
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/healthz", process, log)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE / 1000)
        except subprocess.TimeoutExpired:  # a server that has not begun yet does not listen to its end either
            process.kill()
            process.wait()


def wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Asks again and again until the server answers; fails with its log when it never does."""
    until = time.monotonic() + BEGINNING
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            continue
    pytest.fail(log.read_text())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine (`CHROMIUM`, or the first one on the path)."""
    path = find_chromium()
    # While Playwright's event loop runs, Django keeps the connections of this thread apart from those before and
    # after. One that stays open holds the test database: nobody could copy it or throw it away.
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()
        connections.close_all()


OpenBrowser = Callable[..., Page]
DESK = ViewportSize(width=1280, height=900)
BEGINNING = 240
"""Seconds until a server must answer: it imports everything first, which is slow beside ten busy processes."""
PATIENCE = 60_000
"""Milliseconds until what a test waits for is held to be wrong: on a busy machine a heavy page takes its time."""


@pytest.fixture
def browse(chromium: Browser, site: Site) -> Iterator[OpenBrowser]:
    """Opens a fresh browser of somebody: nothing is shared with another one."""
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> Page:
        context = chromium.new_context(
            base_url=site.address,
            # Without motion, so that nothing is looked at half way to another colour or place.
            **({"viewport": DESK, "reduced_motion": "reduce"} | options),
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def opened_before(chromium: Browser, site: Site) -> Iterator[dict[str, Page]]:
    """Browsers by their options. A new one, or only a new tab, takes longer than a look."""
    kept: dict[str, Page] = {}
    yield kept
    for page in kept.values():
        page.context.close()


@pytest.fixture
def look(chromium: Browser, site: Site, opened_before: dict[str, Page]) -> OpenBrowser:
    """Opens a browser that knows nothing of who looked before but the files of the site: for a test that only reads.

    One with the same options is the same tab. Who needs two at once, or teaches it something, takes `browse`.
    """

    def opened(viewport: ViewportSize = DESK, **options: Any) -> Page:
        name = repr(sorted(options.items()))
        if name not in opened_before:
            context = chromium.new_context(base_url=site.address, **({"reduced_motion": "reduce"} | options))
            context.set_default_timeout(PATIENCE)
            opened_before[name] = context.new_page()
        page = opened_before[name]
        page.context.clear_cookies()
        page.set_viewport_size(viewport)
        return page

    return opened


def assert_accessible(page: Page, *, rules: list[str] = RULES) -> None:
    """axe finds nothing on this page; what it finds is told."""
    # As a file of the site it is fetched and read once per tab, not handed over for every page.
    page.add_script_tag(url="/static/axe.min.js")
    # What is well is not told: writing that down takes long.
    told = {"runOnly": rules, "resultTypes": ["violations"], "reporter": "no-passes"}
    results = AxeResults(page.evaluate("options => axe.run(options)", told))
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

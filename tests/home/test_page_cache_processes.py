"""Two processes with a memory of their own on one database: what one publishes, the other shows within a second."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.beside import Process
from tests.copies import copied_database
from tests.some import some

# A run in which no test has this mark gets no test database: this file alone would be such a run.
pytestmark = pytest.mark.django_db
SERVICE = "/nl/diensten/jeugdhulp/"
OTHER = "/nl/diensten/zorgen-melden/"

# What both can do.
KNOWN = """
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site
from home.cache.front import KeptPagesFirst
from services.models import Fact, ServicePage

# Some transactions are open while a page is asked for; the end of a request would close their connection.
for signal in (request_started, request_finished):
    signal.disconnect(close_old_connections)
front = KeptPagesFirst(WSGIHandler())

def get(path):
    said = []
    with CaptureQueriesContext(connection) as captured:
        answer = front(RequestFactory().get(path).environ, lambda status, headers, error=None: said.append(status))
        words = b"".join(answer).decode()
    return [int(said[0].split()[0]), words, len(captured)]

def change(title, slug="jeugdhulp"):
    page = ServicePage.objects.get(slug=slug, locale__language_code="nl")
    page.title = title
    page.save_revision().publish()
"""


class Server(Process):
    """A process that serves the site."""

    def sees(self, words: str, path: str = SERVICE) -> bool:
        """Whether a reader there sees these words."""
        return words in self.do(f"result = get({path!r})")[1]

    def keeps(self, path: str = SERVICE) -> bool:
        """Whether a reader there gets the page from the store, at most half a second after the state was asked."""
        self.do(f"get({path!r})")
        return bool(self.do(f"result = get({path!r})")[2] <= 1)

    def sees_within_a_second(self, words: str, path: str = SERVICE) -> bool:
        """Whether a reader there sees them in time, and from then on."""
        began = time.monotonic()
        while time.monotonic() - began < 1:
            if self.sees(words, path):
                return all(self.sees(words, path) for _time in range(3))
            time.sleep(0.02)
        return False


@pytest.fixture(scope="module")
def processes(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Server]]:
    """Two of them, on a copy of the database."""
    with django_db_blocker.unblock():
        url = copied_database(Path(tmp_path_factory.mktemp("processes")), "processes")
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PORTAL_PAGE_CACHE_MB": "10",
    }
    started = (Server.started(environment), Server.started(environment))
    for process in started:
        process.do(KNOWN)
    yield started
    for process in started:
        process.end()


def test_both_keep_the_page(processes: tuple[Server, Server]) -> None:
    assert all(process.keeps() for process in some(processes))


def test_what_one_publishes_the_other_shows_within_a_second(processes: tuple[Server, Server]) -> None:
    one, other = processes
    for number in range(5):
        assert other.keeps()
        one.do(f"change('Ronde {number}')")
        assert one.sees(f"Ronde {number}")
        assert other.sees_within_a_second(f"Ronde {number}")


def test_what_one_unpublishes_is_gone_from_the_other(processes: tuple[Server, Server]) -> None:
    one, other = processes
    assert other.keeps(OTHER)
    one.do("ServicePage.objects.get(slug='zorgen-melden', locale__language_code='nl').unpublish()")
    time.sleep(0.6)
    assert other.do(f"result = get({OTHER!r})")[0] == 404
    one.do("ServicePage.objects.get(slug='zorgen-melden', locale__language_code='nl').save_revision().publish()")
    time.sleep(0.6)
    assert other.do(f"result = get({OTHER!r})")[0] == 200


def test_a_fact_is_right_in_both(processes: tuple[Server, Server]) -> None:
    one, other = processes
    assert other.keeps(OTHER)
    one.do("fact = Fact.objects.get(slug='veilig-thuis'); fact.value = '0800-2777'; fact.save()")
    assert other.sees_within_a_second("0800-2777", OTHER)


def test_nobody_sees_what_is_not_committed_or_was_rolled_back(processes: tuple[Server, Server]) -> None:
    one, other = processes
    assert other.keeps()
    one.do("going = transaction.atomic(); going.__enter__(); change('Nog niet vast')")
    assert one.sees("Nog niet vast")
    time.sleep(0.6)
    assert not other.sees("Nog niet vast")
    assert other.keeps()
    one.do("transaction.set_rollback(True); going.__exit__(None, None, None)")
    for process in some(processes):
        assert not process.sees("Nog niet vast")
        time.sleep(0.6)
        assert not process.sees("Nog niet vast")


def test_a_committed_change_is_seen_although_pages_were_made_while_it_was_open(
    processes: tuple[Server, Server],
) -> None:
    one, other = processes
    one.do("going = transaction.atomic(); going.__enter__(); change('Nu wel vast')")
    assert other.keeps()
    one.do("going.__exit__(None, None, None)")
    assert other.sees_within_a_second("Nu wel vast")


def test_where_the_site_begins_is_right_in_both(processes: tuple[Server, Server]) -> None:
    one, other = processes
    before = other.do("result = get('/nl/')")
    one.do(
        "site = Site.objects.get(); home = site.root_page_id;"
        "site.root_page = Page.objects.get(slug='over-ons', locale__language_code='nl'); site.save()"
    )
    time.sleep(0.6)
    assert other.do("result = get('/nl/')")[1] != before[1]
    one.do("site.root_page_id = home; site.save()")
    time.sleep(0.6)
    assert other.do("result = get('/nl/')")[:2] == before[:2]


@pytest.mark.engine("postgresql")
def test_two_editors_at_once_do_not_wait_for_each_other_and_both_are_seen(
    processes: tuple[Server, Server],
) -> None:
    one, other = processes
    one.do("going = transaction.atomic(); going.__enter__(); change('Van de een')")
    other.do("connection.cursor().execute(\"SET lock_timeout = '2s'\"); change('Van de ander', 'zorgen-melden')")
    assert other.sees("Van de ander", OTHER)
    assert other.keeps()
    # The first began before the second and ends after it: the number of its change is the lower one.
    one.do("going.__exit__(None, None, None)")
    assert other.sees_within_a_second("Van de een")
    assert one.sees_within_a_second("Van de ander", OTHER)

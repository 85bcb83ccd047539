"""What a page costs: made, kept, and in plain Wagtail. A part of tools/bench.py, which sets Django up first."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from unittest import mock
from urllib.parse import urlencode

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import Page

from home.cache import generation
from portal.wsgi import application

HOST = "127.0.0.1"
PAGES = {
    "home": "/nl/",
    "home, Arabic": "/ar/",
    "service": "/nl/diensten/jeugdhulp/",
    "service, Dutch shown in Turkish": "/tr/diensten/jeugdhulp/",
    "service with danger": "/ar/diensten/zorgen-melden/",
    "theme": "/nl/onderwerpen/geld/",
}
ENTRIES = 2000
PER_PAGE = 24
ROUNDS = 40
BARE = "bare"
TOKEN = "t" * 32
"""Of forms: what the cookie holds and what is sent are the same."""

# The least that a list in plain Wagtail does: its children, each with its address.
PLAIN_LIST = """{% load wagtailcore_tags %}<!doctype html><title>{{ page.title }}</title><ul>
{% for child in children %}<li><a href="{% pageurl child %}">{{ child.title }}</a></li>{% endfor %}</ul>"""

Time = Callable[..., tuple[float, float]]
Call = Callable[[], object]
# Some pages are measured in a transaction that is rolled back; the end of a request would close its connection.
for signal in (request_started, request_finished):
    signal.disconnect(close_old_connections)


def answered(path: str, form: Mapping[str, str] | None = None) -> int:
    """Fetches the path from the application, as a server does, and returns the bytes of the answer.

    With `form` it is sent, with its token. Raises SystemExit for any status but 200.
    """
    body = b"" if form is None else urlencode({"csrfmiddlewaretoken": TOKEN, **form}).encode()
    environ = {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "REMOTE_ADDR": HOST,
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
    }
    if form is not None:
        environ |= {
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": f"{settings.CSRF_COOKIE_NAME}={TOKEN}",
            "HTTP_ORIGIN": f"http://{HOST}",
        }
    said: list[str] = []
    answer = application(environ, lambda status, headers, error=None: said.append(status))
    length = sum(len(part) for part in answer)
    if isinstance(answer, HttpResponse):
        answer.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{path} answers {said}")
    return length


def in_turns(calls: Mapping[str, Call], rounds: int) -> dict[str, float]:
    """Returns the milliseconds of the processor that each call takes: the median of so many rounds.

    They take turns, so that whatever else the machine does meanwhile falls on all of them alike.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _round in range(rounds):
        for name, call in calls.items():
            times[name].append(cpu(call))
    return {name: statistics.median(each) for name, each in times.items()}


def cpu(call: Call, times: int = 1) -> float:
    """Returns the milliseconds of the processor for one call, of so many in a row."""
    start = time.process_time()
    for _time in range(times):
        call()
    return 1000 * (time.process_time() - start) / times


def queries(call: Call) -> int:
    """Returns the number of queries that a call makes."""
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


@contextmanager
def every_page_is_made() -> Iterator[None]:
    """Makes every page anew while it lasts: none comes from the store of made pages."""
    with override_settings(PAGE_CACHE_BYTES=0):
        yield


@contextmanager
def plain_wagtail() -> Iterator[None]:
    """Serves pages in Wagtail's own way while it lasts, from the same templates and rows."""
    with every_page_is_made(), mock.patch("home.pages.serving.page_at", return_value=None):
        yield


def page_costs() -> list[str]:
    """Returns a table of the cost of each page: made, kept, in plain Wagtail, and of a page with nearly no words."""
    asked: dict[str, Call] = {name: partial(answered, path) for name, path in PAGES.items()}
    with every_page_is_made():
        first = {name: queries(after_a_change(ask)) for name, ask in asked.items()}
        first_took = in_turns({name: after_a_change(ask) for name, ask in asked.items()}, ROUNDS // 4)
    with every_page_is_made(), transaction.atomic():
        bare = partial(answered, str(_bare_page().url))
        for ask in asked.values():
            ask()
        counted = {name: queries(ask) for name, ask in asked.items()}
        made = in_turns({BARE: by_wagtail(bare), **asked}, ROUNDS)
        slowly = {name: by_wagtail(ask) for name, ask in asked.items()}
        counted_slowly = {name: queries(ask) for name, ask in (slowly | {BARE: by_wagtail(bare)}).items()}
        plain = in_turns(slowly, ROUNDS // 4)
        transaction.set_rollback(True)
    generation.forget()
    for ask in asked.values():  # the first one is put aside
        ask()
    kept = {name: statistics.median(cpu(ask, 100) for _batch in range(7)) for name, ask in asked.items()}
    return [
        "| page | queries | CPU ms, made | times the bare page | first after a change: queries | CPU ms "
        "| CPU ms, kept | times fewer | plain Wagtail: queries | CPU ms |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *(
            f"| {name} | {counted[name]} | {made[name]:.1f} | {made[name] / made[BARE]:.1f} "
            f"| {first[name]} | {first_took[name]:.0f} | {kept[name]:.3f} | {made[name] / kept[name]:.0f} "
            f"| {counted_slowly[name]} | {plain[name]:.1f} |"
            for name in asked
        ),
        "",
        f"The bare page: {counted_slowly[BARE]} queries, {made[BARE]:.1f} ms of CPU.",
    ]


def by_wagtail(call: Call) -> Call:
    """Returns the call, its page found and served in Wagtail's own way."""

    def slowly() -> object:
        with plain_wagtail():
            return call()

    return slowly


def after_a_change(call: Call) -> Call:
    """Returns the call in a process that keeps nothing yet of what is published."""

    def first() -> object:
        generation.forget()
        return call()

    return first


def _bare_page() -> Page:
    """Makes a page of Wagtail with an all but empty template: nothing can cost less."""
    home = Page.objects.get(depth=2, locale__language_code=settings.LANGUAGE_CODE)
    page: Page = home.add_child(instance=Page(title="Plain", slug="plain-alternative", locale=home.locale))
    return page


def plain_list_costs(milliseconds: Time) -> list[str]:
    """Returns table rows of ENTRIES pages below one page in plain Wagtail. What is made for it is rolled back."""
    rows = []
    with transaction.atomic():
        index = fill_plain_list()
        for name, count in ((f"plain Wagtail, {PER_PAGE} of the pages, no facets", PER_PAGE), ("all of them", ENTRIES)):

            def ask(count: int = count) -> int:
                return plain_list(index, count)

            ask()
            middle, high = milliseconds(ask, 10)
            rows.append(f"| {name} (the alternative) | {queries(ask)} | {middle:.1f} | {high:.1f} |")
        transaction.set_rollback(True)
    return rows


def fill_plain_list() -> Page:
    """Makes a page with ENTRIES pages below it, and returns it."""
    home = Page.objects.get(depth=2, locale__language_code=settings.LANGUAGE_CODE)
    index: Page = home.add_child(instance=Page(title="Plain", slug="plain-alternative", locale=home.locale))
    Page.objects.bulk_create(
        Page(
            title=f"Voorbeeld {number}",
            draft_title=f"Voorbeeld {number}",
            slug=f"voorbeeld-{number}",
            path=Page._get_path(index.path, index.depth + 1, number),
            depth=index.depth + 1,
            url_path=f"{index.url_path}voorbeeld-{number}/",
            content_type=index.content_type,
            locale=home.locale,
        )
        for number in range(1, ENTRIES + 1)
    )
    index.numchild = ENTRIES
    index.save(update_fields=["numchild"], clean=False)
    return index


def plain_list(index: Page, count: int) -> int:
    """Makes the list in plain Wagtail, with this many of the pages; returns its length in characters."""
    request: HttpRequest = RequestFactory().get("/", headers={"host": HOST})
    children = index.get_children().live().specific()[:count]
    template = engines["django"].from_string(PLAIN_LIST)
    return len(template.render({"page": index, "children": children}, request))

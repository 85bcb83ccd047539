"""What a page costs: made, kept, and in plain Wagtail. A part of tools/bench.py, which sets Django up first."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from unittest import mock

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import Page

from home.cache import generation, middleware
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
BATCHES = 7

# The least that a list in plain Wagtail does: its children, each with its address.
PLAIN_LIST = """{% load wagtailcore_tags %}<!doctype html><title>{{ page.title }}</title><ul>
{% for child in children %}<li><a href="{% pageurl child %}">{{ child.title }}</a></li>{% endfor %}</ul>"""

Time = Callable[..., tuple[float, float]]
# Some pages are measured in a transaction that is rolled back; the end of a request would close its connection.
for signal in (request_started, request_finished):
    signal.disconnect(close_old_connections)


def answered(path: str) -> int:
    """Fetches the path from the application, as a server does, and returns the bytes of the answer.

    Raises SystemExit for any status but 200.
    """
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
    }
    said: list[str] = []
    answer = application(environ, lambda status, headers, error=None: said.append(status))
    length = sum(len(part) for part in answer)
    answer.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{path} answers {said}")
    return length


def cpu(call: Callable[[], object], times: int) -> float:
    """Returns the milliseconds of the processor for one call: the median of BATCHES batches."""
    batches = []
    for _batch in range(BATCHES):
        start = time.process_time()
        for _time in range(times):
            call()
        batches.append(1000 * (time.process_time() - start) / times)
    return statistics.median(batches)


def queries(call: Callable[[], object]) -> int:
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
    """Returns a table of the cost of each page: made, kept, and in plain Wagtail."""
    rows = [
        "| page | queries | first after a change | CPU ms, made | CPU ms, kept | times fewer "
        "| plain Wagtail: queries | CPU ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, path in PAGES.items():

        def ask(path: str = path) -> int:
            return answered(path)

        with plain_wagtail():
            ask()
            plain, plain_cpu = queries(ask), cpu(ask, 3)
        with every_page_is_made():
            generation.forget()
            first, warm = queries(ask), queries(ask)
            made = cpu(ask, 10)
        middleware.forget()
        ask()
        kept = cpu(ask, 300)
        rows.append(
            f"| {name} | {warm} | {first} | {made:.1f} | {kept:.3f} | {made / kept:.0f} | {plain} | {plain_cpu:.1f} |"
        )
    return rows


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


def bare_page_cost() -> str:
    """Returns a sentence with the cost of a page of Wagtail with an all but empty template: nothing can cost less."""
    with transaction.atomic(), plain_wagtail():
        home = Page.objects.get(depth=2, locale__language_code=settings.LANGUAGE_CODE)
        page = home.add_child(instance=Page(title="Plain", slug="plain-alternative", locale=home.locale))

        def ask() -> int:
            return answered(str(page.url))

        ask()
        words = f"A page of Wagtail itself with nearly no words: {queries(ask)} queries, {cpu(ask, 10):.1f} ms of CPU."
        transaction.set_rollback(True)
    generation.forget()
    return words

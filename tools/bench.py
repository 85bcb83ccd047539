"""Measures what a visit costs and writes docs/performance.md. Run by `make bench`, never by a test.

Everything is measured in one run on one machine, each beside a plain alternative, because only the ratio means
something elsewhere.
"""

import os
import platform
import re
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from subprocess import DEVNULL, Popen
from urllib.request import urlopen

import brotli
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
django.setup()

from django.conf import settings  # noqa: E402 (Django must be set up first)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page  # noqa: E402

from questions.reachability.kpi import Curve  # noqa: E402
from questions.waits.models import Wait  # noqa: E402
from tools.bench_desk import desk_costs  # noqa: E402
from tools.bench_directory import directory_costs  # noqa: E402
from tools.bench_durable import durable_costs  # noqa: E402
from tools.bench_forms import form_costs  # noqa: E402
from tools.bench_kept import kept_costs  # noqa: E402
from tools.bench_load import load_costs  # noqa: E402
from tools.bench_pages import PAGES, every_page_is_made, page_costs, plain_list_costs  # noqa: E402
from tools.bench_rules import rule_costs  # noqa: E402
from tools.machine import free_port  # noqa: E402

WEIGHED = PAGES | {"ask": "/nl/vraag/"}
KILO = 1000
COMMON_FACES = ("atkinson-hyperlegible-next-400.woff2", "atkinson-hyperlegible-next-700.woff2")


def milliseconds(
    call: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time
) -> tuple[float, float]:
    """Returns the median and the 95th percentile of the time of a call, in milliseconds: that of the processor.

    Another `clock` where waiting counts too, as for the disk.
    """
    times = []
    for _round in range(rounds):
        start = clock()
        call()
        times.append(1000 * (clock() - start))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def packed(data: bytes, quality: int = 11) -> int:
    """Returns the number of bytes after brotli, as a browser gets them: static files at 11, pages at 5."""
    return len(brotli.compress(data, quality=quality))


def weights() -> list[str]:
    """Returns a table of what the first view of a page sends, compressed, with the typeface; without headers."""
    client = Client(headers={"host": "127.0.0.1"})
    rows = [
        "| page | HTML | CSS | script | icons | typeface | together | limit |",
        "|---|---|---|---|---|---|---|---|",
    ]
    typeface = sum(len((Path(settings.STATIC_ROOT) / "fonts" / face).read_bytes()) for face in COMMON_FACES)
    for name, path in WEIGHED.items():
        html = client.get(path).content
        text = html.decode()
        linked = [
            sum(packed((Path(settings.STATIC_ROOT) / each).read_bytes()) for each in set(re.findall(pattern, text)))
            for pattern in (
                r'<link rel="stylesheet" href="/static/([^"]+)"',
                r'<script src="/static/([^"]+)"',
                r'(?:<use href|<link rel="icon" href)="/static/([^"#]+)',
            )
        ]
        sizes = [packed(html, 5), *linked, typeface]
        shown = " | ".join(f"{size / KILO:.1f} kB" for size in [*sizes, sum(sizes)])
        rows.append(f"| {name} | {shown} | 50 kB, script 10 kB |")
    return rows


def servers() -> list[str]:
    """Returns a table of one page from our server and from the alternative, fetched by eight at a time."""
    rows = ["| server | requests a second | median ms | memory of the worker |", "|---|---|---|---|"]
    folder = Path(sys.executable).parent
    for name, command in {
        "granian, 1 worker, 4 threads": [
            "granian", "--interface", "wsgi", "--port", "{port}", "--workers", "1", "--blocking-threads", "4",
            "--no-ws", "portal.wsgi:application",
        ],
        "gunicorn, 1 worker, 4 threads (the alternative)": [
            "gunicorn", "--bind", "127.0.0.1:{port}", "--workers", "1", "--threads", "4", "portal.wsgi",
        ],
    }.items():  # fmt: skip
        port = free_port()
        arguments = [part.format(port=port) for part in command]
        server = Popen([str(folder / arguments[0]), *arguments[1:]], cwd=HOUSE, stdout=DEVNULL, stderr=DEVNULL)
        try:
            rows.append(f"| {name} | {load(f'http://127.0.0.1:{port}/nl/', server.pid)} |")
        finally:
            server.terminate()
            server.wait()
    return rows


def load(address: str, pid: int) -> str:
    """Fetches the address 400 times, eight at once; returns requests a second, median and memory as table cells."""
    until = time.monotonic() + 30
    while True:
        try:
            urlopen(address, timeout=5).read()
            break
        except OSError:
            if time.monotonic() > until:
                raise

    def once(_number: int) -> float:
        start = time.perf_counter()
        urlopen(address, timeout=30).read()
        return 1000 * (time.perf_counter() - start)

    start = time.perf_counter()
    with ThreadPoolExecutor(8) as pool:
        times = list(pool.map(once, range(400)))
    passed = time.perf_counter() - start
    return f"{400 / passed:.0f} | {statistics.median(times):.0f} | {memory_of(pid) / 1024:.0f} MB"


def memory_of(pid: int) -> int:
    """Returns the resident memory of a process and its children, in kB."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
        except OSError:
            continue
        found = dict(re.findall(r"^(Pid|PPid|VmRSS):\s+(\d+)", status, re.MULTILINE))
        if str(pid) in (found.get("Pid"), found.get("PPid")):
            total += int(found.get("VmRSS", 0))
    return total


def plain_f(waits: list[tuple[float, str]], t: float) -> float:
    """Returns F(t) by its definition, counting everybody again at each time: the alternative."""
    left = 1.0
    for moment in sorted({seconds for seconds, outcome in waits if outcome == "answered" and seconds <= t}):
        n = sum(1 for seconds, outcome in waits if outcome not in ("answered", "open") or seconds >= moment)
        a = sum(1 for seconds, outcome in waits if outcome == "answered" and seconds == moment)
        left *= 1 - a / n
    return 1 - left


def figures() -> list[str]:
    """Returns a table of the time that the KPI takes over many waits."""
    chance = Random(1)  # noqa: S311 (made-up waits, no secret)
    rows = ["| waits | Curve, ms | counted by the definition, ms | same F |", "|---|---|---|---|"]
    for size in (500, 2000):
        waits = [
            (float(chance.randrange(1, 400_000)), chance.choice(["answered"] * 8 + ["open", "left"]))
            for _each in range(size)
        ]
        fast, _high = milliseconds(lambda waits=waits: Curve(waits).answered_within(200_000), 5)  # type: ignore[misc]
        slow, _high = milliseconds(lambda waits=waits: plain_f(waits, 200_000), 2)  # type: ignore[misc]
        same = abs(Curve(waits).answered_within(200_000) - plain_f(waits, 200_000)) < 1e-9
        rows.append(f"| {size} | {fast:.1f} | {slow:.0f} | {'yes' if same else 'NO'} |")
    return rows


def lists() -> list[str]:
    """Returns the table of the directory, made each time, beside a plain list of pages."""
    with every_page_is_made():
        return directory_costs(milliseconds) + plain_list_costs(milliseconds)


def main() -> None:
    text = "\n".join(
        [
            "# Performance",
            "",
            "Written by `make bench`; each figure stands beside a plain alternative measured in the same run. Trust",
            "the ratios: the machine is somebody's.",
            "",
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {connection.vendor}, "
            f"{Page.objects.count()} pages, {Wait.objects.count()} waits in the database.",
            "",
            "## Pages",
            "",
            "*Made*: for a visitor of whom no page is kept, beside *the bare page*: a page of Wagtail itself with",
            "nearly no words, asked by turns with the others. *First after a change*: the very first page that a",
            "process makes after anything was published; rows that many pages show are read again then. *Kept*: from",
            "the shelf (docs/decisions/0011-page-cache.md). *Plain Wagtail*: the same templates and rows, with its own",
            "way from an address to a page. All through the WSGI application with every middleware, without a",
            "server; milliseconds of the processor, here and wherever nothing else is said.",
            "",
            *page_costs(),
            "",
            "## A question",
            "",
            "The form, and a question that is sent with it: committed, sealed, looked through for danger, with its",
            "wait and the page that confirms it. Beside it the same fields as a plain Django form that writes one row,",
            "asked by turns.",
            "",
            *form_costs(),
            "",
            "## The directory with 2000 organisations more",
            "",
            *lists(),
            "",
            "## What the first view of a page sends",
            "",
            *weights(),
            "",
            "## Kept pages on the wire",
            "",
            "Granian with the kept home page, beside nginx with the same bytes and headers as a file, asked by turns.",
            "One worker: each has one core, and the load generator (wrk, 16 connections) the other. Two workers:",
            "servers and load generator share the cores. *CPU*: of all processes that serve. Trust it more than",
            "requests a second where the machine has other work.",
            "",
            *kept_costs(),
            "",
            "## Server",
            "",
            *servers(),
            "",
            "## The desk with very many questions",
            "",
            "Asked through Django's test client, signed in, by turns, beside a plain Django view that lists fifty rows",
            "of the same table; milliseconds, waiting included. *Times as long*: beside a database with",
            "few questions of which as many are to be done; it is 1 when it does not matter how many have ended.",
            "",
            *desk_costs(),
            "",
            "## Questions while an editor publishes",
            "",
            "Fifty forms a second, fetched beforehand, sent at their moment whether or not the server has answered",
            "the one before; times count from that moment. Four workers and the background command, on a database",
            "with very many questions; an editor opens and publishes a page through the admin every five seconds.",
            "Server, editor and sender share the cores. Beside it a plain Django form that writes one row in the",
            "same database.",
            "",
            *load_costs(),
            "",
            "## Figures",
            "",
            *figures(),
            "",
            "## Rules",
            "",
            *rule_costs(milliseconds),
            "",
            "## Words that are on the disk when they are committed",
            "",
            "SQLite waits for the disk where somebody's words are committed, and only there",
            "(docs/decisions/0053-kept-and-forgotten-for-certain.md). Beside it the same without waiting.",
            "",
            *durable_costs(partial(milliseconds, clock=time.perf_counter)),
            "",
        ]
    )
    (HOUSE / "docs" / "performance.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()

"""Fifty questions a second while an editor publishes, on both engines. A part of tools/bench.py.

    python tools/bench_load.py --questions 200000 --seconds 60 --rate 50

Served as in production: four workers of granian and the background command, on a database with very many questions. The
forms are fetched beforehand, each by a browser of its own. Whoever sends them is a process of its own that sends at its
moment, whether or not the one before was answered: the time of a form counts from when it was due. Server, editor and
sender share the cores. Beside it a plain Django form that writes one row, in the same database, served in the same way.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import django

HOUSE = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
sys.path.insert(0, str(HOUSE))
django.setup()

from tools.bench_kept import GRANIAN, cpu_of  # noqa: E402 (Django must be set up first)
from tools.bench_seed import EDITOR_NAME, PASSWORD  # noqa: E402
from tools.desk_databases import ENGINES, QUESTIONS, TO_DO, inside, much, told_inside  # noqa: E402
from tools.machine import free_port  # noqa: E402
from tools.serving import wait_for  # noqa: E402

RATE, SECONDS, ALONE = 50, 60, 15
"""Forms a second, for how long while an editor publishes, and for how long with nobody else."""
PUBLISHES_EVERY = 5
"""Seconds between two times that the editor opens a page, changes it and publishes it."""
LIMIT = 200
"""Of the 99th percentile, in milliseconds."""
OURS, PLAIN = "/nl/vraag/", "/plain-alternative/"
FILLED = {"theme": "geld", "text": "Ik heb een vraag over mijn schulden en over het gas. " * 7, "answer_by": "page"}
COUNT = "from questions.models import Question; print(Question.objects.count())"
PAGE = (
    "from services.models import ServicePage; "
    "print(ServicePage.objects.live().filter(locale__language_code='nl').order_by('pk')[0].pk)"
)


def load_costs(
    questions: int = QUESTIONS, to_do: int = TO_DO, rate: float = RATE, seconds: float = SECONDS
) -> list[str]:
    """Returns a table: forms sent, accepted, refused and lost, the rows that were written, time, and CPU of one."""
    rows = [
        "| engine | form | sent | accepted | refused | without an answer | rows | median ms | 95% ms | 99% ms "
        "| slowest | limit, 99% | CPU ms of the server for one | published meanwhile |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    alone = min(ALONE, seconds)
    for engine in ENGINES:
        with much(engine, questions, to_do) as url:
            inside(url, "from tools.plain_insert import make_table; make_table()")
            page = told_inside(url, PAGE)
            plain_rows = "from tools.bench_forms import PlainQuestion; print(PlainQuestion.objects.count())"
            with served("tools.plain_insert:application", url, PLAIN) as (site, server):
                rows.append(
                    row(engine, "plain Django", url, plain_rows, server, Sender(site + PLAIN, rate, alone), None)
                )
            with served("portal.wsgi:application", url, OURS) as (site, server):
                sender = Sender(site + OURS, rate, alone)
                rows.append(row(engine, "a question", url, COUNT, server, sender, None))
                sender = Sender(site + OURS, rate, seconds)
                rows.append(
                    row(engine, "a question, while an editor publishes", url, COUNT, server, sender, (site, page))
                )
    return rows


def row(
    engine: str, name: str, url: str, count: str, server: int, sender: "Sender", editing: tuple[str, int] | None
) -> str:
    """Sends the forms and returns the row of the table. Raises SystemExit when a form or an editor fails to start."""
    before = told_inside(url, count)
    with ExitStack() as stack:
        process = stack.enter_context(sender.ready())
        editor = stack.enter_context(publishing(*editing)) if editing else None
        used = cpu_of([server])
        sent = finished(process)
        used = cpu_of([server]) - used
        published = finished(editor) if editor else None
    written = told_inside(url, count) - before
    cost = "" if editing else f"{1000 * used / max(1, sent['accepted']):.1f}"
    if sent["late"] > LIMIT / 4:
        print(
            f"  the sender itself was {sent['late']:.0f} ms late: this machine has too much else to do", file=sys.stderr
        )
    pages = f"{published['published']} times, median {published['median']:.0f} ms" if published else ""
    figures = " | ".join(f"{sent[each]:.0f}" for each in ("median", "p95", "p99", "slowest"))
    return (
        f"| {engine} | {name} | {sent['sent']} | {sent['accepted']} | {sent['refused']} | {sent['unanswered']} "
        f"| {written} | {figures} | {'' if name == 'plain Django' else f'{LIMIT} ms'} | {cost} | {pages} |"
    )


class Sender:
    """A process that sends a form so many times a second."""

    def __init__(self, address: str, rate: float, seconds: float) -> None:
        self.arguments = [address, str(rate), str(seconds), json.dumps(FILLED)]

    @contextmanager
    def ready(self) -> Iterator["subprocess.Popen[str]"]:
        """Yields the process once it has fetched its forms."""
        with begun("tools/load_generator.py", *self.arguments) as process:
            yield process


@contextmanager
def publishing(site: str, page: int) -> Iterator["subprocess.Popen[str]"]:
    """Yields the process that publishes the page every few seconds, once it has done so for the first time."""
    with begun("tools/load_editor.py", site, EDITOR_NAME, PASSWORD, str(page), str(PUBLISHES_EVERY)) as process:
        yield process


@contextmanager
def begun(*command: str) -> Iterator["subprocess.Popen[str]"]:
    """Yields a process that says when it is ready; stops it at the end. Raises SystemExit when it says nothing."""
    process = subprocess.Popen(
        [sys.executable, *command], cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        if process.stdout is None or process.stdout.readline() != "ready\n":
            raise SystemExit(f"{command[0]} did not begin")
        yield process
    finally:
        process.kill()
        process.wait()


def finished(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """Gives the process its line, and returns what it prints when it is done. Raises SystemExit when it fails."""
    said = process.communicate("\n")[0]
    if process.returncode:
        raise SystemExit("what sends or publishes stopped by itself")
    found: dict[str, Any] = json.loads(said)
    return found


@contextmanager
def served(application: str, url: str, path: str) -> Iterator[tuple[str, int]]:
    """Runs an application as in production, with the background command beside ours; yields its address and process."""
    port = free_port()
    # Of the two years that are made up none is forgotten meanwhile: that is other work.
    environment = os.environ | {"DATABASE_URL": url, "PORT": str(port), "PORTAL_RETENTION_DAYS": "3650"}
    programs = Path(sys.executable).parent
    options = [*GRANIAN[1:-1], "--port", str(port), "--workers", "4", application]
    with ExitStack() as stack:
        server = subprocess.Popen([str(programs / GRANIAN[0]), *options], cwd=HOUSE, env=environment)
        stack.callback(stopped, server)
        if application.startswith("portal"):
            due = [sys.executable, "manage.py", "run_due", "--every", "20"]
            stack.callback(stopped, subprocess.Popen(due, cwd=HOUSE, env=environment))
        site = f"http://127.0.0.1:{port}"
        wait_for(site + path, server)
        time.sleep(1)
        yield site, server.pid


def stopped(process: "subprocess.Popen[bytes]") -> None:
    """Stops a process that was begun here, and waits until it has."""
    process.terminate()
    process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--to-do", type=int, default=TO_DO)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    given = parser.parse_args()
    print("\n".join(load_costs(given.questions, given.to_do, given.rate, given.seconds)))


if __name__ == "__main__":
    main()

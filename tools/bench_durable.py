"""What it costs that SQLite waits for the disk where somebody's words are committed. A part of tools/bench.py.

Measured on a copy of the database on the same disk, thrown away afterwards.
"""

import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from home.database import durable
from portal.backups.restore import connected_to
from questions.actions import ask as asking
from questions.actions import write_message as writing
from questions.models import Question
from questions.statuses import AnswerBy
from questions.waits.models import Channel
from services.models import Theme

ROUNDS = 200
Time = Callable[..., tuple[float, float]]


def durable_costs(milliseconds: Time) -> list[str]:
    """Returns a table of the time to write a question and a further message, with and without waiting for the disk."""
    if connection.vendor != "sqlite":
        return ["PostgreSQL waits for the disk at every commit: nothing to compare."]
    rows = [
        "| committed | waits for the disk: median ms | 95% ms | does not wait: median ms | 95% ms |",
        "|---|---|---|---|---|",
    ]
    with on_a_copy():
        for name, do in (("a question", _ask), ("a further message", _write_again())):
            do()
            waits = milliseconds(do, ROUNDS)
            with (
                mock.patch.object(asking, "durably", transaction.atomic),
                mock.patch.object(writing, "durably", transaction.atomic),
            ):
                hurries = milliseconds(do, ROUNDS)
            rows.append("| " + " | ".join([name, *(f"{each:.1f}" for each in (*waits, *hurries))]) + " |")
        rows.append(_bare_commit(milliseconds))
    return rows


def _ask() -> asking.AskedQuestion:
    return asking.ask(
        asking.NewQuestion(
            submission=uuid.uuid4(), theme=Theme.objects.order_by("order")[0], language="nl", text="Vraag " * 50,
            answer_by=AnswerBy.PAGE, contact=asking.Contact(), channel=Channel.FORM,
        ),
        timezone.now(),
    )  # fmt: skip


def _write_again() -> Callable[[], object]:
    question = _ask().question

    def do() -> object:
        with mock.patch.object(writing, "MOST_IN_A_MINUTE", 10 * ROUNDS):
            return writing.write_message(
                question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=timezone.now()
            )

    return do


def _bare_commit(milliseconds: Time) -> str:
    """Returns the row of the wait alone: one changed row, with as little around it as can be."""

    def change() -> None:
        Question.objects.filter(pk=0).update(status="waiting")
        Theme.objects.filter(pk=Theme.objects.values("pk")[:1]).update(order=1)

    def durably() -> None:
        with durable.durably():
            change()

    def quickly() -> None:
        with transaction.atomic():
            change()

    times = (*milliseconds(durably, ROUNDS), *milliseconds(quickly, ROUNDS))
    return "| one changed row | " + " | ".join(f"{each:.1f}" for each in times) + " |"


@contextmanager
def on_a_copy() -> Iterator[None]:
    """Works on a copy of the SQLite database while it lasts."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=settings.VAR))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / "copy.sqlite3")])
    try:
        with connected_to(str(folder / "copy.sqlite3")):
            yield
    finally:
        shutil.rmtree(folder)

"""Since when real answers (R2) are measured: earlier versions noted nothing after the first reaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from questions.waits.models import Source, Wait, WaitOutcome

BROUGHT_BY = ("reachability", "0004_real_answer")


def answers_measured_since() -> datetime | None:
    """Returns the moment at which this database began to measure real answers; None when that is unknown."""
    found = MigrationRecorder(connection).migration_qs.filter(app=BROUGHT_BY[0], name=BROUGHT_BY[1])
    applied: datetime | None = found.values_list("applied", flat=True).first()
    return applied


def not_measured(waits: Iterable[Wait], since: datetime | None) -> int:
    """Returns how many of these waits had their first reaction before `since`, and no known real answer.

    They stay in every figure of R2 as waiting: that can only make it look worse than it was.
    """
    if since is None:
        return 0
    return sum(
        wait.source == Source.MEASURED
        and wait.answer_outcome == WaitOutcome.OPEN
        and wait.reacted_at is not None
        and wait.reacted_at < since
        for wait in waits
    )

"""Events of waits stay as they were written, whatever way somebody takes to the table."""

import pytest
from django.db import DatabaseError, connection, transaction

from questions.privacy.checks import RIGHTS_LOG, rights_log_is_guarded
from questions.waits.checks import EVENTS, events_are_guarded
from questions.waits.models import Channel, Source, Wait, WaitEvent, WaitKind
from questions.waits.projection import Event
from questions.waits.writer import open_wait, record
from tests.conftest import MONDAY, Ask
from tests.some import some

pytestmark = pytest.mark.django_db

INTO = "INSERT INTO reachability_waitevent (id, wait_id, number, event, at, recorded_at, data, sample)"
SAME_ROW = "SELECT id, wait_id, number, 'left', at, recorded_at, data, sample FROM reachability_waitevent"
SAME_NUMBER = "SELECT 999999, wait_id, number, 'left', at, recorded_at, data, sample FROM reachability_waitevent"
A_SAMPLE = "SELECT 999999, wait_id, number + 1, event, at, recorded_at, data, true FROM reachability_waitevent"
ON_BOTH = [
    "UPDATE reachability_waitevent SET event = 'left'",
    "UPDATE reachability_waitevent SET id = id + 1000",
    "UPDATE reachability_waitevent SET sample = NOT sample",
    "DELETE FROM reachability_waitevent",
    f"{INTO} {SAME_NUMBER}",
    f"{INTO} {SAME_ROW} WHERE true ON CONFLICT (id) DO UPDATE SET event = excluded.event",
    f"{INTO} {SAME_NUMBER} WHERE true ON CONFLICT (wait_id, number) DO UPDATE SET event = excluded.event",
    f"{INTO} {A_SAMPLE}",
]
WAYS = {
    "sqlite": [
        *ON_BOTH,
        f"{INTO.replace('INSERT', 'INSERT OR REPLACE')} {SAME_ROW}",
        f"{INTO.replace('INSERT', 'REPLACE')} {SAME_NUMBER}",
        "UPDATE OR REPLACE reachability_waitevent SET event = 'left'",
        "UPDATE OR IGNORE reachability_waitevent SET event = 'left'",
        "UPDATE reachability_waitevent SET rowid = rowid + 1000",
        "DELETE FROM reachability_waitevent WHERE true",
    ],
    "postgresql": [
        *ON_BOTH,
        "TRUNCATE reachability_waitevent",
        "TRUNCATE reachability_waitevent RESTART IDENTITY CASCADE",
        "TRUNCATE reachability_wait CASCADE",
        "TRUNCATE questions_question, reachability_wait, reachability_waitevent CASCADE",
        "SET LOCAL session_replication_role = replica; DELETE FROM reachability_waitevent",
        "SET LOCAL session_replication_role = replica; TRUNCATE reachability_waitevent",
    ],
}


def refusal(statement: str) -> str:
    """What the database says to it; nothing when it lets it through."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else it refuses to empty a table for another reason
            cursor.execute(statement)
    except DatabaseError as refused:
        return str(refused)
    return ""


def test_no_statement_changes_what_happened(asked: Ask) -> None:
    asked()
    before = list(WaitEvent.objects.values())
    for statement in WAYS[connection.vendor]:
        assert "append-only" in refusal(statement), statement
        assert list(WaitEvent.objects.values()) == before, statement


def test_nothing_is_written_before_what_happened_already(asked: Ask) -> None:
    asked()
    wait = Wait.objects.get()
    record(wait, Event.FIRST_SIGN, at=MONDAY, recorded_at=MONDAY)
    late = WaitEvent(wait=wait, number=1, event="left", at=MONDAY, recorded_at=MONDAY)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        late.save()
    assert [row.event for row in wait.events.all()] == ["opened", "first_sign"]


def test_samples_are_still_written_many_at_a_time_and_taken_away(asked: Ask) -> None:
    asked()
    wait = open_wait(
        at=MONDAY, recorded_at=MONDAY, channel=Channel.CHAT, kind=WaitKind.FIRST, theme="geld", district="",
        language="nl", source=Source.SAMPLE,
    )  # fmt: skip
    WaitEvent.objects.bulk_create(
        WaitEvent(wait=wait, number=number, event="first_sign", at=MONDAY, recorded_at=MONDAY, sample=True)
        for number in (2, 3, 4)
    )
    wait.events.all().delete()
    assert WaitEvent.objects.count() == 1


def test_a_trigger_that_is_gone_is_told_by_the_check(db: None) -> None:
    assert events_are_guarded(databases=["default"]) == []
    for name in some(sorted(EVENTS.triggers[connection.vendor])):
        with connection.cursor() as cursor:
            on = f" ON {EVENTS.name}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
        assert name in EVENTS.missing_triggers()
    assert {told.id for told in events_are_guarded(databases=["default"])} == {"reachability.E001"}
    assert events_are_guarded() == []


@pytest.mark.engine("postgresql")
def test_on_postgresql_a_trigger_that_a_session_can_put_off_counts_as_gone(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {EVENTS.name} ENABLE TRIGGER wait_event_append_only")
    assert EVENTS.missing_triggers() == {"wait_event_append_only"}


def test_a_trigger_of_the_log_of_rights_that_is_gone_is_told() -> None:
    assert rights_log_is_guarded(databases=["default"]) == []
    on = "" if connection.vendor == "sqlite" else f" ON {RIGHTS_LOG.name}"
    for name in some(RIGHTS_LOG.triggers[connection.vendor]):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {name}{on}")
        (told,) = rights_log_is_guarded(databases=["default"])
        assert (told.id, name in told.msg) == ("privacy.E001", True)

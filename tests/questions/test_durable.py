"""What a person wrote is on the disk when it is committed, and off the disk when it is forgotten."""

import sqlite3
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections, transaction
from django.db.utils import ConnectionHandler

from home.database.durable import (
    durably,
    empty_the_log,
    may_the_log_hold_words,
    note_nothing_was_freed,
    overwrite_what_was_freed,
)
from portal.management.commands import run_due
from questions.actions.answer import answer
from questions.actions.ask import AskedQuestion, Contact, NewQuestion, ask
from questions.actions.claim import claim
from questions.actions.erase import erase
from questions.actions.write_message import write_message
from questions.feedback.writer import record_remark, record_vote
from questions.models import Message, Question
from questions.privacy.models import QuestionKey
from questions.statuses import AnswerBy, Settled
from questions.waits.models import Channel
from services.models import ServicePage, Theme
from tests.conftest import MONDAY, colleague
from tests.some import some

pytestmark = pytest.mark.usefixtures("own_database")
NORMAL, FULL = 1, 2


def synchronous() -> int:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        return int(cursor.fetchone()[0])


def asked() -> AskedQuestion:
    return ask(
        NewQuestion(
            submission=uuid.uuid4(), theme=Theme.objects.get(slug="geld"), language="nl", text="Mijn vraag",
            answer_by=AnswerBy.PAGE, contact=Contact(), channel=Channel.FORM,
        ),
        MONDAY,
    )  # fmt: skip


class AtCommit:
    """Notes how SQLite is set each time something is committed."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.commit = connection._commit

    def __call__(self) -> Any:
        self.seen.append(synchronous())
        return self.commit()


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> AtCommit:
    noted = AtCommit()
    monkeypatch.setattr(connections["default"], "_commit", noted)
    return noted


@pytest.mark.engine("sqlite")
def test_words_wait_for_the_disk_and_nothing_else_does(commits: AtCommit) -> None:
    anna = colleague("anna", "midden")
    page = ServicePage.objects.filter(locale__language_code="nl").first()
    given = record_vote(page, True, "somewhere", MONDAY)
    commits.seen.clear()
    question = asked().question
    write_message(question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=MONDAY)
    assert commits.seen == [FULL, FULL]
    claim(anna, question, MONDAY)
    commits.seen.clear()
    answer(anna, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED, now=MONDAY)
    record_remark(given, "Duidelijk", MONDAY)
    assert commits.seen == [FULL, FULL]
    assert synchronous() == NORMAL
    with transaction.atomic():
        Theme.objects.update(order=1)
    assert commits.seen[-1] == NORMAL


@pytest.mark.engine("sqlite")
def test_the_setting_is_put_back_when_something_goes_wrong() -> None:
    seen = []

    def fail() -> None:
        with durably():
            seen.append(synchronous())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert seen == [FULL]
    assert synchronous() == NORMAL
    with transaction.atomic(), durably():  # the outer transaction decides
        assert synchronous() == NORMAL


def everything_on_disk() -> bytes:
    """The bytes of the database and of its log."""
    file = Path(str(connection.settings_dict["NAME"]))
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*") if not path.name.endswith("-shm"))


def forgotten_question() -> list[bytes]:
    """A question that is forgotten; what must be found nowhere afterwards: its wrapped key, and what it sealed."""
    question = asked().question
    write_message(question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=MONDAY)
    Question.objects.filter(pk=question.pk).update(status="withdrawn", ended_at=MONDAY)
    secrets = [bytes(QuestionKey.objects.get(question=question).wrapped)]
    secrets += [bytes(message.sealed_text) for message in Message.objects.filter(question=question)]
    assert all(secret in everything_on_disk() for secret in some(secrets))
    return secrets


@pytest.mark.engine("sqlite")
def test_after_forgetting_neither_the_file_nor_its_log_holds_the_key() -> None:
    secrets = forgotten_question()
    run_due.forget(MONDAY + timedelta(days=1000))
    assert not Question.objects.exists()
    left = everything_on_disk()
    assert [secret for secret in secrets if secret in left] == []


@pytest.mark.engine("sqlite")
def test_what_a_resident_erased_in_another_process_leaves_the_disk_in_the_next_round() -> None:
    run_due.forget(MONDAY)
    question = asked().question
    secrets = [bytes(QuestionKey.objects.get(question=question).wrapped)]
    secrets += [bytes(message.sealed_text) for message in Message.objects.filter(question=question)]
    erase(question, MONDAY)
    assert may_the_log_hold_words()
    reader = sqlite3.connect(str(connection.settings_dict["NAME"]), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM questions_question").fetchone()
    assert not empty_the_log()
    assert may_the_log_hold_words()
    reader.close()
    run_due.forget(MONDAY)
    assert not may_the_log_hold_words()
    left = everything_on_disk()
    assert [secret for secret in some(secrets) if secret in left] == []


@pytest.mark.engine("sqlite")
def test_the_command_that_forgets_leaves_nothing_either(settings: Any) -> None:
    secrets = forgotten_question()
    settings.RETENTION_DAYS = 1
    call_command("forget_questions")
    left = everything_on_disk()
    assert [secret for secret in secrets if secret in left] == []


@pytest.mark.engine("sqlite")
def test_a_reader_holds_the_log_up_and_the_next_round_empties_it() -> None:
    secrets = forgotten_question()
    reader = sqlite3.connect(str(connection.settings_dict["NAME"]), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM questions_question").fetchone()
    run_due.forget(MONDAY + timedelta(days=1000))
    assert not empty_the_log()
    assert any(secret in everything_on_disk() for secret in secrets)
    reader.close()
    run_due.forget(MONDAY + timedelta(days=1000))
    assert not any(secret in everything_on_disk() for secret in secrets)


def test_what_was_deleted_by_an_earlier_version_is_overwritten_once(caplog: pytest.LogCaptureFixture) -> None:
    if connection.vendor != "sqlite":
        assert overwrite_what_was_freed() is None
        return
    word = b"sleutel van een vergeten vraag"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version=0")
        cursor.execute("PRAGMA secure_delete=OFF")
        cursor.execute("CREATE TABLE earlier (words BLOB)")
        cursor.execute("INSERT INTO earlier VALUES (%s)", [word * 500])
        cursor.execute("DELETE FROM earlier")
        cursor.execute("PRAGMA secure_delete=ON")
    assert empty_the_log()
    assert word in everything_on_disk()
    with sqlite3.connect(str(connection.settings_dict["NAME"])) as writer:
        writer.execute("CREATE TABLE meanwhile (n)")
        writer.execute("BEGIN IMMEDIATE")
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout=1")
        assert overwrite_what_was_freed() is False
    assert word in everything_on_disk()
    run_due.forget(MONDAY)
    assert word not in everything_on_disk()
    assert [line.getMessage() for line in caplog.records if "made anew" in line.getMessage()]
    assert overwrite_what_was_freed() is None


@pytest.mark.parametrize("filled", [False, True])
def test_only_a_database_that_was_in_use_before_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: bool
) -> None:
    file = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "other.sqlite3")}
    own = ConnectionHandler({"default": file})["default"]
    monkeypatch.setattr("home.database.durable.connection", own)
    if filled:
        with own.cursor() as cursor:
            cursor.execute("CREATE TABLE earlier (words BLOB)")
    note_nothing_was_freed()
    assert overwrite_what_was_freed() is (True if filled else None)
    own.close()


def test_a_round_without_anything_to_forget_leaves_the_log_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    run_due.forget(MONDAY)
    monkeypatch.setattr(run_due, "empty_the_log", lambda: pytest.fail("nothing was forgotten"))
    run_due.forget(MONDAY)


@pytest.mark.engine("sqlite")
def test_a_full_disk_keeps_nothing_half() -> None:
    asked()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    before = Question.objects.count()

    def fill() -> None:
        for _each in range(500):
            asked()

    with pytest.raises(OperationalError, match="full"):
        fill()
    assert Question.objects.count() == Message.objects.filter(number=1).count() == QuestionKey.objects.count()
    assert Question.objects.count() >= before
    assert synchronous() == NORMAL

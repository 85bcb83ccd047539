"""Commands on a site in use: thousands of rows, and somebody who writes at the same moment."""

import base64
import io
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from questions.actions import forget as forgetting
from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.forget import due_for_forgetting, forget_due
from questions.actions.write_message import write_message
from questions.models import Question
from questions.privacy.keyring import key_ring, new_key
from questions.privacy.keys import Rewrapped, rewrap_all
from questions.privacy.models import QuestionKey
from questions.statuses import Settled, Status
from questions.waits import writer
from questions.waits.models import Wait, WaitEvent
from questions.waits.writer import clear_samples, rebuild, write_samples
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
MANY = 2_100
YEAR = timedelta(days=365)


def ring(*names: str) -> str:
    return ",".join(f"{name}:{base64.b64encode(name[0].encode() * 32).decode()}" for name in names)


def many_questions(example: Question, number: int = MANY, **other: Any) -> list[Question]:
    """As many as do not fit in one look, each with a key; made past the actions, to be quick."""
    fields = {
        field.attname: getattr(example, field.attname) for field in Question._meta.concrete_fields if field.name != "id"
    }
    rows = Question.objects.bulk_create(
        Question(**fields | {"uid": uuid.uuid4(), "submission": uuid.uuid4(), "reference": f"T{number}"} | other)
        for number in range(number)
    )
    keys = []
    for row in rows:
        name, wrapped = key_ring().wrap(new_key(), f"{row.uid}/key")
        keys.append(QuestionKey(question=row, ring_name=name, wrapped=wrapped))
    QuestionKey.objects.bulk_create(keys)
    return rows


def test_every_key_is_wrapped_anew_however_many_there_are(asked: Ask, settings: Any) -> None:
    settings.KEY_RING = ring("old")
    many_questions(asked().question)
    settings.KEY_RING = ring("new", "old")
    assert rewrap_all(QuestionKey) == Rewrapped(done=MANY + 1, left=0)
    settings.KEY_RING = ring("new")
    assert all(row.key_bytes for row in some(Question.objects.all()[:3]))


def test_a_key_that_cannot_be_opened_holds_up_no_other_and_is_told(asked: Ask, settings: Any) -> None:
    settings.KEY_RING = ring("lost")
    asked()
    settings.KEY_RING = ring("old")
    asked()
    settings.KEY_RING = ring("new", "old")
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 keys cannot be opened"):
        call_command("rewrap_keys", stdout=out)
    assert "1 keys wrapped anew" in out.getvalue()
    assert set(QuestionKey.objects.values_list("ring_name", flat=True)) == {"lost", "new"}


def sample(number: int) -> list[Any]:
    """The events of one made-up wait."""
    from questions.waits.projection import Event, PastEvent

    opening = {
        "channel": "form", "entry_channel": "form", "kind": "first", "theme": "geld", "district": "", "language": "nl",
        "source": "sample", "precision": "",
    }  # fmt: skip
    return [PastEvent(Event.OPENED, MONDAY + timedelta(seconds=number), opening)]


def test_thousands_of_waits_are_written_rebuilt_and_cleared() -> None:
    assert write_samples(sample(number) for number in range(MANY)) == MANY
    last = Wait.objects.order_by("pk").last()
    assert last is not None
    Wait.objects.filter(pk=last.pk).update(language="en")
    assert rebuild() == 1
    assert rebuild() == 0
    assert clear_samples() == MANY
    assert not WaitEvent.objects.filter(sample=True).exists()


def test_what_only_seems_to_differ_is_looked_at_again_and_no_alarm(asked: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked()
    monkeypatch.setattr(writer, "_in_step", lambda wait: False)
    assert rebuild() == 0


def settled_question(asked: Ask, cast: Cast) -> Question:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
        now=MONDAY,
    )  # fmt: skip
    question.refresh_from_db()
    return question


def test_everything_that_is_due_is_forgotten_and_nothing_else(asked: Ask) -> None:
    many_questions(asked().question, 40, status=Status.SETTLED)
    assert forget_due(MONDAY + 2 * YEAR, YEAR) == 40
    assert Question.objects.count() == QuestionKey.objects.count() == 1


def test_who_writes_at_the_moment_of_forgetting_is_not_forgotten(
    asked: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = settled_question(asked, cast)
    now = MONDAY + 2 * YEAR
    assert due_for_forgetting(now, YEAR).count() == 1
    really = forgetting._forget_if_still_due

    def after_a_message(pk: int, *others: Any) -> bool:
        write_message(question, submission=uuid.uuid4(), text="Nog iets", language="nl", now=now)
        return really(pk, *others)

    monkeypatch.setattr(forgetting, "_forget_if_still_due", after_a_message)
    assert forget_due(now, YEAR) == 0
    assert Question.objects.get().messages.count() == 3

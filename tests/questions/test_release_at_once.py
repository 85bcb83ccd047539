"""An answer that is released by several at once, or taken back in the moment of its release."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from portal.backups.restore import connected_to
from questions.actions.claim import claim
from questions.actions.hold_answer import hold_answer
from questions.actions.mark_read import mark_read
from questions.actions.refusals import AlreadySent
from questions.actions.release import release
from questions.actions.release_answers import release_all_due, release_due
from questions.actions.undo_answer import undo_answer
from questions.actions.write_message import write_message
from questions.models import Colleague, HeldAnswer, Question
from questions.statuses import Settled
from questions.waits.models import Wait, WaitEvent
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.usefixtures("own_database")


def at(seconds: float) -> datetime:
    return MONDAY + timedelta(seconds=seconds)


def send(who: Colleague, question: Question, seconds: float, text: str = "Bel Op Orde.") -> uuid.UUID:
    submission = uuid.uuid4()
    hold_answer(
        who, question, submission=submission, text=text, language="nl", settled=Settled.ANSWERED, now=at(seconds)
    )
    return submission


def together(*jobs: Callable[[], object]) -> list[BaseException]:
    """Does these at the same moment, each with a connection of its own; what went wrong."""
    ready, wrong = Barrier(len(jobs)), list[BaseException]()
    name = str(connection.settings_dict["NAME"])

    def run(job: Callable[[], object]) -> None:
        try:
            with connected_to(name):
                ready.wait(10)
                job()
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return wrong


def test_released_by_five_at_once_it_is_one_message_and_one_reaction(asked: Ask, cast: Cast) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    send(cast.colleague, question, 60)
    wrong = together(
        lambda: release_all_due(at(71)),
        lambda: release_all_due(at(71)),
        lambda: release_due(question.pk, at(70)),
        lambda: mark_read(question, at(71)),
        lambda: write_message(question, submission=uuid.uuid4(), text="En nu?", language="nl", now=at(71)),
    )
    assert wrong == []
    assert [message.number for message in question.messages.order_by("number")] == [1, 2, 3]
    assert question.messages.get(number=2).at == at(70)
    assert WaitEvent.objects.filter(event="reaction_committed").count() == 1
    first, second = Wait.objects.filter(link__question=question).order_by("started_at")
    assert (first.reacted_at, second.started_at, second.reacted_at) == (at(70), at(71), None)


@pytest.mark.parametrize("_round", range(3))
def test_taken_back_and_released_at_once_only_one_of_the_two_happens(asked: Ask, cast: Cast, _round: int) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    submission = send(cast.colleague, question, 60)
    wrong = together(
        lambda: undo_answer(cast.colleague, question, submission, at(69.999999)), lambda: release_all_due(at(70))
    )
    drafts, sent = question.drafts.count(), question.messages.count() - 1
    assert (drafts, sent, [type(error) for error in wrong]) in [(1, 0, []), (0, 1, [AlreadySent])]
    assert not HeldAnswer.objects.exists()


def test_of_two_colleagues_in_the_same_second_both_answers_go_in_the_order_in_which_they_were_sent(
    asked: Ask, cast: Cast
) -> None:
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    send(cast.colleague, question, 60, "Een")
    release(cast.colleague, question, at(60.2))
    claim(cast.teammate, question, at(60.3))
    send(cast.teammate, question, 60.4, "Twee")
    assert together(lambda: release_all_due(at(71)), lambda: release_all_due(at(71))) == []
    sent = [(each.colleague, each.at) for each in question.messages.order_by("number")[1:]]
    assert sent == [(cast.colleague, at(70)), (cast.teammate, at(70.4))]
    assert Wait.objects.get(link__question=question).reacted_at == at(70)

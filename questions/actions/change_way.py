"""A resident in a chat chooses another way to be answered. The wait keeps its start, whatever the way."""

from datetime import datetime

from home.durable import durably
from questions.actions.ask import Contact
from questions.actions.refusals import Ended
from questions.actions.standing import locked, refresh_status
from questions.actions.write import open_follow_up
from questions.models import Question
from questions.reachability.models import Channel
from questions.reachability.projection import Event
from questions.reachability.waits import open_wait_of, record
from questions.statuses import ENDED, AnswerBy


def tell_by_mail(question: Question, email: str, now: datetime) -> None:
    """The chat goes on; who has gone is told by mail that there is an answer. Raises Ended."""
    with durably():
        question = _held(question)
        _keep(question, AnswerBy.NOTICE, Contact(email=email))


def ask_for_call(question: Question, contact: Contact, now: datetime) -> None:
    """The chat becomes a call-back. Who had an answer already asks something new by it. Raises Ended."""
    with durably():
        question = _held(question)
        _keep(question, AnswerBy.CALL, contact)
        _change_channel(question, Channel.CALLBACK, now)
        if open_wait_of(question.pk) is None:
            open_follow_up(question, at=now, now=now)
        refresh_status(question)


def leave_question(question: Question, now: datetime) -> None:
    """The resident stops chatting and reads the answer later. Raises Ended."""
    with durably():
        _change_channel(_held(question), Channel.FORM, now)


def _held(question: Question) -> Question:
    question = locked(question.pk)
    if question.status in ENDED:
        raise Ended
    return question


def _keep(question: Question, answer_by: AnswerBy, contact: Contact) -> None:
    """What was given before, such as a name, stays."""
    key = question.key_bytes
    question.seal_contact(key, question.contact(key) | contact.given())
    question.answer_by = answer_by
    question.save(update_fields=["answer_by", "sealed_contact"])


def _change_channel(question: Question, channel: Channel, now: datetime) -> None:
    if question.channel == channel:
        return
    question.channel = channel
    question.save(update_fields=["channel"])
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, Event.CHANNEL_CHANGED, at=now, recorded_at=now, channel=channel.value)

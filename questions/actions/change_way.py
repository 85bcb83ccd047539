"""A resident in a chat chooses another way to be answered. The wait keeps its start, whatever the way."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.ask import Contact
from questions.actions.follow_up import open_follow_up
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order, refresh_status
from questions.actions.refusals import Ended
from questions.actions.submissions import SubmittedForm
from questions.models import Question
from questions.statuses import ENDED, AnswerBy
from questions.waits.models import Channel
from questions.waits.projection import Event
from questions.waits.writer import open_wait_of, record


def tell_by_mail(question: Question, email: str, now: datetime, submission: UUID | None = None) -> None:
    """Keeps the address for a mail that tells of an answer, should the resident leave; the chat goes on.

    Raises Ended when the question was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk, now)
        if _take_once(SubmittedForm(question, submission, "tell", email), question, now):
            _keep(question, AnswerBy.NOTICE, Contact(email=email))


def ask_for_call(question: Question, contact: Contact, now: datetime, submission: UUID | None = None) -> None:
    """Turns the chat into a call-back, and opens a new wait when none is open.

    Raises Ended when the question was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk, now)
        at = moment_in_order(question, now)
        if not _take_once(
            SubmittedForm(question, submission, "call me", sorted(contact.given().items())), question, at
        ):
            return
        _keep(question, AnswerBy.CALL, contact)
        _change_channel(question, Channel.CALLBACK, at, now)
        if open_wait_of(question.pk) is None:
            open_follow_up(question, at=at, now=now)
        refresh_status(question)


def leave_question(question: Question, now: datetime, submission: UUID | None = None) -> None:
    """Turns the chat into a question whose answer the resident reads later.

    Raises Ended when the question was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk, now)
        if _take_once(SubmittedForm(question, submission, "stop"), question, now):
            _change_channel(question, Channel.FORM, moment_in_order(question, now), now)


def _take_once(form: SubmittedForm, question: Question, at: datetime) -> bool:
    """Records that the form is carried out and returns True; False when that was done before.

    Raises Ended when the question was withdrawn or closed.
    """
    if form.was_taken:
        return False
    if question.status in ENDED:
        raise Ended
    form.take(at)
    return True


def _keep(question: Question, answer_by: AnswerBy, contact: Contact) -> None:
    """Sets the way of answering, and adds the contact to what was given before, such as a name."""
    key = question.key_bytes
    before, given = question.contact(key), contact.given()
    if given.get("email", before.get("email")) != before.get("email"):
        # It was said of the other mailbox.
        before.pop("only_i_read", None)
    question.seal_contact(key, before | given)
    question.answer_by = answer_by
    question.save(update_fields=["answer_by", "sealed_contact"])


def _change_channel(question: Question, channel: Channel, at: datetime, now: datetime) -> None:
    if question.channel == channel:
        return
    question.channel = channel
    question.save(update_fields=["channel"])
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, Event.CHANNEL_CHANGED, at=at, recorded_at=now, channel=channel.value)

"""A colleague answers on the page.

The clock stops when the resident can have the answer: at once on the page, with a notice once the mail server took it,
in a chat once the resident's page has it.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from home.database.durable import durably
from questions.actions.locking import lock_question
from questions.actions.messages import add_message, find_sent_message, message_fingerprint
from questions.actions.put_on_page import put_on_page
from questions.actions.question_state import moment_in_order
from questions.actions.reactions import check_can_react
from questions.models import Colleague, Message, Question
from questions.statuses import Settled
from questions.waits.projection import Event
from questions.waits.writer import open_wait_of, record


def one_moment() -> str:
    """Returns the sentence of a first sign of life ("one moment, please"), in the active language."""
    return _("One moment, please. I am reading your message.")


def answer(
    colleague: Colleague,
    question: Question,
    *,
    submission: UUID,
    text: str,
    language: str,
    settled: Settled,
    now: datetime,
    holding: bool = False,
) -> Message:
    """Writes the answer, with its notice in the outbox when the resident asked for one, and returns the message.

    With `holding` it is a first sign of life, which is no answer: it stops no clock and settles nothing. In a chat an
    answer counts when the resident's page has it; the notice waits for GONE_AFTER, for a resident who has left. The
    same submission sent again returns the message that is there, whatever happened since.

    Raises NotAllowed when the question is not this colleague's, Ended when it was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk, now)
        outcome = "holding" if holding else settled.value
        fingerprint = message_fingerprint(question, text, colleague, language, outcome)
        before = find_sent_message(question, submission, fingerprint)
        if before is not None:
            return before
        check_can_react(colleague, question)
        at, key = moment_in_order(question, now), question.key_bytes
        if holding:
            message = add_message(
                question,
                key,
                submission=submission,
                fingerprint=fingerprint,
                text=text,
                language=language,
                at=at,
                colleague=colleague,
            )
            _record_first_sign(question, at, now)
            return message
        return put_on_page(
            question,
            key,
            colleague=colleague,
            submission=submission,
            fingerprint=fingerprint,
            text=text,
            language=language,
            settled=settled,
            at=at,
            now=now,
        )


def _record_first_sign(question: Question, at: datetime, now: datetime) -> None:
    wait = open_wait_of(question.pk)
    if wait is not None:
        record(wait, Event.FIRST_SIGN, at=at, recorded_at=now)

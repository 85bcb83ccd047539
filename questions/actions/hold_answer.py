"""A colleague sends an answer at the desk. It waits until it can no longer be taken back: docs/decisions/0063."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from home.database.durable import durably
from questions.actions.drafts import drop_draft
from questions.actions.locking import lock_question
from questions.actions.messages import find_sent_message, message_fingerprint
from questions.actions.reactions import check_can_react
from questions.actions.record_outcome import Ending
from questions.actions.release_answers import release_held, undo_for
from questions.actions.submissions import submission_key
from questions.models import Colleague, HeldAnswer, Message, Question
from questions.statuses import Settled


def hold_answer(
    colleague: Colleague,
    question: Question,
    *,
    submission: UUID,
    text: str,
    language: str,
    settled: Settled,
    now: datetime,
    seen: int | None = None,
    ending: Ending | None = None,
) -> HeldAnswer | Message:
    """Keeps the answer until its release moment and returns it; the message, when it is on the page already.

    `seen` is the last message that stood on the colleague's screen, None for all of them; `ending` says where the
    question ended. The same submission sent again is the same answer, whether it waits or was
    sent; of one that waits it may change the ending. Raises NotAllowed when the question is not this colleague's, Ended
    when it was withdrawn or closed.
    """
    with durably():
        question = lock_question(question.pk, now)
        fingerprint = message_fingerprint(question, text, colleague, language, settled.value)
        sent = find_sent_message(question, submission, fingerprint)
        if sent is not None:
            return sent
        key = question.key_bytes
        held = _find_held(question, submission, fingerprint)
        if held is not None:
            if held.colleague_id == colleague.pk and ending:
                held.seal_ending(key, ending.fields())
                held.save(update_fields=["sealed_ending"])
            return held
        check_can_react(colleague, question)
        held = HeldAnswer(
            question=question,
            colleague=colleague,
            submission=_kept_id(question, submission, fingerprint),
            submission_fingerprint=fingerprint,
            language=language,
            settled=settled,
            seen=question.last_number if seen is None else min(seen, question.last_number),
            written_at=now,
            release_at=_release_moment(question, now),
        )
        held.seal_text(key, text)
        if ending is not None:
            held.seal_ending(key, ending.fields())
        held.save()
        drop_draft(colleague, question, key, submission)
        release_held(question, now)
        return find_sent_message(question, submission, fingerprint) or held


def find_held(question: Question, submission: UUID) -> HeldAnswer | None:
    """Returns the answer that waits under this id; None when there is none any more."""
    return question.held_answers.filter(submission=submission).first()


def _find_held(question: Question, submission: UUID, fingerprint: str) -> HeldAnswer | None:
    return find_held(question, _kept_id(question, submission, fingerprint))


def _kept_id(question: Question, submission: UUID, fingerprint: str) -> UUID:
    """Returns the id under which this submission is kept, among what waits and what was sent."""
    rows = question.held_answers.all(), question.messages.all()
    known = [row.filter(submission=submission).values_list("submission_fingerprint", flat=True).first() for row in rows]
    return submission_key(submission, fingerprint, known[0] or known[1])


def _release_moment(question: Question, now: datetime) -> datetime:
    """Returns when an answer sent now is released: after one that was sent before it."""
    last = question.held_answers.aggregate(at=Max("release_at"))["at"]
    moment = now + undo_for()
    return moment if last is None or moment > last else last + timedelta(microseconds=1)

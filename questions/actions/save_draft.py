"""What a colleague is typing is kept on the server. Nobody else sees it; no clock counts it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from home.database.durable import durably
from questions.actions.drafts import COUNTER, draft_of, keep_draft
from questions.actions.locking import lock_question
from questions.actions.refusals import NotAllowed, Refused
from questions.models import Colleague, Draft, Question
from questions.permissions import may_read


class NewerDraft(Refused):
    """A later save is kept already, from another window or because this one was long on its way."""


def save_draft(
    colleague: Colleague,
    question: Question,
    *,
    form: dict[str, Any],
    counter: int,
    now: datetime,
    submission: UUID | None = None,
) -> Draft | None:
    """Keeps what was typed, by field, in the place of what was kept before, and returns it.

    `counter` goes up with every save of a page, and begins with that of the draft that the page was made with. Returns
    None when the answer with this submission id was sent already: then nothing is kept.

    Raises NewerDraft when what is kept has this counter or a higher one, NotAllowed for somebody who may not read the
    question, CannotOpen when it was forgotten or its key is missing.
    """
    with durably():
        question = lock_question(question.pk, now)
        if not may_read(colleague, question):
            raise NotAllowed
        if _was_sent(question, submission):
            return None
        key = question.key_bytes
        if draft_of(colleague, question, key).get(COUNTER, 0) >= counter:
            raise NewerDraft
        return keep_draft(colleague, question, key, {**form, COUNTER: counter}, now)


def _was_sent(question: Question, submission: UUID | None) -> bool:
    if submission is None:
        return False
    rows = (question.messages, question.held_answers)
    return any(each.filter(submission=submission).exists() for each in rows)

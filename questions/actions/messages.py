"""Adding a message: numbered, sealed, and never twice."""

from datetime import datetime
from uuid import UUID

from questions.actions.submissions import submission_key
from questions.models import Colleague, Message, Question
from questions.privacy.keyring import lookup
from questions.statuses import Author


def message_fingerprint(question: Question, text: str, colleague: Colleague | None = None, *more: str) -> str:
    """Returns a keyed fingerprint of what was filled in; `more` is what a colleague chose beside the text."""
    return lookup("message", str(question.uid), str(colleague.pk if colleague else ""), text, *more)


def find_sent_message(question: Question, submission: UUID, fingerprint: str) -> Message | None:
    """Returns the message that this submission became when it was sent before; None when it is new."""
    return question.messages.filter(submission=_stored_id(question, submission, fingerprint)).first()


def _stored_id(question: Question, submission: UUID, fingerprint: str) -> UUID:
    """Returns the id under which this submission is kept in the question."""
    known = question.messages.filter(submission=submission).values_list("submission_fingerprint", flat=True).first()
    return submission_key(submission, fingerprint, known)


def add_message(
    question: Question,
    key: bytes,
    *,
    submission: UUID,
    fingerprint: str,
    text: str,
    language: str,
    at: datetime,
    colleague: Colleague | None = None,
    seen: int | None = None,
) -> Message:
    """Writes a message that was not sent before, and returns it. The caller holds the question's row.

    `seen` is the last message that a colleague had seen who wrote it, None for all of them.
    """
    question.last_number += 1
    question.save(update_fields=["last_number"])
    message = Message(
        question=question,
        number=question.last_number,
        submission=_stored_id(question, submission, fingerprint),
        submission_fingerprint=fingerprint,
        author=Author.COLLEAGUE if colleague else Author.RESIDENT,
        colleague=colleague,
        language=language,
        at=at,
        seen=seen,
    )
    message.seal_text(key, text)
    message.save()
    return message

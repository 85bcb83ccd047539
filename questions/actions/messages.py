"""Adding a message: numbered, sealed, and never twice."""

from datetime import datetime
from uuid import UUID, uuid5

from questions.models import Colleague, Message, Question
from questions.privacy.keyring import lookup
from questions.statuses import Author


def same_or_new(submission: UUID, fingerprint: str, known: str | None) -> UUID:
    """The id under which to keep a submission, given the fingerprint already known under it, if any.

    The same id with the same content is the same thing. With other content it is a new thing, under an id that
    follows from both, so that sending the changed words twice is again one thing and none are dropped.
    """
    return submission if known is None or known == fingerprint else uuid5(submission, fingerprint)


def add_message(
    question: Question,
    key: bytes,
    *,
    submission: UUID,
    text: str,
    language: str,
    at: datetime,
    colleague: Colleague | None = None,
) -> tuple[Message, bool]:
    """The message, and whether it is new. The caller holds the question's row in a transaction."""
    fingerprint = lookup("message", str(question.uid), str(colleague.pk if colleague else ""), text)
    known = question.messages.filter(submission=submission).first()
    submission = same_or_new(submission, fingerprint, known.submission_fingerprint if known else None)
    known = question.messages.filter(submission=submission).first()
    if known is not None:
        return known, False
    question.last_number += 1
    question.save(update_fields=["last_number"])
    message = Message(
        question=question,
        number=question.last_number,
        submission=submission,
        submission_fingerprint=fingerprint,
        author=Author.COLLEAGUE if colleague else Author.RESIDENT,
        colleague=colleague,
        language=language,
        at=at,
    )
    message.seal_text(key, text)
    message.save()
    return message, True

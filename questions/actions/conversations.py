"""Which browser may read which question, and how another browser gets to it."""

import secrets
from datetime import datetime

from questions.actions.codes import CODE_DIGITS, code_fingerprint
from questions.models import Conversation, Question
from questions.models.conversation import LASTS
from questions.privacy.keyring import lookup

# One byte more than before the cookie got a prefix: its length tells a token from an earlier one.
TOKEN_BYTES = 33
EARLIER_LENGTH = 43


def open_conversation(question: Question, now: datetime) -> str:
    """Returns a new token for the browser's cookie; only its fingerprint is kept."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Conversation.objects.create(
        token_fingerprint=lookup("conversation", token), question=question, expires_at=now + LASTS
    )
    return token


def question_of_token(token: str, now: datetime) -> Question | None:
    """Returns the question that this token opens; None when there is none or the token has expired."""
    if not token:
        return None
    conversation = (
        Conversation.objects.filter(token_fingerprint=lookup("conversation", token), expires_at__gt=now)
        .select_related("question__theme", "question__district")
        .first()
    )
    return conversation.question if conversation else None


def end_conversation(token: str) -> None:
    """Deletes the conversation of this token, which then opens nothing. The question stays."""
    Conversation.objects.filter(token_fingerprint=lookup("conversation", token)).delete()


def forget_old_conversations(now: datetime) -> int:
    """Deletes the conversations that have expired; returns how many."""
    return Conversation.objects.filter(expires_at__lte=now).delete()[0]


def find_question(reference: str, code: str) -> Question | None:
    """Returns the question with this reference; None when there is none or the code is wrong."""
    if not reference or len(code) != CODE_DIGITS:
        return None
    return Question.objects.filter(reference=reference, code_fingerprint=code_fingerprint(reference, code)).first()

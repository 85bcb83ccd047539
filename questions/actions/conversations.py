"""Which browser may read which question, and how another browser gets to it."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from questions.actions.codes import CODE_DIGITS, code_fingerprint
from questions.models import Conversation, Question, SecondCode
from questions.models.conversation import LASTS
from questions.privacy.keyring import lookup

# One byte more than before the cookie got a prefix: its length tells a token from an earlier one.
TOKEN_BYTES = 33
EARLIER_LENGTH = 43


@dataclass(frozen=True)
class OpenedQuestion:
    """A question, and the code for somebody else that opened it; None when its own code did.

    Who has the code for somebody else reads and writes, and does nothing with codes or with the question as a whole.
    """

    question: Question
    second_code: SecondCode | None = None


def open_conversation(question: Question, now: datetime, second_code: SecondCode | None = None) -> str:
    """Returns a new token for the browser's cookie; only its fingerprint is kept.

    `second_code` is the code for somebody else with which it is opened.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Conversation.objects.create(
        token_fingerprint=lookup("conversation", token),
        question=question,
        second_code=second_code,
        expires_at=now + LASTS,
    )
    return token


def opened_by_token(token: str, now: datetime) -> OpenedQuestion | None:
    """Returns the question that this token opens and with which code.

    None when there is none, the token has expired, or the code that opened it is withdrawn.
    """
    if not token:
        return None
    conversation = (
        # A code can be withdrawn while it opens a conversation: that one is there and opens nothing.
        Conversation.objects.filter(
            token_fingerprint=lookup("conversation", token), expires_at__gt=now, second_code__withdrawn_at__isnull=True
        )
        .select_related("question__theme", "question__district", "second_code")
        .first()
    )
    return OpenedQuestion(conversation.question, conversation.second_code) if conversation else None


def end_conversation(token: str) -> None:
    """Deletes the conversation of this token, which then opens nothing. The question stays."""
    Conversation.objects.filter(token_fingerprint=lookup("conversation", token)).delete()


def forget_old_conversations(now: datetime) -> int:
    """Deletes the conversations that have expired; returns how many."""
    return Conversation.objects.filter(expires_at__lte=now).delete()[0]


def find_question(reference: str, code: str) -> OpenedQuestion | None:
    """Returns the question with this reference, and whether the code is the one for somebody else.

    None when there is no such question, the code is wrong, or it is withdrawn.
    """
    if not reference or len(code) != CODE_DIGITS:
        return None
    fingerprint = code_fingerprint(reference, code)
    question = Question.objects.filter(reference=reference, code_fingerprint=fingerprint).first()
    if question is not None:
        return OpenedQuestion(question)
    second = (
        SecondCode.objects.filter(
            question__reference=reference, code_fingerprint=fingerprint, withdrawn_at__isnull=True
        )
        .select_related("question")
        .first()
    )
    return OpenedQuestion(second.question, second) if second else None

"""The text of a message on a page: a colleague's with its facts filled in, a resident's as it was sent."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from home.text.numbers_in_order import numbers_in_order
from questions.models import Message
from questions.statuses import Author
from services.facts.in_answers import answer_html, answer_text, changed_since


@dataclass(frozen=True)
class LogLine:
    """One entry of the log, as components/message.html shows it: a message, or a note about what else happened.

    `mine` says whether the reader's own side wrote it; `state` tells colleagues whether it was opened and delivered.
    """

    at: datetime
    text: str
    who: str = ""
    mine: bool = False
    number: int = 0
    language: str = ""
    kind: str = "message"
    changes: tuple[str, ...] = ()
    state: str = ""


def display_text(message: Message, key: bytes) -> SafeString:
    """Returns the text of the message as HTML. Raises CannotOpen once the question is forgotten."""
    text = message.text(key)
    return answer_html(text, message.language) if message.author == Author.COLLEAGUE else numbers_in_order(text)


def plain_text(message: Message, key: bytes) -> str:
    """Returns the text of the message without markup. Raises CannotOpen once the question is forgotten."""
    text = message.text(key)
    return answer_text(text, message.language) if message.author == Author.COLLEAGUE else text


def changed_facts(message: Message, key: bytes) -> list[SafeString]:
    """Returns a sentence for each fact in a colleague's message that changed since; empty for a resident's."""
    if message.author != Author.COLLEAGUE:
        return []
    return changed_since(message.text(key), message.at, message.language)

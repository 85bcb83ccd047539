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
    `pk` is the row of a message, for what the desk shows below it; `source` the reference of the question that it came
    along with when two were merged. `kind` is also `history` (what was done, with `who` as the sentence) and `internal`
    (a note for colleagues); those two stand at the desk only.
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
    pk: int = 0
    source: str = ""


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

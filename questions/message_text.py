"""What a message says to whoever reads it now: a colleague's facts filled in, a resident's words as they were sent."""

from django.utils.safestring import SafeString

from home.text.numbers_in_order import numbers_in_order
from questions.models import Message
from questions.statuses import Author
from services.facts.in_answers import answer_html, changed_since


def display_text(message: Message, key: bytes) -> SafeString:
    """The words. Raises CannotOpen once the question is forgotten."""
    text = message.text(key)
    return answer_html(text, message.language) if message.author == Author.COLLEAGUE else numbers_in_order(text)


def changed_facts(message: Message, key: bytes) -> list[SafeString]:
    """What became different of its facts after it was sent, a sentence each."""
    if message.author != Author.COLLEAGUE:
        return []
    return changed_since(message.text(key), message.at, message.language)

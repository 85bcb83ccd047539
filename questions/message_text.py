"""The text of a message for a reader now: facts filled in for a colleague's, as it was sent for a resident's."""

from django.utils.safestring import SafeString

from home.text.numbers_in_order import numbers_in_order
from questions.models import Message
from questions.statuses import Author
from services.facts.in_answers import answer_html, changed_since


def display_text(message: Message, key: bytes) -> SafeString:
    """Returns the text. Raises CannotOpen once the question is forgotten."""
    text = message.text(key)
    return answer_html(text, message.language) if message.author == Author.COLLEAGUE else numbers_in_order(text)


def changed_facts(message: Message, key: bytes) -> list[SafeString]:
    """Returns a sentence for each fact in it that changed after it was sent."""
    if message.author != Author.COLLEAGUE:
        return []
    return changed_since(message.text(key), message.at, message.language)

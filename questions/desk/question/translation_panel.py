"""Beside foreign words: what a computer made of them; and in the answer form, one's own words in another language."""

from typing import Any

from django.utils import translation

from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk.translation_server import may_translate
from questions.models import MachineTranslation


def language_of_colleague() -> str:
    """Returns the language of the colleague's screen, into which messages are translated."""
    return (translation.get_language() or "nl").split("-")[0]


def _translations(shown: Shown) -> dict[str, Any] | None:
    language = language_of_colleague()
    rows = MachineTranslation.objects.filter(message__question=shown.question, language=language)
    found = {}
    for row in rows.select_related("message"):
        row.message.question = shown.question
        found[row.message.number] = row.text(shown.key)
    can = may_translate(shown.question)
    if not found and not can:
        return None
    return {
        "translations": found,
        "translated_into": language,
        "can_translate": can,
        "read_by_colleague": {language, *shown.colleague.languages},
    }


def _own_words(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.mine and may_translate(shown.question) else None


BESIDE_MESSAGES = Panel("desk/translation_panel.html", _translations, slot=Slot.MESSAGE)
OWN_WORDS = Panel("desk/own_words_panel.html", _own_words, slot=Slot.ANSWER)
TRANSLATION = (BESIDE_MESSAGES, OWN_WORDS)

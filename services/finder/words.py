"""The words of the finder: a file per language, with Dutch for every text that a language lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from home.languages import TextInLanguage, source_code
from services.finder.rules import FIRST, Ending, FinderQuestion, Key, Rules, positions
from services.yaml_files.flags import flag

Place = tuple[str, ...]
"""The names that lead to a text in a file: `("endings", "werk", "title")`."""
ENDING_TEXTS = ("title", "why", "step")
DANGER_TEXTS: tuple[Place, ...] = (("danger", "label"), ("danger", "hint"))
CONFIRMED: Place = ("confirmed",)
"""The place in a translation of `confirmed: yes`, which says that a person checked it."""


@dataclass(frozen=True)
class FinderWords:
    """Every text by its place, per language."""

    texts: Mapping[str, Mapping[Place, str]]

    def text(self, language: str, *place: str) -> TextInLanguage:
        """Returns a text in this language, else in Dutch, as a TextInLanguage; empty when neither has it."""
        own = self.texts.get(language, {}).get(place, "")
        return (
            TextInLanguage(own, language)
            if own
            else TextInLanguage(self.texts[source_code()].get(place, ""), source_code())
        )

    def made_by_machine(self, language: str) -> bool:
        """Returns whether these words are a translation that no person has confirmed."""
        if language == source_code() or language not in self.texts:
            return False
        return flag(self.texts[language].get(CONFIRMED)) is not True


def texts_of(data: Any, *above: str) -> Iterator[tuple[Place, str]]:
    """Yields every text in a file as it was read, with its place."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from texts_of(value, *above, str(name))
    elif data is not None:
        yield above, str(data).strip()


def needed(rules: Rules) -> set[Place]:
    """Returns the places of the texts that the Dutch file must have for these rules."""
    asked = _answers_by_question(rules)
    found = {(*key, "title") for key in asked} | set(DANGER_TEXTS)
    found |= {(*key, "answers", answer) for key, answers in asked.items() if key != FIRST for answer in answers}
    found |= {("endings", key, text) for key in rules.endings for text in ENDING_TEXTS}
    found |= {("helpers", key, "what") for key in rules.helpers}
    return found | {("helpers", key, "name") for key, helper in rules.helpers.items() if not helper.name}


def allowed(rules: Rules) -> set[Place]:
    """Returns the places that a file may have besides: hints under questions and answers, and `confirmed`."""
    asked = _answers_by_question(rules)
    hints = {(*key, "hint") for key in asked} | {CONFIRMED}
    return hints | {(*key, "hints", answer) for key, answers in asked.items() for answer in answers}


def _answers_by_question(rules: Rules) -> dict[Key, list[str]]:
    """Returns the answers of every question by its key; they are the same wherever a question is asked."""
    return {place.at.key: place.at.choices for place in positions(rules.first) if isinstance(place.at, FinderQuestion)}


def ending_text(words: FinderWords, language: str, ending: Ending, name: str) -> TextInLanguage:
    """Returns one text of an ending: its `title`, `why` it is this one, or the first `step`."""
    return words.text(language, "endings", ending.key, name)

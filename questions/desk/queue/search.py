"""Looking for words in open questions: they are opened in memory, one after the other, and nothing is kept of it.

There is no index of what people wrote: an index would be a second copy of it, which no key forgets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from home.text.normalise import asked_words, begins_a_word, index_of
from questions.models import Colleague, Message, Note, Question
from questions.permissions import readable_by
from questions.privacy.keyring import CannotOpen
from questions.privacy.keys import unwrapped
from questions.statuses import ENDED

MOST = 2_000
"""Questions that are opened for one search."""
SHOWN = 50
AT_ONCE = 200

IN_MESSAGE, IN_NOTE, IN_NAME = _("in a message"), _("in a note"), _("in the name")


@dataclass(frozen=True)
class Hit:
    """A question in which all the words were found, and where."""

    question: Question
    where: list[Any]


@dataclass
class Search:
    """What a search came to. While it runs it counts what was read, so that this is known whatever happens."""

    hits: list[Hit]
    read: int = 0
    closed: int = 0
    """Questions that could not be opened: their key is not in the ring."""
    left: int = 0
    """Older questions that were not looked at."""

    @property
    def shown(self) -> list[Hit]:
        """Returns the hits that are shown."""
        return self.hits[:SHOWN]


def look_for(colleague: Colleague, typed: str, search: Search) -> None:
    """Fills `search` with the open questions that this colleague may read and in which every word stands.

    Those that wait come first, the oldest wait before the others; then the others, the newest first.
    """
    words = asked_words(typed)
    rows = readable_by(colleague).exclude(status__in=ENDED)
    waiting = rows.filter(waiting_since__isnull=False).order_by("waiting_since", "pk")
    others = rows.filter(waiting_since__isnull=True).order_by("-asked_at", "-pk")
    numbers = list(waiting.values_list("pk", flat=True)[:MOST])
    if len(numbers) < MOST:
        numbers += others.values_list("pk", flat=True)[: MOST - len(numbers)]
    search.left = max(0, rows.count() - len(numbers))
    for start in range(0, len(numbers), AT_ONCE):
        for question, texts in _opened(numbers[start : start + AT_ONCE], search):
            where = _found_in(texts, words)
            if where:
                search.hits.append(Hit(question, where))


def _found_in(texts: list[tuple[Any, str]], words: list[str]) -> list[Any]:
    """Returns where the words stand, each place once; empty when one of them stands nowhere."""
    lines = [(place, index_of(text)) for place, text in texts]
    if not words or not all(any(begins_a_word(word, line) for _place, line in lines) for word in words):
        return []
    found = [place for place, line in lines if any(begins_a_word(word, line) for word in words)]
    return list(dict.fromkeys(found))


def _opened(numbers: list[int], search: Search) -> Iterator[tuple[Question, list[tuple[Any, str]]]]:
    """Gives each question with its texts and where they stand; counts it as read, or as closed without its key."""
    rows = Question.objects.select_related("key", "theme", "theme_corrected", "district").in_bulk(numbers)
    texts: dict[int, list[tuple[Any, Message | Note]]] = {pk: [] for pk in numbers}
    for message in Message.objects.filter(question__in=numbers).order_by("question", "number"):
        texts[message.question_id].append((IN_MESSAGE, message))
    for note in Note.objects.filter(question__in=numbers):
        texts[note.question_id].append((IN_NOTE, note))
    for pk in numbers:
        question = rows.get(pk)
        if question is None:
            continue
        try:
            opened = _texts_of(question, texts[pk])
        except CannotOpen:
            search.closed += 1
            continue
        search.read += 1
        yield question, opened


def _texts_of(question: Question, sealed: list[tuple[Any, Message | Note]]) -> list[tuple[Any, str]]:
    """Returns the texts of the question in the clear. Raises CannotOpen when its key is missing or was destroyed."""
    if not hasattr(question, "key"):
        raise CannotOpen
    key = unwrapped(question.key, question.uid)
    found = []
    for place, row in sealed:
        row.question = question
        found.append((place, row.text(key)))
    name = question.contact(key).get("name", "")
    return [*found, (IN_NAME, name)] if name else found

"""Writing down what was done with a question, and by whom."""

from datetime import datetime

from questions.desk_choices import HistoryKind
from questions.models import Colleague, HistoryEntry, Question


def note_in_history(
    question: Question,
    what: HistoryKind,
    *,
    at: datetime,
    colleague: Colleague | None = None,
    words: str = "",
    **data: str | int,
) -> HistoryEntry:
    """Writes the entry and returns it; `words`, such as a reason, are sealed with the question's key.

    `colleague` is None for the resident and for the system. `data` holds names from lists and numbers, never words that
    somebody wrote. Raises CannotOpen when there are words and the question's key is gone.
    """
    entry = HistoryEntry(question=question, at=at, colleague=colleague, what=what, data=data)
    if words:
        entry.seal_words(question.key_bytes, words)
    entry.save()
    return entry

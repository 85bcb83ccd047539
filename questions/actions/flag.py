"""Words of danger put a question first in the queue. They never stop it, and they are never logged."""

from questions.danger.found import DangerFound
from questions.danger.store import kinds_in
from questions.models import Question
from questions.statuses import Danger


def flag(question: Question, key: bytes, text: str, number: int) -> None:
    """Looks for words of danger in what a resident sent as message `number`, and marks the question when there are any.

    The caller holds the question's row in a transaction. What a colleague judged before is not judged again: only what
    was found since then counts.
    """
    kinds = kinds_in(text)
    if not kinds:
        return
    before = question.danger_found(key)
    if before is not None and question.danger == Danger.UNJUDGED:
        kinds |= before.kinds
    question.seal_danger(key, DangerFound(kinds, number))
    question.danger = Danger.UNJUDGED
    question.save(update_fields=["danger", "sealed_danger"])

"""What a colleague was typing in the answer form of a question. The only writer of drafts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from questions.models import Colleague, Draft, HeldAnswer, Question

# Goes up with every save of a page (questions/actions/save_draft.py).
COUNTER = "counter"


def draft_of(colleague: Colleague, question: Question, key: bytes) -> dict[str, Any]:
    """Returns what this colleague was typing, by field; empty without a draft. Raises CannotOpen without the key."""
    draft = Draft.objects.filter(question=question, colleague=colleague).first()
    if draft is None:
        return {}
    draft.question = question
    return draft.form(key)


def keep_draft(colleague: Colleague, question: Question, key: bytes, form: Mapping[str, Any], now: datetime) -> Draft:
    """Keeps what was typed, by field, in place of what was kept before, and returns it."""
    draft = Draft(question=question, colleague=colleague)
    draft.seal_form(key, dict(form))
    kept, _new = Draft.objects.update_or_create(
        question=question, colleague=colleague, defaults={"sealed_form": draft.sealed_form, "saved_at": now}
    )
    return kept


def throw_draft_away(colleague: Colleague, question: Question) -> None:
    """Deletes what this colleague was typing in this question; nothing happens when there is none."""
    Draft.objects.filter(question_id=question.pk, colleague=colleague).delete()


def drop_draft(colleague: Colleague, question: Question, key: bytes, submission: UUID) -> None:
    """Deletes the draft that was sent under this id. What was typed since then is another one, and stays."""
    if draft_of(colleague, question, key).get("submission", "") == str(submission):
        throw_draft_away(colleague, question)


def put_back_in_draft(held: HeldAnswer, key: bytes, now: datetime) -> None:
    """Puts an answer that is not sent back in the draft of its colleague, above what was typed since then."""
    since = draft_of(held.colleague, held.question, key)
    text = held.text(key)
    if since.get("submission", "") != str(held.submission) and str(since.get("text", "")).strip():
        text = f"{text}\n\n{since['text']}"
    form = {
        "submission": str(held.submission),
        "text": text,
        "language": held.language,
        "settled": held.settled,
        **held.ending(key),
        # A page that was open before must not put its own words in their place.
        COUNTER: since.get(COUNTER, 0) + 1,
    }
    keep_draft(held.colleague, held.question, key, form, now)

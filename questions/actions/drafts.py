"""What a colleague was typing in the answer form of a question. The only writer of drafts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from questions.models import Colleague, Draft, HeldAnswer, Question


def draft_of(colleague: Colleague, question: Question, key: bytes) -> dict[str, Any]:
    """Returns what this colleague was typing, by field; empty without a draft. Raises CannotOpen without the key."""
    draft = Draft.objects.filter(question=question, colleague=colleague).first()
    if draft is None:
        return {}
    draft.question = question
    return draft.form(key)


def keep_draft(colleague: Colleague, question: Question, key: bytes, form: Mapping[str, Any], now: datetime) -> None:
    """Keeps what was typed, by field, in place of what was kept before."""
    draft = Draft(question=question, colleague=colleague)
    draft.seal_form(key, dict(form))
    Draft.objects.update_or_create(
        question=question, colleague=colleague, defaults={"sealed_form": draft.sealed_form, "saved_at": now}
    )


def drop_draft(colleague: Colleague, question: Question, key: bytes, submission: UUID) -> None:
    """Deletes the draft that was sent under this id. What was typed since then is another one, and stays."""
    if draft_of(colleague, question, key).get("submission", "") == str(submission):
        Draft.objects.filter(question=question, colleague=colleague).delete()


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
        # A page that was open before must not put its own words in their place (save_draft).
        "counter": since.get("counter", 0) + 1,
    }
    keep_draft(held.colleague, held.question, key, form, now)

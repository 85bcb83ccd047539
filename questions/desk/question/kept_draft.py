"""The draft of an answer as the page sends and shows it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict

from questions.actions.drafts import COUNTER
from questions.actions.save_draft import save_draft
from questions.desk.question.drafts import OF_TOOLS
from questions.desk.question.forms import AnswerForm
from questions.desk.question.panel import Shown
from questions.models import Colleague, Draft, Question

# Beside the text, which alone may be 20,000 characters, and in any script.
LONGEST = 100_000
# What the tools hold is no part of the answer, and which messages were read is told by the page that shows them.
NOT_KEPT = OF_TOOLS | {"seen"}


class DraftTooLong(Exception):
    """What was typed is longer than anybody can send. Nothing was kept."""


def keep(colleague: Colleague, question: Question, posted: QueryDict, now: datetime) -> Draft | None:
    """Keeps the answer form as it was posted, and returns the draft; None when this answer was sent already.

    Raises what `save_draft` raises, and DraftTooLong.
    """
    form = {name: value for name, value in posted.items() if name not in NOT_KEPT}
    if sum(len(str(value)) for value in form.values()) > LONGEST:
        raise DraftTooLong
    given = posted.get(COUNTER, "")
    counter = int(given) if given.isdecimal() and len(given) < 10 else 0
    return save_draft(
        colleague, question, form=form, counter=counter, now=now, submission=_id(posted.get("submission", ""))
    )


def _id(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def draft_for(shown: Shown) -> dict[str, Any]:
    """Returns the answer form, filled with what the colleague typed before, and the draft for the template.

    `draft` is None when there is none, or when another form is shown in its place; `draft_counter` is with what the
    next save of the page begins.
    """
    question = shown.question
    empty = {"language": question.language}
    draft = question.drafts.filter(colleague=shown.colleague).first()
    if draft is None:
        return {"answering": AnswerForm(initial=empty), "draft": None, "draft_counter": 1}
    draft.question = question
    typed = draft.form(shown.key)
    counter = typed.pop(COUNTER, 0) + 1
    shows_it = draft if "answering" not in shown.filled else None
    return {"answering": AnswerForm(initial=empty | typed), "draft": shows_it, "draft_counter": counter}

"""What a panel of the screen of one question is made of.

A panel is a module `X_panel.py` with a function `Shown -> context`, a template `desk/X_panel.html`, and one entry in
PANELS (`questions/desk/question/screen.py`). Its `slot` says where it stands:

- ABOVE: a notice over the whole width, above the conversation, such as an answer that can still be taken back.
- MESSAGE: below each entry of the conversation that is a message; `message` is its LogLine, `message.pk` the row.
- ANSWER: a part of the answer form, below what the answer does. Its fields belong to AnswerForm.
- KNOW: something to know, between what is known and what can be done. Keep it to a few lines.
- DO: something to do. The screen puts it in a `<details>` with `summary` and `key`; the template is what stands
  inside, as a rule one `<form class="desk-form desk-form--compact">`. It opens by itself when one of `forms` came back
  filled in wrongly, or when `is_open` says so. Two stand beside each other and one that is open takes the whole width,
  so keep the summary to two or three words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from django import forms
from django.utils.functional import Promise

from questions.models import Colleague, Outcome, Question
from questions.permissions import readable_merged


class Slot(StrEnum):
    """Where a panel stands on the screen."""

    ABOVE = "above"
    MESSAGE = "message"
    ANSWER = "answer"
    KNOW = "know"
    DO = "do"


@dataclass(frozen=True)
class Shown:
    """The question on the screen, who looks at it, and which forms came back because they were filled in wrongly.

    `mine` says whether the colleague may answer, `handles` whether they may put it in order.
    """

    question: Question
    colleague: Colleague
    key: bytes
    now: datetime
    mine: bool
    handles: bool
    filled: Mapping[str, forms.Form]

    @cached_property
    def merged(self) -> list[Question]:
        """Returns the questions that were merged into this one, which the colleague may read; the last merged first."""
        found = readable_merged(self.colleague, self.question).select_related("theme")
        return list(found.order_by("-ended_at", "-pk"))

    @cached_property
    def outcome(self) -> Outcome | None:
        """Returns where the question ended, with what was missing; None when nothing of that is noted."""
        return Outcome.objects.filter(question=self.question).select_related("gap").first()


def _closed(shown: Shown) -> bool:
    return False


@dataclass(frozen=True)
class Panel:
    """One thing to know or to do beside the conversation: its template and what that needs.

    `context` returns None where the panel has nothing to show. Its names go into the context of the whole page.
    `key` is the key that opens it (static/js/desk-keys.js). `forms` are the names under which its forms come back.
    """

    template: str
    context: Callable[[Shown], dict[str, Any] | None]
    slot: Slot = Slot.DO
    summary: str | Promise = ""
    key: str = ""
    forms: tuple[str, ...] = ()
    is_open: Callable[[Shown], bool] = _closed

    def opens(self, shown: Shown) -> bool:
        """Returns whether it is open when the page comes: its form came back, or there is a reason to see it first."""
        return any(name in shown.filled for name in self.forms) or self.is_open(shown)


@dataclass(frozen=True)
class PanelShown:
    """A panel that has something to show, as the page of the question includes it."""

    template: str
    summary: str | Promise
    key: str
    opened: bool

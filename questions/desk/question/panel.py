"""What a panel of the screen of one question is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from questions.models import Colleague, Question


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


@dataclass(frozen=True)
class Panel:
    """One thing to know or to do beside the conversation: its template and what that needs.

    `context` returns None where the panel has nothing to show. Its names go into the context of the whole page.
    """

    template: str
    context: Callable[[Shown], dict[str, Any] | None]

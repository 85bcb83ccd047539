"""The panels of what a colleague can do with every question: calling, closing, putting back in the queue."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from questions.desk.question.forms import CallForm, CloseForm
from questions.desk.question.panel import Panel, Shown
from questions.statuses import ENDED, OPEN, AnswerBy


def _goes_on(shown: Shown) -> bool:
    """Returns whether it is theirs to answer: it has not ended and does not stand aside."""
    return shown.mine and shown.question.status in OPEN


def _calling(shown: Shown) -> dict[str, Any] | None:
    return {"calling": CallForm()} if _goes_on(shown) or "calling" in shown.filled else None


def _wants_call(shown: Shown) -> bool:
    return shown.question.answer_by in (AnswerBy.CALL, AnswerBy.TALK)


def _closing(shown: Shown) -> dict[str, Any] | None:
    return {"closing": CloseForm()} if _goes_on(shown) or "closing" in shown.filled else None


def _releasing(shown: Shown) -> dict[str, Any] | None:
    return {} if shown.question.colleague and shown.question.status not in ENDED else None


CALL = Panel("desk/call.html", _calling, summary=_("Phone call"), key="b", forms=("calling",), is_open=_wants_call)
CLOSE = Panel("desk/close.html", _closing, summary=_("Close"), key="x", forms=("closing",))
RELEASE = Panel("desk/release.html", _releasing, summary=_("Put back"), key="u")

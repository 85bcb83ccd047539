"""Beside the conversation: passing on as objection, complaint or report under the Wmo, and what became of it."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.desk.question.panel import Panel, Shown, Slot
from questions.desk_choices import FormalKind
from questions.formal.found import kinds_in
from questions.formal.terms import answer_due_on
from questions.models import FormalMatter
from questions.statuses import OPEN, Author

# Of so many messages of the resident, the newest ones, is looked whether they may be formal.
MOST_READ = 50


class PassOnForm(forms.Form):
    """As what the question is passed on."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    kind = forms.ChoiceField(
        label=_("Pass on as"),
        choices=FormalKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose as what it is passed on.")},
    )


def _formal(shown: Shown) -> dict[str, Any] | None:
    """Returns the matter that the question became, else what it may be: computed now, and kept nowhere."""
    matter = FormalMatter.objects.filter(question=shown.question).first()
    if matter is not None:
        return {"matter": matter, "matter_due": answer_due_on(FormalKind(matter.kind), matter.received_on)}
    kinds = _may_be(shown)
    return {"may_be": [FormalKind(kind).label for kind in FormalKind if kind in kinds]} if kinds else None


def _may_be(shown: Shown) -> frozenset[FormalKind]:
    newest = shown.question.messages.filter(author=Author.RESIDENT).order_by("-number")[:MOST_READ]
    found: frozenset[FormalKind] = frozenset()
    for message in newest:
        message.question = shown.question
        found |= kinds_in(message.text(shown.key))
    return found


def _passing_on(shown: Shown) -> dict[str, Any] | None:
    """Returns the form to pass it on, for whoever answers the question or just tried to.

    None once it has ended, and while it stands aside.
    """
    if not (shown.mine or "passing_on" in shown.filled) or shown.question.status not in OPEN:
        return None
    return {"passing_on": PassOnForm()}


FORMAL = Panel("desk/formal_panel.html", _formal, slot=Slot.KNOW)
PASS_ON = Panel("desk/pass_on.html", _passing_on, summary=_("Formal"), key="r", forms=("passing_on",))

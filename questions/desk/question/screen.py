"""The screen of one question: what every part of it needs, and the panels beside the conversation."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from questions.actions.look import look
from questions.desk.question import formal_panel, outcome_panel, own_panels, plan_panel, worry_panel
from questions.desk.question.forms import JudgeForm
from questions.desk.question.insertions import canned_groups
from questions.desk.question.kept_draft import draft_for
from questions.desk.question.looking import others_at
from questions.desk.question.note_panel import NOTE
from questions.desk.question.order_panels import ORDER
from questions.desk.question.panel import Panel, PanelShown, Shown, Slot
from questions.desk.question.presenters import danger_names, door_of, wait_rows
from questions.desk.question.timeline import stretch_of
from questions.desk.question.translation_panel import TRANSLATION
from questions.desk.question.wishes import wish_lines
from questions.models import Colleague, Question
from questions.privacy.access_log import record_opening
from questions.statuses import ENDED

# In this order within their slot (questions/desk/question/panel.py).
PANELS: tuple[Panel, ...] = (
    outcome_panel.HELD,
    worry_panel.WORRY,
    formal_panel.FORMAL,
    outcome_panel.OUTCOME,
    plan_panel.PLANNED,
    NOTE,
    own_panels.CALL,
    worry_panel.FOLLOW_UP,
    plan_panel.PLAN,
    formal_panel.PASS_ON,
    outcome_panel.SETTLE,
    outcome_panel.ENDING,
    outcome_panel.CONVERSATION,
    outcome_panel.REOPEN,
    own_panels.CLOSE,
    own_panels.RELEASE,
    *ORDER,
    *TRANSLATION,
)


def show_question(
    request: HttpRequest,
    colleague: Colleague,
    question: Question,
    *,
    expired: bool = False,
    **filled: forms.Form,
) -> HttpResponse:
    """Returns the page of the question and logs that it was opened; status 422 when a form in `filled` is wrong.

    `filled` are forms to show as they came in, by the name that their template knows them by.
    """
    now = timezone.now()
    key = question.key_bytes
    # Whoever sees this page may read the question: what is asked of the database for that is asked already.
    mine = question.colleague_id == colleague.pk
    shown = Shown(
        question, colleague, key, now, mine=mine, handles=mine or question.colleague_id is None, filled=filled
    )
    log = stretch_of(question, key, shown.merged, _stretch_asked_for(request))
    with transaction.atomic():
        record_opening(colleague.user_id, question.reference, now)
        look(colleague, question, now)
    waits = wait_rows(question, now)
    context: dict[str, Any] = {
        "question": question,
        "colleague": colleague,
        "log": log,
        "contact": question.contact(key),
        "wishes": wish_lines(question.contact(key)),
        "waits": waits,
        "door": door_of(question, waits, now),
        "mine": shown.mine,
        "handles": shown.handles,
        "ended": question.status in ENDED,
        "others": others_at(question, colleague, now),
        **draft_for(shown),
        "dangers": danger_names(question, key),
        "judging": JudgeForm(initial={"seen": log.last_seen}),
        "last_seen": log.last_seen,
        "expired_form": expired,
        **_panels(shown),
        **filled,
    }
    context["canned"] = canned_groups(question, str(context["answering"]["language"].value() or ""))
    is_wrong = any(form.is_bound for form in filled.values())
    return render(request, "desk/question.html", context, status=422 if is_wrong else 200)


def _stretch_asked_for(request: HttpRequest) -> int:
    """Returns which stretch of the log the address asks for, counted from the end; 1 for what is no number."""
    given = request.GET.get("eerder", "")
    return int(given) if given.isdecimal() and len(given) < 7 else 1


def _panels(shown: Shown) -> dict[str, Any]:
    """Returns the panels that have something to show, as `panels` by slot, with the context that they need."""
    context: dict[str, Any] = {}
    by_slot: dict[str, list[PanelShown]] = {slot.value: [] for slot in Slot}
    for panel in PANELS:
        needed = panel.context(shown)
        if needed is not None:
            context |= needed
            by_slot[panel.slot].append(PanelShown(panel.template, panel.summary, panel.key, panel.opens(shown)))
    return {**context, "panels": by_slot}

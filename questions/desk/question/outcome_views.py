"""Taking an answer back, settling, opening again, and saying where a question ended."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.change_outcome import change_ending, note_first_conversation
from questions.actions.refusals import AlreadySent, NothingToSettle, Refused
from questions.actions.reopen import reopen
from questions.actions.settle import settle
from questions.actions.undo_answer import undo_answer
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.forms import EndingForm, ReopenForm, SettleForm
from questions.desk.question.outcome_panel import conversation_form
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.models import Colleague, Question
from questions.statuses import Settled


@require_POST
@for_colleagues
def undo_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Puts an answer that was just sent back in the form, or says that it is on the resident's page already."""
    question = get_readable_question(colleague, pk)
    try:
        undo_answer(colleague, question, UUID(request.POST.get("answer", "")), timezone.now())
    except ValueError:
        pass
    except AlreadySent:
        messages.warning(request, _("Too late: your answer is on the resident's page."))
    except Refused as refusal:
        add_refusal_message(request, refusal)
    else:
        messages.success(request, _("Your answer is back in the form. The resident has not seen it."))
        return HttpResponseRedirect(reverse("desk_question", args=[pk]) + "#answer")
    return _back(pk)


@shown_again_as("settling", lambda posted, _question: SettleForm(posted))
@require_POST
@for_colleagues
def settle_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Settles a question without another message; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    form = SettleForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, settling=form)
    given = form.cleaned_data
    try:
        settle(
            colleague,
            question,
            settled=Settled(given["settled"]),
            ending=form.ending(),
            now=timezone.now(),
            submission=given["submission"],
        )
    except Refused as refusal:
        return _refused(request, colleague, question, refusal, settling=form)
    messages.success(request, _("The question is settled."))
    return _back(pk)


@shown_again_as("ending", lambda posted, _question: EndingForm(posted))
@require_POST
@for_colleagues
def say_where_it_ended(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Records where the question ended; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    form = EndingForm(request.POST)
    ending = form.ending() if form.is_valid() else None
    if ending is None:
        return show_question(request, colleague, question, ending=form)
    try:
        change_ending(colleague, question, ending, timezone.now(), form.cleaned_data["submission"])
    except Refused as refusal:
        return _refused(request, colleague, question, refusal, ending=form)
    messages.success(request, _("It is recorded where this question ended."))
    return _back(pk)


@shown_again_as("conversing", lambda posted, question: conversation_form(question, timezone.now(), posted))
@require_POST
@for_colleagues
def note_conversation(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Notes the day of the first conversation; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    now = timezone.now()
    form = conversation_form(question, now, request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, conversing=form)
    given = form.cleaned_data
    try:
        note_first_conversation(colleague, question, given["on"], now, given["submission"])
    except Refused as refusal:
        return _refused(request, colleague, question, refusal, conversing=form)
    messages.success(request, _("The day is noted.") if given["on"] else _("No day is noted any more."))
    return _back(pk)


@require_POST
@for_colleagues
def reopen_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Opens a question again that had ended, or says why that cannot be."""
    question = get_readable_question(colleague, pk)
    form = ReopenForm(request.POST)
    try:
        reopen(colleague, question, timezone.now(), form.cleaned_data["submission"] if form.is_valid() else None)
    except Refused as refusal:
        add_refusal_message(request, refusal)
    else:
        messages.success(request, _("The question is open again and waits for an answer."))
    return _back(pk)


def _refused(
    request: HttpRequest, colleague: Colleague, question: Question, refusal: Refused, **filled: forms.Form
) -> HttpResponse:
    """Returns the page with what was filled in and why nothing was done."""
    if isinstance(refusal, NothingToSettle):
        messages.warning(request, _("There is nothing to settle: the resident waits for an answer, or has it."))
    else:
        add_refusal_message(request, refusal)
    question.refresh_from_db()
    return show_question(request, colleague, question, expired=False, **filled)


def _back(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

"""Answering a question from its page, in writing or by a call."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.record_call import record_call
from questions.actions.refusals import Refused
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.drafts import as_read, drafted, insertion, is_draft
from questions.desk.question.forms import AnswerForm, CallForm
from questions.desk.question.gone import typed_words_stay
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk.question.sending import send_soon
from questions.models import Colleague, Message
from questions.statuses import Settled


@shown_again_as("answering", lambda posted, _question: AnswerForm(posted))
@require_POST
@for_colleagues
@typed_words_stay
def answer_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Sends an answer, which can be taken back until its release; shows it again when it is a draft, wrong or refused.

    It leads to the next question when that was asked for, else back to this one.
    """
    question = get_readable_question(colleague, pk)
    if is_draft(request.POST):
        put_in = insertion(request.POST, question)
        draft = AnswerForm(initial=drafted(request.POST, put_in))
        draft.as_read, draft.put_in = None if put_in.looked else as_read(draft.initial), put_in
        return show_question(request, colleague, question, answering=draft)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, answering=form)
    sent = send_soon(request, colleague, question, form)
    if sent is None:
        return show_question(request, colleague, question, answering=form)
    if isinstance(sent, Message):
        messages.success(request, _("Your answer is on the resident's page."))
    if sent.submission != form.cleaned_data["submission"]:
        messages.warning(request, _("You sent this form before, filled in otherwise. Both answers are sent."))
    if request.POST.get("then") == "next":
        return HttpResponseRedirect(f"{reverse('desk_next')}?na={pk}")
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@shown_again_as("calling", lambda posted, _question: CallForm(posted))
@require_POST
@for_colleagues
def call_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Records a call to the resident; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    form = CallForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, calling=form)
    given = form.cleaned_data
    try:
        call = record_call(
            colleague,
            question,
            submission=given["submission"],
            reached=given["reached"],
            settled=Settled(given["settled"] or Settled.NOT_YET),
            ending=form.ending(),
            now=timezone.now(),
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return show_question(request, colleague, question, calling=form)
    messages.success(request, _("The call is recorded."))
    if call.submission != given["submission"]:
        messages.warning(request, _("You sent this form before, filled in otherwise. Both calls are recorded."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

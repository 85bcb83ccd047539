"""The page of one question, and what a colleague does with it besides answering."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from questions.actions.close import close
from questions.actions.judge import judge
from questions.actions.refusals import Refused, SomebodyWasFirst, WrittenSince
from questions.actions.release import release
from questions.desk.guard import add_refusal_message, claim_or_explain, for_colleagues, get_readable_question
from questions.desk.question.forms import CloseForm, JudgeForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.models import Colleague
from questions.statuses import CloseReason, Judgement


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def question_page(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows one question, and writes in the access log that it was opened."""
    return show_question(request, colleague, get_readable_question(colleague, pk))


@require_POST
@for_colleagues
def claim_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Claims the question, or says that a colleague was first."""
    if not claim_or_explain(request, colleague, pk):
        return HttpResponseRedirect(reverse("desk_queue"))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@require_POST
@for_colleagues
def release_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Puts the question back in the queue, or says that another colleague has it by now."""
    of = request.POST.get("of", "")
    try:
        release(
            colleague,
            get_readable_question(colleague, pk),
            timezone.now(),
            int(of) if of.isdecimal() and len(of) < 10 else None,
        )
    except SomebodyWasFirst as refusal:
        add_refusal_message(request, refusal)
    else:
        messages.success(request, _("The question is back in the queue."))
    return HttpResponseRedirect(reverse("desk_queue"))


@require_POST
@for_colleagues
def judge_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Records that this colleague judged the words of danger."""
    question = get_readable_question(colleague, pk)
    form = JudgeForm(request.POST)
    if form.is_valid():
        outcome = Judgement(form.cleaned_data["outcome"] or Judgement.UNSAID)
        try:
            judge(
                colleague,
                question,
                seen=form.cleaned_data["seen"],
                outcome=outcome,
                now=timezone.now(),
                submission=form.cleaned_data["submission"],
            )
        except WrittenSince:
            messages.warning(
                request, _("The resident wrote again meanwhile. Read the new message and judge once more.")
            )
        except SomebodyWasFirst:
            messages.info(request, _("A colleague has judged this already."))
        else:
            messages.success(request, _("You have judged this. The question stands in its own place in the queue."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@shown_again_as("closing", lambda posted, _question: CloseForm(posted))
@require_POST
@for_colleagues
def close_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Ends a question that gets no answer; shows the form again when no reason was chosen."""
    question = get_readable_question(colleague, pk)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, closing=form)
    given = form.cleaned_data
    try:
        close(colleague, question, CloseReason(given["reason"]), timezone.now(), given["submission"])
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    messages.success(request, _("The question is closed."))
    return HttpResponseRedirect(reverse("desk_queue"))

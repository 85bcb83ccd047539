"""What an open page of a question tells and asks by itself: the draft is kept, who looks, what came since."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.drafts import throw_draft_away
from questions.actions.look import look
from questions.actions.save_draft import NewerDraft
from questions.desk.guard import for_colleagues, get_readable_question
from questions.desk.question.drafts import insertion
from questions.desk.question.forms import AnswerForm
from questions.desk.question.gone import typed_words_stay
from questions.desk.question.kept_draft import DraftTooLong, keep
from questions.desk.question.looking import news_since, others_at
from questions.desk.question.screen import show_question
from questions.expired_forms import refilled_by
from questions.models import Colleague, Question

# Sent by the script, which wants a few words in place of a page.
BY_SCRIPT = "X-Part"


class LookForm(forms.Form):
    """What the page tells: whether somebody types, and what it shows already."""

    writing = forms.BooleanField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    holder = forms.IntegerField(required=False, widget=forms.HiddenInput)
    ended = forms.BooleanField(required=False, widget=forms.HiddenInput)


@require_POST
@for_colleagues
def look_at_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Notes who looks or writes; answers which others do, and what came since. No word of it is shown."""
    question = get_readable_question(colleague, pk)
    form = LookForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    given, now = form.cleaned_data, timezone.now()
    look(colleague, question, now, writing=given["writing"])
    context = {
        "question": question,
        "others": others_at(question, colleague, now),
        "news": news_since(question, colleague, seen=given["seen"], holder=given["holder"], ended=given["ended"]),
    }
    return render(request, "desk/looking.html", context)


@for_colleagues
def refill_draft(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the question with the answer as it was typed, after the token of the form was forged or missing."""
    question = get_readable_question(colleague, pk)
    return show_question(request, colleague, question, answering=AnswerForm(initial=request.POST.dict()), expired=True)


@refilled_by(refill_draft)
@require_POST
@for_colleagues
@typed_words_stay
def keep_draft(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Keeps what is typed in the answer form. The script reads in a few words how that went, others see the page."""
    question = get_readable_question(colleague, pk)
    try:
        draft = keep(colleague, question, request.POST, timezone.now())
    except NewerDraft:
        words = _("Not saved: you saved this answer in another window later. It is still here.")
        return _not_kept(request, colleague, question, words, 409)
    except DraftTooLong:
        return _not_kept(request, colleague, question, _("Not saved: this is too long. It is still here."), 413)
    at = time_format(timezone.localtime(draft.saved_at), "TIME_FORMAT") if draft else ""
    words = _("Saved %(time)s") % {"time": at} if draft else ""
    if BY_SCRIPT in request.headers:
        return HttpResponse(words, content_type="text/plain; charset=utf-8")
    if words:
        messages.success(request, words)
    return HttpResponseRedirect(reverse("desk_question", args=[pk]) + "#answer")


def _not_kept(request: HttpRequest, colleague: Colleague, question: Question, words: str, status: int) -> HttpResponse:
    if BY_SCRIPT in request.headers:
        return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    messages.warning(request, words)
    response = show_question(request, colleague, question, answering=AnswerForm(initial=request.POST.dict()))
    response.status_code = status
    return response


@require_POST
@for_colleagues
def drop_draft(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Throws the colleague's own draft away."""
    throw_draft_away(colleague, get_readable_question(colleague, pk))
    messages.success(request, _("Your draft is thrown away."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]) + "#answer")


@require_POST
@for_colleagues
def put_in(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Answers the script with what a button beside the answer puts into it, or with the pages that were found."""
    question = get_readable_question(colleague, pk)
    return render(request, "desk/put_in.html", {"put_in": insertion(request.POST, question), "question": question})

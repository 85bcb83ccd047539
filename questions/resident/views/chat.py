"""Starting a chat, or asking with the same text while it is closed."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.ask import ask
from questions.actions.presence import is_anybody_present
from questions.danger.shown import kinds_shown
from questions.expired_forms import refilled_by
from questions.resident import cookie
from questions.resident.chat_forms import ChatForm
from questions.resident.forms import WriteForm
from questions.resident.presenters import chat_hours
from questions.resident.views.ask import confirmed
from questions.resident.views.conversation import show
from questions.statuses import ENDED, AnswerBy
from questions.waits.models import Channel
from services.hours.status_words import status_words


def _page(
    request: HttpRequest, form: ChatForm, now: datetime, *, status: int = 200, expired: bool = False
) -> HttpResponse:
    hours = chat_hours(form.chosen_district).status(now)
    present = is_anybody_present(now)
    chosen = form["theme"].value()
    context = {
        "form": form,
        "chosen_theme": next((theme for theme in form.themes if theme.slug == chosen), None),
        "in_danger": bool(kinds_shown(text=form["text"].value())),
        "open": hours.open,
        "present": present,
        "opening_words": status_words(hours, now),
        # What was chosen must stay in sight, and what is wrong must be seen.
        "choose_answer": not (hours.open and present) or "answer_by" in form.data,
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
    }
    return render(request, "resident/chat.html", context, status=status)


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the form with everything that was typed, after its token was forged or missing. Nothing is written."""
    form = ChatForm(request.POST, language=translation.get_language())
    return _page(request, form, timezone.now(), expired=True)


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def chat_page(request: HttpRequest) -> HttpResponse:
    """Shows the form; answers a valid POST with the conversation, or the confirmation when it is no chat."""
    now = timezone.now()
    language = translation.get_language()
    held = cookie.question_from_cookie(request, now)
    if request.method != "POST":
        if held is not None and held.channel == Channel.CHAT and held.status not in ENDED:
            return HttpResponseRedirect(reverse("resident:conversation"))
        chosen = {"theme": request.GET.get("thema", ""), "district": request.GET.get("wijk", "")}
        return _page(request, ChatForm(initial=chosen, language=language), now)
    form = ChatForm(request.POST, language=language)
    if not form.is_valid():
        return _page(request, form, now, status=422)
    asking = form.asking_at(chat_hours(form.chosen_district).is_open(now))
    asked = ask(asking, now, cookie.own_question_from_cookie(request, now), for_browser=True)
    if asked.question.channel != Channel.CHAT:
        late = asking.answer_by != AnswerBy.TALK and asked.question.channel == Channel.FORM
        late = late and form.cleaned_data["begun_as_chat"]
        return confirmed(request, asked, now, chat_closed=late, lives_elsewhere=form.lives_elsewhere)
    if not asked.code:
        if held == asked.question:
            return HttpResponseRedirect(reverse("resident:conversation"))
        return confirmed(request, asked, now)
    response = show(request, asked.question, WriteForm(), now, begun=asked)
    cookie.set_question_cookie(response, asked.token)
    return response

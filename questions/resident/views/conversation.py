"""The page of the conversation that this browser may open."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.ask import AskedQuestion
from questions.actions.mark_read import mark_read
from questions.actions.refusals import Ended, TooFast
from questions.actions.release_answers import release_due
from questions.actions.second_code import second_code_of
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.danger.shown import kinds_shown
from questions.expired_forms import refilled_by
from questions.models import Question
from questions.resident import cookie
from questions.resident.chat_forms import Ways
from questions.resident.copies import address_in_parts
from questions.resident.forms import FollowForm, WriteForm
from questions.resident.presenters import conversation_status, log_of
from questions.resident.second_code_form import SecondCodeForm
from questions.statuses import ENDED, Danger
from services.themes.selectors import theme_names


def show(
    request: HttpRequest,
    question: Question,
    form: WriteForm,
    now: datetime,
    *,
    status: int = 200,
    expired: bool = False,
    begun: AskedQuestion | None = None,
    ways: Ways | None = None,
    own: bool | None = None,
) -> HttpResponse:
    """Returns the conversation, and records that everything in it was read.

    A chat that has just `begun` shows reference and code. It counts as read only when its page says that it arrived, so
    that sending it again after a lost reply gives a new code. `own` says whether the question's own code opened it, for
    a browser that has no cookie of it yet.
    """
    if release_due(question.pk, now):
        question.refresh_from_db()
    if own is None:
        own = begun is not None or cookie.own_question_from_cookie(request, now) == question
    language = translation.get_language()
    log = log_of(question)
    last = max(row.number for row in log)
    response = render(
        request,
        "resident/conversation.html",
        {
            "question": question,
            "messages": log,
            "form": form,
            "last": last,
            "standing": conversation_status(question, now),
            "ended": question.status in ENDED,
            "ways": ways or Ways(),
            "begun": begun,
            "own": own,
            "second_code": second_code_of(question),
            "making_code": SecondCodeForm(),
            "come_back": address_in_parts(),
            "posted_text": request.POST.get("text", "") if begun else "",
            "theme_name": theme_names(language)[question.theme.slug],
            "in_danger": bool(kinds_shown(question, form["text"].value())),
            "expired_form": expired,
            "cookies_refused": expired and cookie.are_cookies_refused(request),
        },
        status=status,
    )
    if begun is None:
        mark_read(question, now, up_to=last)
    return response


def no_conversation(request: HttpRequest) -> HttpResponse:
    """Returns the page that says what to do when this browser may open no conversation.

    What was typed goes along: a message, or how somebody wants to be reached. Status 403 after a POST.
    """
    typed = (request.POST.get(name, "").strip() for name in ("phone", "email", "best_time"))
    draft = request.POST.get("text", "") or ", ".join(filter(None, typed))
    return render(
        request,
        "resident/no_conversation.html",
        {
            "form": FollowForm(initial={"draft": draft}),
            "draft": draft,
            "in_danger": bool(kinds_shown(text=draft)),
            # Without a cookie the next form would fail as well: that is said by then.
            "expired_form": request.method == "POST" and settings.CSRF_COOKIE_NAME not in request.COOKIES,
            "cookies_refused": cookie.are_cookies_refused(request),
        },
        status=403 if request.method == "POST" else 200,
    )


def show_expired(request: HttpRequest, form: WriteForm, ways: Ways | None = None) -> HttpResponse:
    """Returns the conversation with what was typed, after the token of the form was forged or missing."""
    now = timezone.now()
    question = cookie.question_from_cookie(request, now)
    if question is None:
        return no_conversation(request)
    return show(request, question, form, now, expired=True, ways=ways)


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the conversation with the message as it was typed, after the token of the form was forged or missing."""
    return show_expired(request, WriteForm(request.POST))


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def conversation_page(request: HttpRequest) -> HttpResponse:
    """Shows the conversation, and records that it was read.

    A POST sends a message, withdraws the question, or closes the conversation on this device.
    """
    now = timezone.now()
    question = cookie.question_from_cookie(request, now)
    if request.method == "POST" and request.POST.get("do") == "leave":
        response: HttpResponse = HttpResponseRedirect(f"/{translation.get_language()}/")
        cookie.clear_question_cookie(request, response)
        return response
    if question is None:
        return no_conversation(request)
    if request.method != "POST":
        return show(request, question, WriteForm(), now)
    if request.POST.get("do") == "withdraw":
        if cookie.own_question_from_cookie(request, now) is not None:
            withdraw(question, now)
        return HttpResponseRedirect(reverse("resident:conversation"))
    form = WriteForm(request.POST)
    if not form.is_valid():
        return show(request, question, form, now, status=422)
    try:
        message = write_message(
            question,
            submission=form.cleaned_data["submission"],
            text=form.cleaned_data["text"].strip(),
            language=translation.get_language(),
            now=now,
        )
    except Ended:
        question.refresh_from_db()
        return show(request, question, form, now, status=409)
    except TooFast:
        form.add_error("text", _("You sent many messages in a short while. Wait a minute and send this one again."))
        return show(request, question, form, now, status=429)
    # Help lines stand at the top: a jump to the message would pass them by.
    place = "" if message.question.danger == Danger.UNJUDGED else f"#m{message.number}"
    return HttpResponseRedirect(reverse("resident:conversation") + place)

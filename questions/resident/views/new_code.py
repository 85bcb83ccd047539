"""A new code for somebody who lost theirs: a number by mail, and the code that it gives.

What is answered tells nobody whether there is such a question, or whose mailbox it is.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.codes import spaced
from questions.actions.conversations import open_conversation
from questions.actions.one_time_number import request_number, use_number
from questions.expired_forms import refilled_by
from questions.privacy.slowdown import note_request, note_wrong_try, pause_of_browser
from questions.resident import cookie
from questions.resident.forms import FollowForm
from questions.resident.new_code_forms import AskNumberForm, NumberForm
from questions.resident.too_often import say_too_often

_ASKING, _TYPING = "resident/ask_number.html", "resident/number_sent.html"


def _page(
    request: HttpRequest, template: str, form: FollowForm, *, status: int = 200, expired: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
        "switch_path": reverse("resident:new_code"),
    }
    return render(request, template, context, status=status)


def _too_often(request: HttpRequest, template: str, form: FollowForm, pause: int) -> HttpResponse:
    say_too_often(form, pause)
    response = _page(request, template, form, status=429)
    response.headers["Retry-After"] = str(pause)
    return response


def refill_asking(request: HttpRequest) -> HttpResponse:
    """Shows the form with everything that was typed, after its token was forged or missing. No number is sent."""
    return _page(request, _ASKING, AskNumberForm(request.POST), expired=True)


@refilled_by(refill_asking)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_code_page(request: HttpRequest) -> HttpResponse:
    """Shows the form; answers a valid POST with the form for the number, whether or not one was sent."""
    if request.method != "POST":
        return _page(request, _ASKING, AskNumberForm())
    form = AskNumberForm(request.POST)
    if not form.is_valid():
        return _page(request, _ASKING, form, status=422)
    now, reference = timezone.now(), form.cleaned_data["reference"]
    pause = note_request(reference, cookie.browser_id(request), request.META.get("REMOTE_ADDR", ""), now)
    if pause:
        return _too_often(request, _ASKING, form, pause)
    request_number(reference, form.cleaned_data["email"], now)
    return _page(request, _TYPING, NumberForm(initial={"reference": reference}))


def refill_typing(request: HttpRequest) -> HttpResponse:
    """Shows the number as it was typed, after the token of the form was forged or missing. Nothing is changed."""
    return _page(request, _TYPING, NumberForm(request.POST), expired=True)


@refilled_by(refill_typing)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def number_page(request: HttpRequest) -> HttpResponse:
    """Answers the right number with the new code itself; wrong ones slow down as wrong codes do, with status 429."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("resident:new_code"))
    form = NumberForm(request.POST)
    if not form.is_valid():
        if "reference" in form.errors:
            return HttpResponseRedirect(reverse("resident:new_code"))
        return _page(request, _TYPING, form, status=422)
    now, given = timezone.now(), form.cleaned_data
    reference, browser = given["reference"], cookie.browser_id(request)
    pause = pause_of_browser(reference, browser, now)
    if pause:
        return _too_often(request, _TYPING, form, pause)
    made = use_number(reference, given["number"], now, given["submission"])
    if made is None:
        pause = note_wrong_try(reference, browser, request.META.get("REMOTE_ADDR", ""), now)
        if pause:
            return _too_often(request, _TYPING, form, pause)
        form.add_error(
            "number", _("This number is not right, or it is no longer valid. Check it, or ask for a new one.")
        )
        return _page(request, _TYPING, form, status=422)
    context = {"question": made.question, "code": spaced(made.code), "switch_path": reverse("resident:conversation")}
    response = render(request, "resident/new_code_made.html", context)
    cookie.set_question_cookie(response, open_conversation(made.question, now))
    return response

"""Coming back to a question with its reference and code."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.conversations import find_question, open_conversation
from questions.expired_forms import refilled_by
from questions.privacy.slowdown import note_wrong_try, pause_of_browser
from questions.resident import cookie
from questions.resident.forms import FollowForm, WriteForm
from questions.resident.too_often import say_too_often
from questions.resident.views.conversation import show


def _page(request: HttpRequest, form: FollowForm, *, status: int = 200, expired: bool = False) -> HttpResponse:
    context = {
        "form": form,
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
    }
    return render(request, "resident/follow.html", context, status=status)


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the form with everything that was typed, after its token was forged or missing."""
    return _page(request, FollowForm(request.POST), expired=True)


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    """Shows the form; the right reference and code lead to the conversation, wrong ones slow down, with status 429."""
    if request.method != "POST":
        return _page(request, FollowForm())
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    now = timezone.now()
    reference, browser = form.cleaned_data["reference"], cookie.browser_id(request)
    pause = pause_of_browser(reference, browser, now)
    if pause:
        return _too_often(request, form, pause)
    opened = find_question(reference, form.cleaned_data["code"])
    if opened is None:
        pause = note_wrong_try(reference, browser, request.META.get("REMOTE_ADDR", ""), now)
        if pause:
            return _too_often(request, form, pause)
        form.add_error(None, _("We do not know this reference with this code. Check both and try again."))
        return _page(request, form, status=422)
    draft = form.cleaned_data["draft"]
    if draft:
        own = opened.second_code is None
        response = show(request, opened.question, WriteForm(initial={"text": draft}), now, own=own)
    else:
        response = HttpResponseRedirect(reverse("resident:conversation"))
    cookie.set_question_cookie(response, open_conversation(opened.question, now, opened.second_code))
    return response


def _too_often(request: HttpRequest, form: FollowForm, pause: int) -> HttpResponse:
    say_too_often(form, pause)
    response = _page(request, form, status=429)
    response.headers["Retry-After"] = str(pause)
    return response

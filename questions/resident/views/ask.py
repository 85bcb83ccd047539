"""The form with which a resident asks a question, and the confirmation."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.ask import AskedQuestion, ask
from questions.danger.shown import kinds_shown
from questions.expired_forms import refilled_by
from questions.resident import cookie
from questions.resident.copies import address_in_parts
from questions.resident.forms import AskForm
from questions.resident.talk_fields import lacks_evening
from questions.statuses import AnswerBy
from services.themes.selectors import theme_names


def _page(request: HttpRequest, form: AskForm, *, status: int = 200, expired: bool = False) -> HttpResponse:
    chosen = form["theme"].value()
    known = {theme.slug: theme for theme in form.themes}
    context = {
        "form": form,
        "chosen_theme": known.get(chosen),
        "unknown_theme": bool(chosen) and chosen not in known and not form.is_bound,
        "in_danger": bool(kinds_shown(text=form["text"].value())),
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
    }
    return render(request, "resident/ask.html", context, status=status)


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the form with everything that was typed, after its token was forged or missing. Nothing is written."""
    form = AskForm(request.POST, language=translation.get_language())
    return _page(request, form, expired=True)


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: HttpRequest) -> HttpResponse:
    """Shows the form; answers a valid POST with the confirmation itself, so that the code stands in no address."""
    language = translation.get_language()
    if request.method != "POST":
        return _page(request, AskForm(initial={"theme": request.GET.get("thema", "")}, language=language))
    form = AskForm(request.POST, language=language)
    if not form.is_valid():
        return _page(request, form, status=422)
    now = timezone.now()
    asked = ask(form.asking(), now, cookie.own_question_from_cookie(request, now), for_browser=True)
    return confirmed(request, asked, now, lives_elsewhere=form.lives_elsewhere)


def confirmed(
    request: HttpRequest,
    asked: AskedQuestion,
    now: datetime,
    *,
    chat_closed: bool = False,
    lives_elsewhere: bool = False,
) -> HttpResponse:
    """Returns the confirmation, and lets this browser open the conversation.

    `chat_closed` says that the chat closed before the question was sent, `lives_elsewhere` that a postcode was typed
    that is none of ours.
    """
    language = translation.get_language()
    theme = asked.question.theme
    wants_to_talk = asked.question.answer_by == AnswerBy.TALK
    response = render(
        request,
        "resident/confirmation.html",
        {
            "question": asked.question,
            "code": asked.spaced_code,
            "repeated": asked.repeated,
            "second": asked.second,
            "come_back": address_in_parts(),
            "posted_text": request.POST.get("text", ""),
            "chat_closed": chat_closed,
            "lives_elsewhere": lives_elsewhere,
            "no_evening": wants_to_talk and lacks_evening(asked.question.contact(asked.question.key_bytes)),
            "theme_name": theme_names(language)[theme.slug],
            "in_danger": bool(kinds_shown(asked.question)),
            "switch_path": reverse("resident:conversation"),
        },
    )
    if asked.token:
        cookie.set_question_cookie(response, asked.token)
    return response

"""The form with which somebody tells us of a worry about another person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.ask import ask
from questions.danger.shown import kinds_shown
from questions.expired_forms import refilled_by
from questions.resident import cookie
from questions.resident.views.ask import confirmed
from questions.resident.worry_form import PRESET_THEME, WorryForm
from services.themes.selectors import help_lines

# The numbers for danger now, as the help lines name them.
NOW = ("noodnummer", "veilig-thuis")


def _page(request: HttpRequest, form: WorryForm, *, status: int = 200, expired: bool = False) -> HttpResponse:
    context = {
        "form": form,
        "lines": [line for line in help_lines(PRESET_THEME, form.language) if line.slug in NOW],
        "in_danger": bool(kinds_shown(text=form.typed)),
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
    }
    return render(request, "resident/worry.html", context, status=status)


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the form with everything that was typed, after its token was forged or missing. Nothing is written."""
    return _page(request, WorryForm(request.POST, language=translation.get_language()), expired=True)


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def worry_page(request: HttpRequest) -> HttpResponse:
    """Shows the form; answers a valid POST with the confirmation itself, so that the code stands in no address."""
    language = translation.get_language()
    if request.method != "POST":
        return _page(request, WorryForm(language=language))
    form = WorryForm(request.POST, language=language)
    if not form.is_valid():
        return _page(request, form, status=422)
    now = timezone.now()
    asked = ask(form.asking(), now, cookie.own_question_from_cookie(request, now), for_browser=True)
    return confirmed(request, asked, now)

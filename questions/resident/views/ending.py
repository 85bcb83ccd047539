"""Ending a question oneself: it is solved, or everything goes. Each asks once more, on a page of its own."""

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from questions.actions.erase import Erased, erase, what_is_erased
from questions.actions.question_state import needs_follow_up
from questions.actions.solve import solve
from questions.expired_forms import refilled_by
from questions.models import Question
from questions.privacy.keyring import CannotOpen
from questions.resident import cookie
from questions.resident.views.conversation import no_conversation
from questions.statuses import ENDED

SOLVED, ERASE = "resident/solved.html", "resident/erase.html"
# Which question the page was about: the browser may have opened another one since, and the button is not about that.
_signer = Signer(salt="ending a question")


def _page(
    request: HttpRequest, template: str, question: Question, *, status: int = 200, expired: bool = False
) -> HttpResponse:
    context = {
        "question": question,
        "shown": _signer.sign(str(question.uid)),
        "another": status == 409,
        "stays": needs_follow_up(question),
        "formal": hasattr(question, "formal"),
        "expired_form": expired,
        "cookies_refused": expired and cookie.are_cookies_refused(request),
    }
    return render(request, template, context, status=status)


def _uid_shown(request: HttpRequest) -> str:
    """Returns the uid of the question that the page was about; empty when the form does not tell."""
    try:
        return _signer.unsign(request.POST.get("shown", ""))
    except BadSignature:
        return ""


def _expired(request: HttpRequest, template: str) -> HttpResponse:
    question = cookie.own_question_from_cookie(request, timezone.now())
    return _not_theirs(request) if question is None else _page(request, template, question, expired=True)


def _not_theirs(request: HttpRequest) -> HttpResponse:
    """Leads who reads with a code for somebody else back to the conversation; tells others how to open a question."""
    if cookie.question_from_cookie(request, timezone.now()) is not None:
        return HttpResponseRedirect(reverse("resident:conversation"))
    return no_conversation(request)


def refill_solved(request: HttpRequest) -> HttpResponse:
    """Shows the page again, after the token of its form was forged or missing. Nothing is done."""
    return _expired(request, SOLVED)


def refill_erase(request: HttpRequest) -> HttpResponse:
    """Shows the page again, after the token of its form was forged or missing. Nothing is done."""
    return _expired(request, ERASE)


@refilled_by(refill_solved)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def solved_page(request: HttpRequest) -> HttpResponse:
    """Asks whether the question is solved; a POST ends it and leads back to the conversation, which says so."""
    now = timezone.now()
    question = cookie.own_question_from_cookie(request, now)
    if question is None:
        return _not_theirs(request)
    if question.status in ENDED or needs_follow_up(question):
        return HttpResponseRedirect(reverse("resident:conversation"))
    if request.method != "POST":
        return _page(request, SOLVED, question)
    if _uid_shown(request) != str(question.uid):
        return _page(request, SOLVED, question, status=409)
    solve(question, now)
    return HttpResponseRedirect(reverse("resident:conversation"))


@refilled_by(refill_erase)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase_page(request: HttpRequest) -> HttpResponse:
    """Tells what goes and what stays; a POST erases the question, and closes the conversation in this browser."""
    now = timezone.now()
    question = cookie.own_question_from_cookie(request, now)
    if request.method != "POST":
        return _not_theirs(request) if question is None else _page(request, ERASE, question)
    if question is None:
        return _erased_before(request)
    if _uid_shown(request) != str(question.uid):
        return _page(request, ERASE, question, status=409)
    try:
        return _erased(request, erase(question, now))
    except CannotOpen:
        return _erased_before(request)


def _erased_before(request: HttpRequest) -> HttpResponse:
    """Says once more that it is done, to somebody who pressed twice; else that this browser holds no question."""
    uid = _uid_shown(request)
    gone = what_is_erased(uid) if uid else Erased.NOTHING
    return _not_theirs(request) if gone is Erased.NOTHING else _erased(request, gone)


def _erased(request: HttpRequest, gone: Erased) -> HttpResponse:
    """Leads to the page that says it is done: an address that can be opened again and does nothing."""
    done = "resident:erased" if gone is Erased.EVERYTHING else "resident:erased_reporter"
    response = HttpResponseRedirect(reverse(done))
    cookie.clear_question_cookie(request, response)
    return response


@never_cache
@require_safe
def erased_page(request: HttpRequest) -> HttpResponse:
    """Says that everything is erased, and how to clear what the browser itself remembers. It looks at no question."""
    return render(request, "resident/erased.html", {"whole": True})


@never_cache
@require_safe
def erased_reporter_page(request: HttpRequest) -> HttpResponse:
    """Says the same to somebody who told us of a worry, which stays with the team. It looks at no question."""
    return render(request, "resident/erased.html", {"whole": False})

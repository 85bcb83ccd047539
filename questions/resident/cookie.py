"""The cookie with which a browser holds one conversation (docs/decisions/0004)."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from questions.actions.converse import leave_conversation, open_conversation, question_held
from questions.models import Question

NAME = "gesprek"
# A field of every form that came back, as resident/token.html writes it.
SENT_BEFORE = "opnieuw"


def held(request: HttpRequest, now: datetime) -> Question | None:
    """The question that this browser holds, if any."""
    return question_held(request.COOKIES.get(NAME, ""), now)


def give(response: HttpResponse, question: Question, now: datetime) -> None:
    """Lets the browser hold the question until it closes, twelve hours at most."""
    response.set_cookie(
        NAME,
        open_conversation(question, now),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def take(request: HttpRequest, response: HttpResponse) -> None:
    """Ends it, in the browser and here."""
    leave_conversation(request.COOKIES.get(NAME, ""))
    response.delete_cookie(NAME, samesite="Lax")


def refused(request: HttpRequest) -> bool:
    """Whether this browser keeps no cookies: it sent a form once more and again without the one that came with it."""
    return SENT_BEFORE in request.POST and settings.CSRF_COOKIE_NAME not in request.COOKIES


def browser(request: HttpRequest) -> str:
    """Tells one browser from another, for as long as it keeps the cookie of its forms."""
    get_token(request)  # gives one to who has none
    return str(request.META["CSRF_COOKIE"])

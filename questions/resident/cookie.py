"""The cookie with which a browser holds one conversation (docs/decisions/0004)."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from questions.actions.conversations import EARLIER_LENGTH, end_conversation, open_conversation, question_of_token
from questions.models import Question

NAME = "gesprek"
"""What it is called without HTTPS, and was called in production before it got a prefix."""
# A field of every form that came back, as resident/token.html writes it.
SENT_BEFORE = "opnieuw"


def token_from_cookie(request: HttpRequest) -> str:
    """The token in the cookie; empty when there is none.

    A cookie without the prefix can have been planted from elsewhere, so it is taken only from before the prefix: the
    tokens of that time are shorter, and end by themselves twelve hours later.
    """
    given = request.COOKIES.get(settings.CONVERSATION_COOKIE_NAME, "")
    earlier = request.COOKIES.get(NAME, "")
    return given or (earlier if len(earlier) == EARLIER_LENGTH else "")


def question_from_cookie(request: HttpRequest, now: datetime) -> Question | None:
    """The question that this browser holds, if any."""
    return question_of_token(token_from_cookie(request), now)


def set_question_cookie(response: HttpResponse, question: Question, now: datetime) -> None:
    """Lets the browser hold the question until it closes, twelve hours at most."""
    response.set_cookie(
        settings.CONVERSATION_COOKIE_NAME,
        open_conversation(question, now),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def clear_question_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Ends it, in the browser and here."""
    end_conversation(token_from_cookie(request))
    for name in {settings.CONVERSATION_COOKIE_NAME, NAME}:
        response.delete_cookie(name, samesite="Lax")


def are_cookies_refused(request: HttpRequest) -> bool:
    """Whether this browser keeps no cookies: it sent a form once more and again without the one that came with it."""
    return SENT_BEFORE in request.POST and settings.CSRF_COOKIE_NAME not in request.COOKIES


def browser_id(request: HttpRequest) -> str:
    """Tells one browser from another, for as long as it keeps the cookie of its forms."""
    get_token(request)  # gives one to who has none
    return str(request.META["CSRF_COOKIE"])

"""The cookie with which a browser holds one conversation (docs/decisions/0004)."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from questions.actions.conversations import EARLIER_LENGTH, end_conversation, opened_by_token
from questions.models import Question

NAME = "gesprek"
"""Its name without HTTPS. It was the name in production too, before that got a prefix."""
# A field of every form that came back, as resident/token.html writes it.
SENT_BEFORE = "opnieuw"


def token_from_cookie(request: HttpRequest) -> str:
    """Returns the token; empty when there is none.

    A cookie without the prefix can have been planted from elsewhere, so it is taken only when it dates from before the
    prefix: the tokens of that time are shorter, and ended by themselves after twelve hours.
    """
    given = request.COOKIES.get(settings.CONVERSATION_COOKIE_NAME, "")
    earlier = request.COOKIES.get(NAME, "")
    return given or (earlier if len(earlier) == EARLIER_LENGTH else "")


def question_from_cookie(request: HttpRequest, now: datetime) -> Question | None:
    """Returns the question that this browser may open, to read and to write; None when there is none."""
    opened = opened_by_token(token_from_cookie(request), now)
    return opened.question if opened else None


def own_question_from_cookie(request: HttpRequest, now: datetime) -> Question | None:
    """Returns the question that this browser opened with its own code, not with the one for somebody else.

    Only then may it make and withdraw codes, and do something with the question as a whole: withdraw or erase it.
    """
    opened = opened_by_token(token_from_cookie(request), now)
    return opened.question if opened and opened.second_code is None else None


def set_question_cookie(response: HttpResponse, token: str) -> None:
    """Lets the browser open the question of this token until it is closed, twelve hours at most."""
    response.set_cookie(
        settings.CONVERSATION_COOKIE_NAME,
        token,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def clear_question_cookie(request: HttpRequest, response: HttpResponse) -> None:
    """Deletes the cookie in the browser, and the conversation that its token opens."""
    end_conversation(token_from_cookie(request))
    for name in {settings.CONVERSATION_COOKIE_NAME, NAME}:
        response.delete_cookie(name, samesite="Lax")


def are_cookies_refused(request: HttpRequest) -> bool:
    """Returns whether this browser keeps no cookies.

    That is known when a form comes back a second time without the cookie that came with it.
    """
    return SENT_BEFORE in request.POST and settings.CSRF_COOKIE_NAME not in request.COOKIES


def browser_id(request: HttpRequest) -> str:
    """Returns a text that tells this browser from others, for as long as it keeps the cookie of its forms."""
    get_token(request)  # gives one to a browser that has none
    return str(request.META["CSRF_COOKIE"])

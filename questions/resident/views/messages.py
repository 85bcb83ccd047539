"""The messages after a number, for the page of a chat that asks every few seconds."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from questions.actions.mark_read import mark_read
from questions.actions.release_answers import release_due
from questions.resident import cookie
from questions.resident.presenters import conversation_status, messages_after

# Says which conversation the page shows: two windows of one browser may show different ones.
SHOWN = "X-Question"


@never_cache
@require_GET
def messages_after_number(request: HttpRequest) -> HttpResponse:
    """Shows the messages after number `na` and the status above them; 304 when the page has all of it.

    Asking for what comes after a number records that the page has everything up to there: that is the receipt by which
    an answer in a chat counts. So this GET writes.
    """
    now = timezone.now()
    question = cookie.question_from_cookie(request, now)
    if question is None or request.headers.get(SHOWN, question.reference) != question.reference:
        return render(
            request,
            "resident/conversation_closed.html",
            {"text": _("This conversation is closed in this browser. Copy what you wrote and open the page again.")},
            status=403,
        )
    release_due(question.pk, now)
    typed = request.GET.get("na", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    if number > question.last_number:
        # Nobody has what was never written: it begins anew, and acknowledges nothing.
        number = 0
    mark_read(question, now, up_to=number)
    question.refresh_from_db()
    news = messages_after(question, number) if question.last_number > number else []
    body = render_to_string(
        "resident/messages.html",
        {
            "question": question,
            "messages": news,
            "last": question.last_number,
            "standing": conversation_status(question, now),
        },
        request,
    )
    etag = quote_etag(hashlib.sha256(body.encode()).hexdigest())
    whole = HttpResponse(body, headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=whole) or whole

"""The screen on which a colleague answers several chats at once."""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from questions.actions.answer import answer, one_moment
from questions.actions.refusals import Refused
from questions.desk.chat.forms import ChatAnswerForm, HoldForm
from questions.desk.chat.selectors import Chat, chat_of, chats_of, new_chats
from questions.desk.guard import add_refusal_message, claim_or_explain, for_colleagues, get_readable_question
from questions.desk.question.drafts import as_read, drafted, insertion, is_draft
from questions.desk.question.presenters import message_lines
from questions.desk.question.sending import send_answer
from questions.expired_forms import refilled_by
from questions.models import Colleague, Question
from questions.privacy.access_log import record_opening, was_opened_between
from questions.privacy.keyring import CannotOpen
from questions.statuses import Settled

# A screen that is looked at all day is one opening of each question in this time.
LOGGED_EVERY = timedelta(minutes=30)
# Sent by the script, which puts the answer in the place of one column.
ONE_COLUMN = "X-Part"


def _opened_messages(question: Question, colleague: Colleague, now: datetime) -> dict[str, Any]:
    """Returns the messages of a chat for the template, and logs once in LOGGED_EVERY that they were opened.

    `sealed` is True when they cannot be opened now; the other columns are shown all the same.
    """
    try:
        log = message_lines(question, question.key_bytes)
    except CannotOpen:
        return {"log": [], "sealed": True}
    if not was_opened_between(colleague.user_id, question.reference, now - LOGGED_EVERY, now):
        record_opening(colleague.user_id, question.reference, now)
    return {"log": log, "sealed": False}


def _column(chat: Chat, colleague: Colleague, now: datetime, form: ChatAnswerForm | None = None) -> dict[str, Any]:
    """Returns what the template of one column needs; `form` is an answer that was not sent."""
    question = chat.question
    return {
        "chat": chat,
        "question": question,
        **_opened_messages(question, colleague, now),
        "answering": form or ChatAnswerForm(question),
        "holding": HoldForm(),
    }


def _page(
    request: HttpRequest, colleague: Colleague, form: ChatAnswerForm | None = None, *, expired: bool = False
) -> HttpResponse:
    """Returns the whole screen, with status 422 when the form is wrong."""
    now = timezone.now()
    columns = [
        _column(chat, colleague, now, form if form and form.question == chat.question else None)
        for chat in chats_of(colleague, now)
    ]
    context = {"columns": columns, "waiting": new_chats(colleague), "now": now, "expired_form": expired}
    return render(request, "desk/chats.html", context, status=422 if form and form.is_bound else 200)


def _part(request: HttpRequest, stamp: str, template: str, context: Callable[[], dict[str, Any]]) -> HttpResponse:
    """Returns a part of the screen; 304 when the page has it already."""
    etag = quote_etag(hashlib.sha256(f"{stamp} {translation.get_language()}".encode()).hexdigest())
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return known
    response = render(request, template, context())
    response.headers["ETag"] = etag
    return response


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def chats_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the colleague's chats beside each other, and those that nobody has claimed. Logs what it opens."""
    return _page(request, colleague)


@require_GET
@for_colleagues
def new_chats_part(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the chats that nobody has claimed, for a screen that asks again; 304 when it has them already."""
    now, waiting = timezone.now(), new_chats(colleague)
    stamp = " ".join(f"{row.pk}-{row.danger}-{int((now - row.asked_at).total_seconds()) // 60}" for row in waiting)
    return _part(request, f"new {stamp}", "desk/chats_new.html", lambda: {"waiting": waiting, "now": now})


@require_GET
@for_colleagues
def chat_part(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the messages of one chat, for a screen that asks again, and logs that they were opened.

    304 when the screen has them already. Raises PermissionDenied when the chat is not this colleague's.
    """
    question = get_readable_question(colleague, pk)
    if question.colleague_id != colleague.pk:
        raise PermissionDenied
    now = timezone.now()
    chat = chat_of(question, now)
    return _part(
        request,
        f"{pk} {chat.stamp}",
        "desk/chat_log.html",
        lambda: {"chat": chat, "question": question, **_opened_messages(question, colleague, now)},
    )


@require_POST
@for_colleagues
def claim_chat(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Claims the chat, or says that a colleague was first."""
    if not claim_or_explain(request, colleague, pk):
        if ONE_COLUMN in request.headers:
            return render(request, "desk/told.html", {"told": messages.get_messages(request)}, status=409)
        return HttpResponseRedirect(reverse("desk_chats"))
    return _done(request, colleague, get_readable_question(colleague, pk))


def _done(request: HttpRequest, colleague: Colleague, question: Question) -> HttpResponse:
    """Returns the column for the script, or else a redirect to the screen."""
    if ONE_COLUMN not in request.headers:
        return HttpResponseRedirect(reverse("desk_chats") + f"#c{question.pk}")
    now = timezone.now()
    return render(request, "desk/chat_column.html", _column(chat_of(question, now), colleague, now))


@for_colleagues
def refill_answer(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the chats with the answer as it was typed, after the token of the form was forged or missing."""
    return _page(request, colleague, ChatAnswerForm(get_readable_question(colleague, pk), request.POST), expired=True)


@refilled_by(refill_answer)
@require_POST
@for_colleagues
def answer_chat(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Sends a message in the chat; shows it again when it is a draft, is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    if is_draft(request.POST):
        put_in = insertion(request.POST, question)
        draft = ChatAnswerForm(question, initial=drafted(request.POST, put_in))
        draft.as_read, draft.put_in = as_read(draft.initial), put_in
        return _page(request, colleague, draft)
    form = ChatAnswerForm(question, request.POST)
    if not form.is_valid():
        return _refused(request, colleague, form)
    if send_answer(request, colleague, question, form) is None:
        return _refused(request, colleague, form)
    return _done(request, colleague, get_readable_question(colleague, pk))


def _refused(request: HttpRequest, colleague: Colleague, form: ChatAnswerForm) -> HttpResponse:
    """Returns the column for the script, or else the screen, with what was typed; nothing was sent."""
    if ONE_COLUMN not in request.headers:
        return _page(request, colleague, form)
    now = timezone.now()
    context = _column(chat_of(form.question, now), colleague, now, form)
    return render(request, "desk/chat_column.html", context | {"told": messages.get_messages(request)}, status=422)


@require_POST
@for_colleagues
def hold_chat(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Sends "one moment, please" in the language of the resident."""
    question = get_readable_question(colleague, pk)
    form = HoldForm(request.POST)
    submission = form.cleaned_data["submission"] if form.is_valid() else uuid.uuid4()
    with translation.override(question.language):
        words = one_moment()
    try:
        answer(
            colleague,
            question,
            submission=submission,
            text=words,
            language=question.language,
            settled=Settled.NOT_YET,
            now=timezone.now(),
            holding=True,
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
    return _done(request, colleague, get_readable_question(colleague, pk))

"""Sending an answer from any screen of the desk."""

from django.http import HttpRequest
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.drafts import throw_draft_away
from questions.actions.hold_answer import hold_answer
from questions.actions.refusals import Refused
from questions.desk.guard import add_refusal_message
from questions.desk.question.forms import AnswerForm
from questions.models import Colleague, HeldAnswer, Message, Question
from questions.statuses import Settled


def send_answer(request: HttpRequest, colleague: Colleague, question: Question, form: AnswerForm) -> Message | None:
    """Sends the valid form at once and returns the message; None when it was refused, with a message that says why."""
    given = form.cleaned_data
    try:
        sent = answer(
            colleague,
            question,
            submission=given["submission"],
            text=given["text"].replace("\r\n", "\n"),
            language=given["language"],
            settled=Settled(given["settled"]),
            now=timezone.now(),
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return None
    throw_draft_away(colleague, question)
    return sent


def send_soon(
    request: HttpRequest, colleague: Colleague, question: Question, form: AnswerForm
) -> HeldAnswer | Message | None:
    """Sends the valid form so that it can be taken back for a while, and returns what waits or is on the page already.

    None when it was refused, with a message that says why.
    """
    given = form.cleaned_data
    try:
        return hold_answer(
            colleague,
            question,
            submission=given["submission"],
            text=given["text"].replace("\r\n", "\n"),
            language=given["language"],
            settled=Settled(given["settled"]),
            seen=given["seen"],
            ending=form.ending(),
            now=timezone.now(),
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return None

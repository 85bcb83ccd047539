"""The desk: the queue, and one question."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from questions.actions.answer import answer, record_call
from questions.actions.claim import release
from questions.actions.codes import read_reference
from questions.actions.finish import close
from questions.actions.judge import judge
from questions.actions.refusals import Refused, SomebodyWasFirst, WrittenSince
from questions.desk.chat.selectors import new_chats
from questions.desk.guard import claimed_for, for_colleagues, question_for, tell
from questions.desk.question.drafts import as_read, drafted, is_draft
from questions.desk.question.forms import DANGER_NAMES, AnswerForm, CallForm, CloseForm, JudgeForm
from questions.desk.queue.selectors import queue, to_judge_elsewhere
from questions.message_text import changes, said
from questions.models import Colleague, Question
from questions.permissions import may_answer, note_opening, read_by_nobody, readable_by
from questions.statuses import ENDED, AnswerBy, CloseReason, Danger, Judgement, Settled
from questions.waits.clocks import Clock, elapsed
from questions.waits.writer import waits_of
from services.models import Theme


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def queue_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """What waits, oldest first."""
    sought = request.GET.get("zoek", "").strip()
    if sought:
        found = readable_by(colleague).filter(reference=read_reference(sought)).first()
        if found is not None:
            return HttpResponseRedirect(reverse("desk_question", args=[found.pk]))
        messages.warning(request, _("You can open no question with the reference %(sought)s.") % {"sought": sought})
    mine = request.GET.get("van") == "mij"
    theme = request.GET.get("thema", "")
    places = queue(colleague, timezone.now(), mine=mine, theme=theme)
    return render(
        request,
        "desk/queue.html",
        {
            "places": places,
            "sealed": sum(place.sealed for place in places),
            "to_judge_elsewhere": to_judge_elsewhere(colleague, places),
            "new_chats": new_chats(colleague).count(),
            "to_judge_by_nobody": read_by_nobody(Question.objects.to_judge()),
            "colleague": colleague,
            "mine": mine,
            "sought": sought,
            "theme": theme,
            "themes": Theme.objects.order_by("order"),
        },
    )


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def question_page(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """One question, opened; that it was opened is logged."""
    return _show(request, colleague, question_for(colleague, pk))


def _show(
    request: HttpRequest,
    colleague: Colleague,
    question: Question,
    *,
    answering: AnswerForm | None = None,
    calling: CallForm | None = None,
    closing: CloseForm | None = None,
    expired: bool = False,
) -> HttpResponse:
    now = timezone.now()
    key = question.key_bytes
    log, seen = [], 0
    for message in question.messages.select_related("colleague__user", "notice"):
        message.question = question
        seen = message.number
        changed = changes(message, key)
        log.append({"message": message, "text": said(message, key), "changes": changed, "at": message.at})
    log += [{"call": call, "at": call.at} for call in question.calls.select_related("colleague__user")]
    log += [
        {"judgement": row, "outcome": row.outcome(key), "at": row.at}
        for row in question.judgements.select_related("colleague__user")
    ]
    note_opening(colleague, question, now)
    found = question.danger_found(key) if question.danger == Danger.UNJUDGED else None
    waits = [
        {
            "wait": wait,
            "wall": elapsed(wait, Clock.WALL, now),
            "office": elapsed(wait, Clock.OFFICE, now),
            "answer": wait.settled_at and (wait.settled_at - wait.started_at).total_seconds(),
            "sign": wait.first_sign_at and (wait.first_sign_at - wait.started_at).total_seconds(),
        }
        for wait in waits_of(question.pk)
    ]
    bad = any(form is not None and form.is_bound for form in (answering, calling, closing))
    return render(
        request,
        "desk/question.html",
        {
            "question": question,
            "log": sorted(log, key=lambda row: row["at"]),
            "contact": question.contact(key),
            "waits": waits,
            "mine": may_answer(colleague, question),
            "ended": question.status in ENDED,
            "wants_call": question.answer_by == AnswerBy.CALL,
            "answering": answering or AnswerForm(initial={"language": question.language}),
            "calling": calling or CallForm(),
            "closing": closing or CloseForm(),
            "dangers": [name for kind, name in DANGER_NAMES.items() if found and kind in found.kinds],
            "judging": JudgeForm(initial={"seen": seen}),
            "expired_form": expired,
        },
        status=422 if bad else 200,
    )


@require_POST
@for_colleagues
def claim_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Makes the question this colleague's, or says that a colleague was first."""
    if not claimed_for(request, colleague, pk):
        return HttpResponseRedirect(reverse("desk_queue"))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@require_POST
@for_colleagues
def release_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Puts it back in the queue."""
    of = request.POST.get("of", "")
    try:
        release(colleague, question_for(colleague, pk), int(of) if of.isdecimal() and len(of) < 10 else None)
    except SomebodyWasFirst as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The question is back in the queue."))
    return HttpResponseRedirect(reverse("desk_queue"))


@require_POST
@for_colleagues
def answer_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Sends an answer to the resident's page; its notice is in the outbox, from which the background command sends."""
    question = question_for(colleague, pk)
    if is_draft(request.POST):
        draft = AnswerForm(initial=drafted(request.POST))
        draft.as_read = as_read(draft.initial)
        return _show(request, colleague, question, answering=draft)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, colleague, question, answering=form)
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
        tell(request, refusal)
        return _show(request, colleague, question, answering=form)
    messages.success(request, _("Your answer is on the resident's page."))
    if sent.submission != given["submission"]:
        messages.warning(request, _("You sent this form before, filled in otherwise. Both messages are on the page."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@for_colleagues
def refill_answer(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """The question with the answer as it was typed, after the form's token was forged or missing."""
    return _show(request, colleague, question_for(colleague, pk), answering=AnswerForm(request.POST), expired=True)


answer_question.refill = refill_answer  # type: ignore[attr-defined]


@require_POST
@for_colleagues
def call_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Keeps a call."""
    question = question_for(colleague, pk)
    form = CallForm(request.POST)
    if not form.is_valid():
        return _show(request, colleague, question, calling=form)
    given = form.cleaned_data
    try:
        call = record_call(
            colleague,
            question,
            submission=given["submission"],
            reached=given["reached"],
            settled=Settled(given["settled"] or Settled.NOT_YET),
            now=timezone.now(),
        )
    except Refused as refusal:
        tell(request, refusal)
        return _show(request, colleague, question, calling=form)
    messages.success(request, _("The call is recorded."))
    if call.submission != given["submission"]:
        messages.warning(request, _("You sent this form before, filled in otherwise. Both calls are recorded."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@require_POST
@for_colleagues
def judge_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Keeps that this colleague judged the words of danger."""
    question = question_for(colleague, pk)
    form = JudgeForm(request.POST)
    if form.is_valid():
        outcome = Judgement(form.cleaned_data["outcome"] or Judgement.UNSAID)
        try:
            judge(
                colleague,
                question,
                seen=form.cleaned_data["seen"],
                outcome=outcome,
                now=timezone.now(),
                submission=form.cleaned_data["submission"],
            )
        except WrittenSince:
            messages.warning(
                request, _("The resident wrote again meanwhile. Read the new message and judge once more.")
            )
        except SomebodyWasFirst:
            messages.info(request, _("A colleague has judged this already."))
        else:
            messages.success(request, _("You have judged this. The question stands in its own place in the queue."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@require_POST
@for_colleagues
def close_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Ends a question that gets no answer."""
    question = question_for(colleague, pk)
    form: forms.Form = CloseForm(request.POST)
    if not form.is_valid():
        return _show(request, colleague, question, closing=form)  # type: ignore[arg-type]
    try:
        given = form.cleaned_data
        close(colleague, question, CloseReason(given["reason"]), timezone.now(), given["submission"])
    except Refused as refusal:
        tell(request, refusal)
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    messages.success(request, _("The question is closed."))
    return HttpResponseRedirect(reverse("desk_queue"))

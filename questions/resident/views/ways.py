"""Choosing another way to be answered, from within a chat."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.change_way import ask_for_call, leave_question, tell_by_mail
from questions.actions.refusals import Ended
from questions.expired_forms import refilled_by
from questions.resident import cookie
from questions.resident.chat_forms import CallMeForm, StopForm, TellForm, Ways
from questions.resident.forms import WriteForm
from questions.resident.views.conversation import no_conversation, show, show_expired


def _filled_in(request: HttpRequest) -> Ways:
    """Returns the three forms, of which the one that was sent holds what was typed."""
    wish = request.POST.get("do")
    return Ways(
        tell=TellForm(request.POST) if wish == "tell" else TellForm(),
        call=CallMeForm(request.POST) if wish == "call" else CallMeForm(),
        stop=StopForm(request.POST) if wish == "stop" else StopForm(),
    )


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the conversation with what was typed, after the token of the form was forged or missing."""
    return show_expired(request, WriteForm(), _filled_in(request))


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_way(request: HttpRequest) -> HttpResponse:
    """Changes the way of answering, for the holder of the question's own code, and leads back to the conversation."""
    now = timezone.now()
    question = cookie.own_question_from_cookie(request, now)
    if request.method == "POST" and cookie.question_from_cookie(request, now) is None:
        return no_conversation(request)
    if question is not None and request.method == "POST":
        ways = _filled_in(request)
        if ways.tell.errors or ways.call.errors:
            return show(request, question, WriteForm(), now, status=422, ways=ways)
        try:
            if ways.tell.is_bound:
                given = ways.tell.cleaned_data
                tell_by_mail(question, given["email"], now, given["submission"])
            elif ways.call.is_bound:
                ask_for_call(question, ways.call.contact(), now, ways.call.cleaned_data["submission"])
            elif ways.stop.is_valid():
                leave_question(question, now, ways.stop.cleaned_data["submission"])
        except Ended:
            # The conversation says so.
            pass
    return HttpResponseRedirect(reverse("resident:conversation"))

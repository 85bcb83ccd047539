"""Asking the translation server: for a message, and for the answer that a colleague is writing."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.keep_translation import keep_translation
from questions.actions.refusals import NotAllowed
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.drafts import Insertion, drafted
from questions.desk.question.forms import AnswerForm
from questions.desk.question.gone import typed_words_stay
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk.question.translation_panel import language_of_colleague
from questions.desk.translation_server import Fault, NotTranslated, may_translate, translate
from questions.models import Colleague, MachineTranslation, Question
from questions.permissions import may_answer

OWN = "own"
"""The button that puts one's own words back."""


def _say_why(request: HttpRequest, fault: Fault) -> None:
    """Adds a message that says why nothing was translated."""
    why = {
        Fault.DOWN: _("The translation server does not answer now. Try again later."),
        Fault.SLOW: _("The translation server takes too long. Try again later, or with a shorter text."),
        Fault.TOO_LONG: _("This text is too long for the translation server."),
        Fault.NONSENSE: _("The translation server gave something that is no translation."),
        Fault.FACT_LOST: _("A fact was lost in the translation. Take the facts out and put them in again afterwards."),
    }
    messages.warning(request, why[fault])


def _answering(values: dict[str, Any]) -> AnswerForm:
    return AnswerForm(initial=values)


@shown_again_as("answering", lambda posted, _question: _answering(drafted(posted, Insertion())))
@require_POST
@for_colleagues
@typed_words_stay
def translate_message(request: HttpRequest, colleague: Colleague, pk: int, number: int) -> HttpResponse:
    """Keeps the message in the colleague's language beside the original, or says why not.

    An answer that was being written comes along, and is shown again as it was.
    """
    question = get_readable_question(colleague, pk)
    message = question.messages.filter(number=number).first()
    if message is None:
        raise Http404
    language = language_of_colleague()
    if not may_translate(question):
        messages.warning(request, _("Words of this question may not be given to the translation server."))
    elif not MachineTranslation.objects.filter(message=message, language=language).exists():
        message.question = question
        try:
            text = translate(message.text(question.key_bytes), message.language, language)
            keep_translation(colleague, message, language=language, text=text, now=timezone.now())
        except NotTranslated as fault:
            _say_why(request, fault.fault)
        except NotAllowed as refusal:
            # It was handed over while the server was at work.
            add_refusal_message(request, refusal)
            return HttpResponseRedirect(reverse("desk_queue"))
    if "text" in request.POST:
        return show_question(request, colleague, question, answering=_answering(drafted(request.POST, Insertion())))
    return HttpResponseRedirect(f"{reverse('desk_question', args=[pk])}#m{number}")


@shown_again_as("answering", lambda posted, _question: _answering(drafted(posted, Insertion())))
@require_POST
@for_colleagues
@typed_words_stay
def translate_answer(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the answer form with what a computer made of the text, the colleague's own words beside it.

    Nothing is sent: the colleague reads it first. When there is no translation the form is as it was, and it says why.
    """
    question = get_readable_question(colleague, pk)
    if not may_answer(colleague, question):
        add_refusal_message(request, NotAllowed())
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    values = drafted(request.POST, Insertion())
    if request.POST.get("do") == OWN:
        values["text"] = values.pop("own_words", "") or values.get("text", "")
    else:
        _translate_text(request, question, values)
    return show_question(request, colleague, question, answering=_answering(values))


def _translate_text(request: HttpRequest, question: Question, values: dict[str, Any]) -> None:
    """Puts the translation in the place of the text and keeps the text beside it; leaves both when there is none."""
    text, source, target = str(values.get("text", "")), language_of_colleague(), str(values.get("language", ""))
    if not text.strip():
        messages.warning(request, _("Write an answer first."))
    elif target == source or target not in dict(settings.LANGUAGES):
        messages.warning(request, _("Choose first into which language: “Language of your answer”."))
    elif not may_translate(question):
        messages.warning(request, _("Words of this question may not be given to the translation server."))
    else:
        try:
            values["text"] = translate(text, source, target)
            values["own_words"] = text
        except NotTranslated as fault:
            _say_why(request, fault.fault)

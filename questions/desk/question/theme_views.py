"""Correcting the theme of a question from its page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.correct_theme import correct_theme
from questions.actions.refusals import NobodyAnswers, Refused, ThemeNotInUse
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk.question.theme_panel import NOBODY, NOT_IN_USE, ThemeForm
from questions.desk_choices import ThemeReason
from questions.models import Colleague
from questions.permissions import may_read


@shown_again_as("theming", lambda posted, question: ThemeForm(posted, question=question))
@require_POST
@for_colleagues
def correct_theme_of_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Corrects the theme; leads to the queue when the question is closed for this colleague from now on."""
    question = get_readable_question(colleague, pk)
    form = ThemeForm(request.POST, question=question)
    if not form.is_valid():
        return show_question(request, colleague, question, theming=form)
    theme, reason = form.cleaned_data["theme"], ThemeReason(form.cleaned_data["reason"])
    try:
        question = correct_theme(colleague, question, theme, reason, timezone.now())
    except (ThemeNotInUse, NobodyAnswers) as refusal:
        form.add_error("theme", NOBODY if isinstance(refusal, NobodyAnswers) else NOT_IN_USE)
        return show_question(request, colleague, question, theming=form)
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    if not may_read(colleague, question):
        messages.warning(
            request,
            _("Question %(reference)s stands under %(theme)s now. You do not answer that theme: it is closed to you.")
            % {"reference": question.reference, "theme": theme.name},
        )
        return HttpResponseRedirect(reverse("desk_queue"))
    messages.success(request, _("The question stands under %(theme)s now.") % {"theme": theme.name})
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

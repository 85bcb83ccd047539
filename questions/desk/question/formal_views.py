"""Passing a question on as objection, complaint or report under the Wmo."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.pass_on import pass_on
from questions.actions.refusals import Refused
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.formal_panel import PassOnForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk_choices import FormalKind
from questions.models import Colleague


@shown_again_as("passing_on", lambda posted, _question: PassOnForm(posted))
@require_POST
@for_colleagues
def pass_on_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Passes the question on and confirms the receipt; shows the form again without a kind or when it was refused."""
    question = get_readable_question(colleague, pk)
    form = PassOnForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, passing_on=form)
    given = form.cleaned_data
    try:
        matter = pass_on(
            colleague, question, FormalKind(given["kind"]), now=timezone.now(), submission=given["submission"]
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    messages.success(
        request,
        _("Passed on as: %(kind)s. The resident has a confirmation of receipt.") % {"kind": matter.get_kind_display()},
    )
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

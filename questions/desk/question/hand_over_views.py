"""Handing a question over from its page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.hand_over import hand_over
from questions.actions.refusals import NotForThem, Refused
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.hand_over_panel import GONE, HandOverForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.models import Colleague


@shown_again_as("handing", lambda posted, question: HandOverForm(posted, question=question))
@require_POST
@for_colleagues
def hand_over_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Hands the question over and leads back to the queue; shows the form again when it was refused."""
    question = get_readable_question(colleague, pk)
    form = HandOverForm(request.POST, question=question)
    if not form.is_valid():
        return show_question(request, colleague, question, handing=form)
    given, to = form.cleaned_data, form.receiver()
    try:
        hand_over(
            colleague,
            question,
            to,
            words=given["words"],
            now=timezone.now(),
            submission=given["submission"],
            of=given["of"],
        )
    except NotForThem:
        form.add_error("to", GONE)
        return show_question(request, colleague, question, handing=form)
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return show_question(request, colleague, question, handing=form)
    messages.success(request, _("Question %(reference)s is with %(who)s now.") % {
        "reference": question.reference, "who": to,
    })  # fmt: skip
    return HttpResponseRedirect(reverse("desk_queue"))

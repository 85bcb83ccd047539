"""Recording who follows up a worry, and planning when a question comes up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from questions.actions.plan_next import plan_next
from questions.actions.record_followed_up import record_followed_up
from questions.actions.refusals import Refused
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.plan_panel import PlanForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk.question.worry_panel import FollowedUpForm
from questions.desk_choices import FollowedUpBy
from questions.models import Colleague


@shown_again_as("following_up", lambda posted, _question: FollowedUpForm(posted))
@require_POST
@for_colleagues
def follow_up_worry(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Records who follows up the worry; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    form = FollowedUpForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, following_up=form)
    given = form.cleaned_data
    try:
        record_followed_up(
            colleague,
            question,
            FollowedUpBy(given["by"]),
            words=given["words"].replace("\r\n", "\n"),
            now=timezone.now(),
            submission=given["submission"],
        )
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return show_question(request, colleague, question, following_up=form)
    messages.success(request, _("It is recorded who follows up this worry."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))


@shown_again_as("planning", lambda posted, _question: PlanForm(posted, now=timezone.now()))
@require_POST
@for_colleagues
def plan_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Plans when the question comes up; shows the form again when it is filled in wrongly or was refused."""
    question = get_readable_question(colleague, pk)
    now = timezone.now()
    form = PlanForm(request.POST, now=now)
    if not form.is_valid():
        return show_question(request, colleague, question, planning=form)
    try:
        plan_next(colleague, question, form.due(), now=now, submission=form.cleaned_data["submission"])
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return show_question(request, colleague, question, planning=form)
    messages.success(request, _("The date is planned.") if form.due() else _("No date is planned any more."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

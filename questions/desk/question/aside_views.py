"""Setting a question aside from its page, taking it back, and the list of those that stand aside."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from questions.actions.exclude import exclude, include
from questions.actions.refusals import Refused
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.aside_panel import AsideForm, TakeBackForm
from questions.desk.question.aside_selectors import asides_of
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk_choices import ExclusionReason, TakeBackReason
from questions.models import Colleague

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD"])
@for_colleagues
def aside_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Lists the questions that stand aside and that this colleague may read, first those with a new message."""
    page = Paginator(asides_of(colleague), ON_A_PAGE).get_page(request.GET.get("p"))
    reasons = dict(ExclusionReason.choices)
    rows = [{"question": each, "reason": reasons.get(vars(each)["aside_reason"], "–")} for each in page]
    return render(request, "desk/aside.html", {"page": page, "rows": rows})


@shown_again_as("setting_aside", lambda posted, _question: AsideForm(posted))
@require_POST
@for_colleagues
def set_question_aside(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Sets the question aside with a reason; shows the form again when none was chosen."""
    question = get_readable_question(colleague, pk)
    form = AsideForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, setting_aside=form)
    given = form.cleaned_data
    try:
        exclude(colleague, question, ExclusionReason(given["reason"]), timezone.now(), given["submission"])
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return HttpResponseRedirect(reverse("desk_question", args=[pk]))
    messages.success(
        request, _("Question %(reference)s stands aside, out of the figures.") % {"reference": question.reference}
    )
    return HttpResponseRedirect(reverse("desk_queue"))


@shown_again_as("taking_back", lambda posted, _question: TakeBackForm(posted))
@require_POST
@for_colleagues
def take_question_back(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Takes the question back to its place, and into the figures; shows the form again when no reason was chosen."""
    question = get_readable_question(colleague, pk)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, taking_back=form)
    try:
        include(colleague, question, TakeBackReason(form.cleaned_data["reason"]), timezone.now())
    except Refused as refusal:
        add_refusal_message(request, refusal)
    else:
        messages.success(request, _("The question is back in its place, and in the figures."))
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

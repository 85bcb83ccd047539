"""Merging two questions, and taking them apart."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from questions.actions.merge import merge
from questions.actions.refusals import CannotMerge, MergeProblem, Refused
from questions.actions.unmerge import unmerge
from questions.desk.guard import add_refusal_message, for_colleagues, get_readable_question
from questions.desk.question.merge_candidates import candidates_for
from questions.desk.question.merge_forms import LAST, OTHER, MergeForm
from questions.desk.question.merged import ApartForm
from questions.desk.question.refill import shown_again_as
from questions.desk.question.screen import show_question
from questions.desk_choices import ApartReason
from questions.expired_forms import refilled_by
from questions.models import Colleague, Question
from questions.permissions import readable_by

WHY_NOT = {
    MergeProblem.ITSELF: gettext_lazy("This is the question itself. Choose another one."),
    MergeProblem.GONE: gettext_lazy("You can open no question with this reference."),
    MergeProblem.ENDED: gettext_lazy("One of the two has ended or stands aside. Open it again or take it back first."),
    MergeProblem.SOMEBODY_ELSES: gettext_lazy("A colleague has one of the two. Ask whether it can be yours first."),
    MergeProblem.OTHER_KIND: gettext_lazy("A worry about somebody else and a question stay two."),
    MergeProblem.FORMAL: gettext_lazy(
        "The one that would end was passed on as a formal matter. Let that one go on instead."
    ),
    MergeProblem.HOLDS_ANOTHER: gettext_lazy(
        "The one that would end holds another question already. Let that one go on instead."
    ),
    MergeProblem.LESS_CLOSED: gettext_lazy(
        "The one that would end is sensitive, and more colleagues may read the other. Let the sensitive one go on, or "
        "correct the theme of the other first."
    ),
    MergeProblem.ANSWER_UNDER_WAY: gettext_lazy(
        "An answer to the one that would end is still on its way to the resident. Try again when it is there, or let "
        "that one go on."
    ),
    MergeProblem.OTHER_PERSON: gettext_lazy(
        "Both left a mail address or a phone number, and none is the same: these are two people."
    ),
    MergeProblem.UNSURE: gettext_lazy(
        "Nothing shows for sure that one person asked both. Read them, and tick this only when you are sure."
    ),
    MergeProblem.LATER_FIRST: gettext_lazy("Another question was merged later. Take that one apart first."),
    MergeProblem.NOT_MERGED: gettext_lazy("These two are not merged."),
}


@for_colleagues
def refill_merge(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows the page with what was chosen, after the token of the form was forged or missing."""
    question = get_readable_question(colleague, pk)
    return _page(
        request, question, MergeForm(request.POST, candidates=candidates_for(colleague, question)), expired=True
    )


@refilled_by(refill_merge)
@require_http_methods(["GET", "HEAD", "POST"])
@for_colleagues
def merge_question(request: HttpRequest, colleague: Colleague, pk: int) -> HttpResponse:
    """Shows which questions may be the same; a POST makes one of two, or says at the field why not."""
    question = get_readable_question(colleague, pk)
    candidates = candidates_for(colleague, question)
    if request.method != "POST":
        return _page(request, question, MergeForm(candidates=candidates))
    form = MergeForm(request.POST, candidates=candidates)
    if not form.is_valid():
        return _page(request, question, form, status=422)
    given = form.cleaned_data
    other = readable_by(colleague).filter(reference=given["chosen"]).first()
    if other is None:
        form.add_error("reference", WHY_NOT[MergeProblem.GONE])
        return _page(request, question, form, status=422)
    survivor, ends = in_order(question, other, given["keep"])
    try:
        merge(colleague, survivor, ends, now=timezone.now(), sure=given["sure"], submission=given["submission"])
    except CannotMerge as refusal:
        form.add_error("sure" if refusal.problem is MergeProblem.UNSURE else "reference", WHY_NOT[refusal.problem])
        return _page(request, question, form, status=409)
    except Refused as refusal:
        add_refusal_message(request, refusal)
        return _page(request, question, form, status=409)
    messages.success(
        request,
        _("%(ends)s goes on in %(survivor)s. Nothing went from one resident's page to the other's.")
        % {"ends": ends.reference, "survivor": survivor.reference},
    )
    return HttpResponseRedirect(reverse("desk_question", args=[survivor.pk]))


def in_order(this: Question, other: Question, keep: str) -> tuple[Question, Question]:
    """Returns the question that goes on and the one that ends in it."""
    last = max(this, other, key=lambda question: (question.asked_at, question.pk))
    survivor = last if keep == LAST else other if keep == OTHER else this
    return survivor, other if survivor == this else this


def _page(
    request: HttpRequest, question: Question, form: MergeForm, *, status: int = 200, expired: bool = False
) -> HttpResponse:
    context = {"question": question, "form": form, "candidates": form.candidates, "expired_form": expired}
    return render(request, "desk/merge.html", context, status=status)


@shown_again_as("apart", lambda posted, _question: ApartForm(posted))
@require_POST
@for_colleagues
def unmerge_question(request: HttpRequest, colleague: Colleague, pk: int, other: int) -> HttpResponse:
    """Takes two questions apart that were merged by mistake; shows the form again when no reason was chosen."""
    question, merged = get_readable_question(colleague, pk), get_readable_question(colleague, other)
    form = ApartForm(request.POST)
    if not form.is_valid():
        return show_question(request, colleague, question, apart=form)
    try:
        unmerge(colleague, question, merged, ApartReason(form.cleaned_data["reason"]), timezone.now())
    except CannotMerge as refusal:
        messages.error(request, WHY_NOT[refusal.problem])
    except Refused as refusal:
        add_refusal_message(request, refusal)
    else:
        messages.success(request, _("%(reference)s is a question of its own again.") % {"reference": merged.reference})
    return HttpResponseRedirect(reverse("desk_question", args=[pk]))

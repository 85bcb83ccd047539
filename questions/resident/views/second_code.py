"""A code for somebody else, made and shown once or withdrawn by whoever opened the question with its own code."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from questions.actions.codes import spaced
from questions.actions.refusals import Ended
from questions.actions.second_code import make_second_code, withdraw_second_code
from questions.expired_forms import refilled_by
from questions.resident import cookie
from questions.resident.copies import address_in_parts
from questions.resident.forms import WriteForm
from questions.resident.second_code_form import SecondCodeForm
from questions.resident.views.conversation import show_expired


def refill(request: HttpRequest) -> HttpResponse:
    """Shows the conversation, after the token of the form was forged or missing. Nothing is made or withdrawn."""
    return show_expired(request, WriteForm())


@refilled_by(refill)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_code_page(request: HttpRequest) -> HttpResponse:
    """Answers with the code that was made, so that it stands in no address; leads back to the conversation otherwise.

    Nothing is done for a browser that opened the question with the code for somebody else.
    """
    now = timezone.now()
    question = cookie.own_question_from_cookie(request, now)
    back = HttpResponseRedirect(reverse("resident:conversation"))
    if question is None or request.method != "POST":
        return back
    if request.POST.get("do") == "withdraw":
        withdraw_second_code(question, now)
        return back
    form = SecondCodeForm(request.POST)
    form.is_valid()
    try:
        code = make_second_code(question, now, form.cleaned_data["submission"])
    except Ended:
        # The conversation says so.
        return back
    if not code:
        return back
    return render(
        request,
        "resident/second_code_made.html",
        {
            "question": question,
            "code": spaced(code),
            "come_back": address_in_parts(),
            "switch_path": reverse("resident:conversation"),
        },
    )

"""The screen of a question with a form as it was typed, after the token of that form was forged or missing."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict

from home.editing.refusals import View
from questions.desk.guard import for_colleagues, get_readable_question
from questions.desk.question.screen import show_question
from questions.expired_forms import refilled_by
from questions.models import Colleague, Question


def shown_again_as(name: str, filled: Callable[[QueryDict, Question], forms.Form]) -> Callable[[View], View]:
    """Decorates a view of the desk: nothing that was typed is lost with a token.

    `name` is the one by which the template knows the form, `filled` makes it of what was sent. Stands above every other
    decorator.
    """

    @for_colleagues
    def refill(request: HttpRequest, colleague: Colleague, pk: int, **_other: int) -> HttpResponse:
        question = get_readable_question(colleague, pk)
        return show_question(request, colleague, question, expired=True, **{name: filled(request.POST, question)})

    return refilled_by(refill)

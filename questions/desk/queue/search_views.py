"""Looking for words in open questions, or for one question by its reference."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from questions.actions.codes import parse_reference
from questions.desk.guard import for_colleagues
from questions.desk.queue.search import Search, look_for
from questions.desk.queue.search_form import SearchForm
from questions.expired_forms import refilled_by
from questions.models import Colleague
from questions.permissions import readable_by
from questions.privacy.access_log import record_search


@for_colleagues
def refill_search(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows the form with what was typed, after its token was forged or missing. Nothing was read."""
    return _page(request, SearchForm(initial={"words": request.POST.get("words", "")}), expired=True)


@refilled_by(refill_search)
@sensitive_post_parameters("words")
@sensitive_variables("form", "words")
@require_http_methods(["GET", "HEAD", "POST"])
@for_colleagues
def search_page(request: HttpRequest, colleague: Colleague) -> HttpResponse:
    """Shows in which open questions the words stand; a reference leads straight to its question.

    Writes down who searched, when, and how many questions were opened for it; the words are kept nowhere. It is no
    opening: no word of a question is shown here.
    """
    if request.method != "POST":
        return _page(request, SearchForm())
    form = SearchForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    words = form.cleaned_data["words"]
    reference = parse_reference(words)
    found = readable_by(colleague).filter(reference=reference).first() if reference else None
    if found is not None:
        return HttpResponseRedirect(reverse("desk_question", args=[found.pk]))
    search, now = Search([]), timezone.now()
    try:
        look_for(colleague, words, search)
    finally:
        record_search(colleague.user_id, search.read, now)
    return _page(request, form, search)


def _page(
    request: HttpRequest, form: SearchForm, search: Search | None = None, *, expired: bool = False
) -> HttpResponse:
    """Returns the page with the form and what was found; status 422 when the form is wrong."""
    context = {"searching": form, "search": search, "expired_form": expired}
    return render(request, "desk/search.html", context, status=422 if form.errors else 200)

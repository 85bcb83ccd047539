"""Taking votes and remarks: without token or cookie, and nothing of the sender is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from home.models import BasePage
from home.pages.closed import open_to_all
from home.pages.links import path_of
from home.same_origin import own_forms_only
from home.text.visible import says_something
from questions.feedback.forms import RemarkForm, VoteForm
from questions.feedback.models import Vote
from questions.feedback.writer import find_vote, record_remark, record_vote
from questions.privacy.slowdown import note_try, pause

PURPOSE = "vote-address"
FREE_PER_ADDRESS = 200
"""Within the window of questions/privacy/slowdown.py: a library shares one address."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@own_forms_only()
def vote_page(request: HttpRequest) -> HttpResponse:
    """Counts a vote and asks for a remark; 429 after too many votes from one address.

    Raises Http404 for a page that is not open to everybody, and for a form that is filled in wrongly.
    """
    if request.method != "POST":
        return _first_page()
    form = VoteForm(request.POST)
    if not form.is_valid():
        raise Http404
    page = page_that_was_read(form.cleaned_data["page"])
    if page is None:
        raise Http404
    now = timezone.now()
    address = request.META.get("REMOTE_ADDR", "")
    if pause(PURPOSE, address, FREE_PER_ADDRESS, now):
        return _too_fast(request)
    note_try(PURPOSE, address, now)
    given = record_vote(page, form.is_helpful, f"{address} {request.headers.get('User-Agent', '')}", now)
    words = RemarkForm(initial={"vote": given.uid}).ask_after(given.helpful)
    return _thanks(request, given, {"form": words})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@own_forms_only()
def remark_page(request: HttpRequest) -> HttpResponse:
    """Keeps the remark that goes with a vote; 422 for one that is too long, 429 after too many from one address."""
    if request.method != "POST":
        return _first_page()
    now = timezone.now()
    form = RemarkForm(request.POST)
    given = find_vote(request.POST.get("vote", ""), now)
    if given is None:
        # Too late, or already gone with its page: nothing that somebody can put right.
        return _thanks(request, None, {"done": True})
    form.ask_after(given.helpful)
    if not form.is_valid():
        return _thanks(request, given, {"form": form}, status=422)
    address = request.META.get("REMOTE_ADDR", "")
    if pause(PURPOSE, address, FREE_PER_ADDRESS, now):
        return _too_fast(request)
    note_try(PURPOSE, address, now)
    text = form.cleaned_data["text"].strip()
    also = says_something(text) and record_remark(given, text, now)
    return _thanks(request, given, {"done": True, "remark": text, "also": also})


def page_that_was_read(number: int) -> Page | None:
    """Returns the page whose text the reader saw: this page, or the one that it shows in place of a translation.

    None when there is no such page, or when it is not open to everybody.
    """
    page = open_to_all(Page.objects.live()).filter(pk=number).select_related("alias_of").first()
    if page is None or not issubclass(page.specific_class or Page, BasePage):
        return None
    return page.alias_of or page


def _thanks(request: HttpRequest, given: Vote | None, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Returns the page with thanks; to the script that stays on the page it came from, only its main part."""
    context["back"] = _address(given.page) if given else ""
    if request.headers.get("X-Part"):
        return render(request, "feedback/words.html", context | {"level": "h2", "back": ""}, status=status)
    return render(request, "feedback/thanks.html", context, status=status)


def _address(page: Page) -> str:
    """Returns the address of the page in the language of the reader."""
    versions = Page.objects.filter(translation_key=page.translation_key, live=True)
    return path_of(versions.filter(locale__language_code=translation.get_language()).first() or page)


def _too_fast(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def _first_page() -> HttpResponse:
    """Returns a redirect to the first page, for somebody who comes back to an address without a form."""
    return HttpResponseRedirect(f"/{translation.get_language()}/")

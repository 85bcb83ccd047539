"""The view of the search, `/<lang>/zoeken/`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from home.languages import current_code
from home.search.selectors import LONGEST_QUERY, NOTHING, find, single_words
from home.text.visible import in_one_line


def asked_in(request: HttpRequest) -> str:
    """Returns the query that was typed, in one line; characters that cannot be printed become spaces."""
    return in_one_line(request.GET.get("q", ""))


@never_cache  # what somebody looked for stays in no cache, not even in that of a shared computer
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Shows the search form; with a query also the pages it found, and if there are none, words that some page has."""
    query = asked_in(request)
    too_long = len(query) > LONGEST_QUERY
    language = current_code()
    found = NOTHING if too_long else find(query, language)
    context = {
        "query": query[:LONGEST_QUERY],
        "asked": "q" in request.GET,
        "too_long": too_long,
        "found": found,
        "more": found.total - len(found.hits),
        "hints": [] if too_long or found.total else single_words(query, language),
        "longest": LONGEST_QUERY,
    }
    return render(request, "home/search.html", context)

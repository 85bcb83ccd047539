"""The view of the list of hard words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.cache.middleware import only_read
from home.glossary.selectors import all_words
from home.languages import current_code


@require_safe
@only_read
def hard_words_page(request: HttpRequest) -> HttpResponse:
    """Shows all hard words with their explanations."""
    return render(request, "home/hard_words.html", {"terms": all_words(current_code())})

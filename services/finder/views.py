"""The finder: one question at a time. The answers are in the path; nothing is stored."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.cache.middleware import only_read
from home.languages import current_code
from home.pages.alternates import alternates_of_path
from home.translation.machine_words import MACHINE
from services.facts.models import facts_by_slug
from services.finder import presenters
from services.finder.files import finder_rules, finder_words, folder
from services.finder.rules import DANGER, Ending, FinderQuestion, Position, walk
from services.finder.words import ending_text
from services.themes.selectors import themes_for_asking

ALONE = "self"


@require_safe
@only_read
def finder_page(request: HttpRequest, answers: str = "") -> HttpResponse:
    """Shows the question that follows on these answers, or who helps; status 404 for answers that do not exist."""
    language = current_code()
    themes = {theme.slug: theme for theme in themes_for_asking(language)}
    rules = finder_rules(folder()).narrowed(list(themes))
    finder = presenters.Finder(finder_words(folder()), themes, language)
    place = walk(rules.first, answers.split("/") if answers else [])
    context = _shared_context(finder, place)
    if place.lost:
        response = render(request, "services/finder/lost.html", context, status=404)
    elif isinstance(place.at, FinderQuestion):
        response = render(
            request, "services/finder/question.html", context | _question_context(finder, place, place.at)
        )
    else:
        danger = place.at == rules.first.leads_to[DANGER]
        response = render(
            request, "services/finder/ending.html", context | _ending_context(finder, place, place.at, danger)
        )
    if place.given or place.lost:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def _shared_context(finder: presenters.Finder, place: Position) -> dict[str, Any]:
    """Returns the context that every page of the finder needs."""
    theme = finder.theme_of(place)
    ending_is_sensitive = isinstance(place.at, Ending) and place.at.sensitive
    return {
        "title": finder.title(place.at),
        "here": finder.address(*place.answers),
        "start": finder.address(),
        "trail": finder.trail(place.given),
        "theme": theme,
        "sensitive": ending_is_sensitive or bool(theme and theme.sensitive),
    }


def _question_context(finder: presenters.Finder, place: Position, question: FinderQuestion) -> dict[str, Any]:
    return {
        "hint": finder.hint(question),
        "choices": finder.choices(place, question),
        "danger": finder.danger(place),
        "number": presenters.number_of(place),
        "at_most": presenters.at_most(place),
        "previous": finder.address(*place.answers[:-1]) if place.given else "",
    }


def _ending_context(finder: presenters.Finder, place: Position, ending: Ending, danger: bool) -> dict[str, Any]:
    facts = facts_by_slug()
    theme = finder.theme_of(place)
    alone = ending.weight == ALONE and theme is not None
    return {
        "why": ending_text(finder.words, finder.language, ending, "why"),
        "step": ending_text(finder.words, finder.language, ending, "step"),
        "weight": ending.weight,
        "danger": danger,
        "main": [finder.helper(helper, facts) for helper in ending.main],
        "also": [finder.helper(helper, facts) for helper in ending.also],
        "pages": presenters.pages_of(ending.pages, finder.language),
        "steps_page": presenters.theme_page(theme.slug, finder.language) if alone and theme else None,
        "previous": finder.address(*place.answers[:-1]),
        # Said where the advice stands, as on a page; never before a number to call.
        "translation_state": MACHINE if finder.words.made_by_machine(finder.language) and not danger else "",
        "alternates": alternates_of_path(finder.address(*place.answers)),
    }

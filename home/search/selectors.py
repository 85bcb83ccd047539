"""Finds the pages for what somebody typed."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.closed import open_to_all
from home.pages.reserved_slugs import TOP_LEVEL
from home.pages.selectors import load_pages
from home.search.models import SearchEntry
from home.text.normalise import asked_words, begins_a_word, is_a_word, words_of

LONGEST_QUERY = 200
MOST_SHOWN = 20
MOST_HINTS = 4
SHORTEST_HINT = 3
COMMON = 0.3
"""A word on more than this share of the pages is no help: *not*, *can*."""

# Title above summary above the rest of the page; a whole word above the beginning of one.
IN_TITLE, BEGINS_IN_TITLE, IN_SUMMARY, BEGINS_IN_SUMMARY, IN_BODY = 1000, 800, 30, 20, 1
STEP = 4
"""Characters of a Wagtail path per level of the tree."""


@dataclass(frozen=True)
class SearchHit:
    """A page that was found, and the pages above it, which show where it stands."""

    page: BasePage
    place: list[BasePage]


@dataclass(frozen=True)
class SearchResult:
    """How many pages a search found, and the best of them."""

    total: int
    hits: list[SearchHit]


NOTHING = SearchResult(0, [])


def find(query: str, language: str) -> SearchResult:
    """Returns the published pages in this language that hold every word of the query, the best first.

    Stores nothing of the query.
    """
    words = asked_words(query)
    if not words:
        return NOTHING
    entries = _entries(language)
    for word in words:
        entries = entries.filter(_holds(f" {word}"))
    rows = entries.values_list("page__path", "title", "summary")
    # The same number of points: in the order of the tree.
    scored = sorted((-score_of(words, title, summary), path) for path, title, summary in rows)
    return SearchResult(len(scored), _hits([path for _score, path in scored[:MOST_SHOWN]]))


def single_words(query: str, language: str) -> list[str]:
    """Returns the words of a query that are on some page, the rarest first: for when no page holds all of them.

    Short words and common ones are left out.
    """
    asked = {word: " " + asked_words(word)[0] for word in words_of(query) if len(word) >= SHORTEST_HINT}
    if not asked:
        return []
    holding = {f"word{place}": Count("pk", filter=_holds(start)) for place, start in enumerate(asked.values())}
    counts = _entries(language).aggregate(pages=Count("pk"), **holding)
    most = counts.pop("pages") * COMMON
    found = sorted((count, word) for word, count in zip(asked, counts.values(), strict=True) if 0 < count <= most)
    return [word for _count, word in found[:MOST_HINTS]]


def _entries(language: str) -> QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(language=language, page__in=open_to_all(Page.objects.live()))


def _holds(start: str) -> Q:
    return Q(title__contains=start) | Q(summary__contains=start) | Q(body__contains=start)


def score_of(words: list[str], title: str, summary: str) -> int:
    """Returns the score of a page that holds all these words: the sum of their points, each for its best place."""
    return sum(_score(word, title, summary) for word in words)


def _score(word: str, title: str, summary: str) -> int:
    if begins_a_word(word, title):
        return IN_TITLE if is_a_word(word, title) else BEGINS_IN_TITLE
    if begins_a_word(word, summary):
        return IN_SUMMARY if is_a_word(word, summary) else BEGINS_IN_SUMMARY
    return IN_BODY


def _hits(best: list[str]) -> list[SearchHit]:
    """Returns the pages at these paths, in this order, with the pages above them."""
    above = {path: _paths_above(path) for path in best}
    needed = {part for path, parts in above.items() for part in [path, *parts]}
    known = {page.path: page for page in load_pages(Page.objects.live().filter(path__in=needed))}
    return [
        SearchHit(known[path], [known[part] for part in above[path] if part in known]) for path in best if path in known
    ]


def _paths_above(path: str) -> list[str]:
    """Returns the paths of the pages between the home page and this one."""
    return [path[:end] for end in range(TOP_LEVEL * STEP, len(path), STEP)]

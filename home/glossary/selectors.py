"""The hard words of the glossary, read from their rows, and those of one page."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from home.cache.generation import cached_until_published
from home.glossary.models import GlossaryTerm
from home.glossary.rules import Glossary, Term, linked
from home.languages import source_code


@cached_until_published
def glossary_in(language: str) -> Glossary:
    """Returns the hard words that are explained in this language; one whose explanation is still Dutch is left out."""
    rows = list(GlossaryTerm.objects.filter(locale__language_code=language))
    dutch = _dutch_explanations() if language != source_code() else {}
    return Glossary.of(
        language, [_term(row, language) for row in rows if row.explanation != dutch.get(row.translation_key)]
    )


def all_words(language: str) -> list[Term]:
    """Returns every hard word for a reader of this language: first those explained in it, then the rest in Dutch."""
    own = {term.slug: term for term in glossary_in(language).terms}
    found = [own.get(term.slug, term) for term in glossary_in(source_code()).terms]
    extra = [term for slug, term in own.items() if slug not in {each.slug for each in found}]
    return sorted([*found, *extra], key=lambda term: (term.lang != language, term.term.casefold()))


def with_hard_words(html: str, lang: str, request: HttpRequest | None) -> str:
    """Returns the HTML with hard words that lead to the list at the end of the page; unchanged without a request."""
    return html if request is None else linked(html, lang, glossary_in, words_of(request))


def words_of(request: Any) -> dict[str, Term]:
    """Returns the hard words that the page of this request has so far, by their slug."""
    found: dict[str, Term] = request.__dict__.setdefault("hard_words", {})
    return found


def _term(row: GlossaryTerm, language: str) -> Term:
    return Term(row.slug, row.term, row.written, row.explanation, language)


def _dutch_explanations() -> dict[UUID, str]:
    rows = GlossaryTerm.objects.filter(locale__language_code=source_code())
    return dict(rows.values_list("translation_key", "explanation"))

"""Facts in the answers of colleagues: stored as `{fact:name}`, and filled in whenever somebody reads the answer.

An answer is sealed and nobody can correct it afterwards, so it holds the name of a fact and not its value: somebody who
reads it next month reads the number that holds then, and that it changed since the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from home.languages import day_in_words
from home.text.facts import FACT, named_in
from home.text.numbers_in_order import numbers_in_order
from home.text.own_addresses import with_own_links
from services.facts.models import Fact, facts_by_slug


@dataclass(frozen=True)
class FactChoice:
    """A fact that a colleague can put into an answer."""

    slug: str
    label: str
    value: str


def choices() -> list[FactChoice]:
    """Returns every fact except examples, sorted by label."""
    facts = [fact for fact in facts_by_slug().values() if not fact.sample]
    return [FactChoice(fact.slug, fact.label, fact.as_text()) for fact in sorted(facts, key=lambda fact: fact.label)]


def placeholder(slug: str) -> str:
    """Returns the text by which an answer names a fact: `{fact:name}`."""
    return f"{{fact:{slug}}}"


def unknown_in(text: str) -> list[str]:
    """Returns the names in a text that are no fact, or one that is an example, sorted."""
    known = {choice.slug for choice in choices()}
    return sorted(named_in([text]) - known)


def answer_html(text: str, language: str) -> SafeString:
    """Returns an answer as HTML, with the present values of its facts written as `language` does.

    An address of a page of our own site is a link.
    """
    facts = facts_by_slug()
    parts = FACT.split(text)
    with translation.override(language):
        read = [
            _printed(facts.get(part)) if number % 2 else with_own_links(part, numbers_in_order)
            for number, part in enumerate(parts)
        ]
    return mark_safe("".join(read))  # noqa: S308 (escaped, and facts escape themselves)


def answer_text(text: str, language: str) -> str:
    """Returns an answer without markup, with the present values of its facts written as `language` does."""
    facts = facts_by_slug()
    parts = FACT.split(text)
    with translation.override(language):
        read = [_as_text(facts.get(part)) if number % 2 else part for number, part in enumerate(parts)]
    return "".join(read)


def changed_since(text: str, at: datetime, language: str) -> list[SafeString]:
    """Returns a sentence, in the language of the request, for each fact that changed after the answer was sent."""
    return [
        _change_sentence(fact, language)
        for fact in _facts_in(text)
        if fact.changed_at is not None and fact.changed_at > at
    ]


def _facts_in(text: str) -> Iterator[Fact]:
    facts = facts_by_slug()
    return (facts[slug] for slug in dict.fromkeys(FACT.findall(text)) if slug in facts)


def _change_sentence(fact: Fact, language: str) -> SafeString:
    day = day_in_words(timezone.localtime(fact.changed_at).date())
    with translation.override(language):
        value = fact.as_html(links=False)
    sentence = conditional_escape(_("Changed on %(day)s, after this answer: %(fact)s"))
    return mark_safe(sentence % {"day": conditional_escape(day), "fact": value})  # noqa: S308 (all three are escaped)


def _as_text(fact: Fact | None) -> str:
    return fact.as_text() if fact is not None else _("(no longer known)")


def _printed(fact: Fact | None) -> str:
    return fact.as_html() if fact is not None else format_html('<em class="fact">{}</em>', _("(no longer known)"))

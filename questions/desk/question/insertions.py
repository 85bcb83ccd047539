"""What a colleague can put into an answer besides facts: a text that stands ready, and the address of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from home.pages.closed import open_to_all
from home.search.selectors import find
from questions.models import CannedAnswer, Question

MOST_PAGES = 8


@dataclass(frozen=True)
class CannedGroup:
    """The texts that stand ready in one language, those of the theme of the question first."""

    language: str
    label: str
    answers: Sequence[CannedAnswer]


@dataclass(frozen=True)
class FoundPage:
    """A page of the site that can be linked to."""

    pk: int
    title: str
    place: str


def canned_groups(question: Question, language: str) -> list[CannedGroup]:
    """Returns the texts for the theme of this question and for every theme, by language; `language` comes first."""
    theme, names = question.effective_theme, dict(settings.LANGUAGES)
    found = CannedAnswer.objects.filter(Q(theme=theme) | Q(theme__isnull=True), active=True).defer("text")
    by_language: dict[str, list[CannedAnswer]] = {code: [] for code in [language, *names]}
    for each in found.order_by("name", "pk"):
        by_language.setdefault(each.language, []).append(each)
    return [
        CannedGroup(code, str(names.get(code, code)), sorted(answers, key=lambda each: each.theme_id is None))
        for code, answers in by_language.items()
        if answers
    ]


def canned_text(question: Question, pk: str) -> str:
    """Returns the text that stands ready under this number; empty when it is not, or not any more."""
    if not pk.isdecimal() or len(pk) > 9:
        return ""
    theme = question.effective_theme
    usable = CannedAnswer.objects.filter(Q(theme=theme) | Q(theme__isnull=True), active=True)
    return usable.filter(pk=int(pk)).values_list("text", flat=True).first() or ""


def pages_found(words: str, language: str) -> list[FoundPage]:
    """Returns the pages that are public in this language and hold all of the words, the best first."""
    hits = find(words, language).hits[:MOST_PAGES]
    return [FoundPage(hit.page.pk, hit.page.title, " › ".join(above.title for above in hit.place)) for hit in hits]


def page_line(pk: str) -> str:
    """Returns title and address of this page, as they stand in an answer; empty when it is not public."""
    if not pk.isdecimal() or len(pk) > 9:
        return ""
    page = open_to_all(Page.objects.live()).filter(pk=int(pk)).first()
    parts = page.get_url_parts() if page else None
    return f"{page.title}: {settings.BASE_URL}{parts[2]}" if page and parts and parts[2] else ""

"""An answer that is still being written: what the buttons beside it put in, and how the resident will read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils.safestring import SafeString

from home.languages import source_code
from questions.desk.question.insertions import FoundPage, canned_text, page_line, pages_found
from questions.models import Question
from services.facts.in_answers import answer_html, placeholder, unknown_in

INSERT, PREVIEW, CANNED, FIND, LINK = "insert", "preview", "canned", "find", "link"
# Fields of the tools and of the page: they are no part of the answer.
OF_TOOLS = frozenset({"do", "csrfmiddlewaretoken", "then", "counter", "fact", "canned", "page_words"})


@dataclass(frozen=True)
class Insertion:
    """What a button puts into an answer: text, the facts in it that are gone, and the pages that were found.

    `looked` says whether pages were asked for, so that an empty list can be told.
    """

    text: str = ""
    missing: list[str] = field(default_factory=list)
    pages: list[FoundPage] = field(default_factory=list)
    looked: bool = False


def is_draft(posted: QueryDict) -> bool:
    """Returns whether the button that was pressed helps to write or previews, and so sends nothing."""
    return _pressed(posted)[0] in (INSERT, PREVIEW, CANNED, FIND, LINK)


def _pressed(posted: QueryDict) -> tuple[str, str]:
    """Returns which button it was, and what stands behind the colon in it: the number of a page that was found."""
    button, _colon, more = str(posted.get("do", "")).partition(":")
    return button, more


def insertion(posted: QueryDict, question: Question) -> Insertion:
    """Returns what the button that was pressed puts in."""
    button, more = _pressed(posted)
    if button == INSERT:
        slug = str(posted.get("fact", "")).strip()
        return Insertion(placeholder(slug) if slug and not unknown_in(placeholder(slug)) else "")
    if button == CANNED:
        text = canned_text(question, str(posted.get("canned", "")))
        return Insertion(text, unknown_in(text))
    if button == LINK:
        return Insertion(page_line(more))
    if button == FIND:
        words = str(posted.get("page_words", ""))
        return Insertion(pages=pages_found(words, _language(posted)), looked=True)
    return Insertion()


def drafted(posted: QueryDict, put_in: Insertion) -> dict[str, Any]:
    """Returns everything that was typed, with what was put in at the end of the text."""
    values: dict[str, Any] = {name: posted.get(name, "") for name in posted if name not in OF_TOOLS}
    if put_in.text:
        gap = "\n\n" if "\n" in put_in.text or len(put_in.text) > 100 else " "
        values["text"] = f"{str(values.get('text', '')).rstrip()}{gap}{put_in.text}".lstrip()
    return values


def as_read(values: Mapping[str, Any]) -> SafeString:
    """Returns the answer as the resident will read it, in the source language when its own is unknown."""
    return answer_html(str(values.get("text", "")), _language(values))


def _language(values: Mapping[str, Any]) -> str:
    language = str(values.get("language", ""))
    return language if language in dict(settings.LANGUAGES) else source_code()

"""Texts of a page as HTML for one reader: facts filled in, links in the reader's language, Dutch marked as Dutch."""

import re

from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.template import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText, expand_db_html

from home.files.document_links import with_type_and_size
from home.glossary.selectors import with_hard_words
from home.languages import TextInLanguage, current_code, direction, source_code
from home.pages.base import BasePage
from home.text.facts import FACT, facts_of, filled
from home.text.first_sentence import first_piece, first_sentence
from home.text.foreign_words import marked_foreign
from home.text.rich_text import cleaned
from home.text.running_text import text_elements, text_key

_DOOR_LINK = re.compile(r'(<a\b[^>]*\bhref=")/([a-z]{2,3})/')
_ANCHOR = re.compile(r"</?a\b[^>]*>")


def printed(
    page: BasePage,
    name: str,
    *,
    request: HttpRequest | None = None,
    context: Context | None = None,
    links: bool = True,
) -> SafeString:
    """Returns a field of a page as HTML, for the reader of this request; without links when `links` is false."""
    field = page._meta.get_field(name)
    value = getattr(page, name)
    if not value:
        return SafeString("")
    if not isinstance(field, StreamField | RichTextField):
        return _plain(page, str(value), request, links, always_source=name in page.SOURCE_LANGUAGE_FIELDS)
    html = _blocks(value, context) if isinstance(field, StreamField) else cleaned(expand_db_html(value))
    return _page_html(page, html, request, links)


def _blocks(value: StreamValue, context: Context | None) -> str:
    return str(value.render_as_block(context=None if context is None else context.flatten()))


def printed_part(page: BasePage, value: RichText | str, *, request: HttpRequest | None = None) -> SafeString:
    """Returns one value of a stream (rich text or plain text) as HTML, for a template that prints it by itself."""
    if not value:
        return SafeString("")
    if not isinstance(value, RichText):
        return _plain(page, value, request, True, always_source=False)
    return _page_html(page, cleaned(expand_db_html(value.source)), request, True)


def _page_html(page: BasePage, html: str, request: HttpRequest | None, links: bool) -> SafeString:
    """Returns the running text of a page after all steps, with texts in another language marked as such."""
    own = page.locale.language_code
    if page.words_language == own and page.borrowed:
        html = _marked_leaves(html, set(page.borrowed))
    html = _with_links_and_facts(html, request, links)
    if links:
        html = with_hard_words(html, page.words_language, request)
    if page.words_language != own:
        html = _wrapped("div", html, page.words_language)
    html = marked_foreign(html, own)
    return mark_safe(html)  # noqa: S308 (rich text is cleaned above)


def marked(value: str) -> SafeString:
    """Returns a text as HTML; a TextInLanguage in another language than the reader's is wrapped in its `lang`."""
    escaped = conditional_escape(value)
    lang = getattr(value, "lang", "")
    if not value or not lang or lang == current_code():
        return SafeString(escaped)
    return _wrapped("span", escaped, lang)


def printed_first_sentence(page: BasePage, name: str, *, request: HttpRequest | None = None) -> SafeString:
    """Returns the first sentence of a rich text as HTML without links; empty when there is none."""
    piece = first_piece(getattr(page, name))
    return _in_language(page, first_sentence(piece), page.language_of(piece), request, False)


def _plain(page: BasePage, text: str, request: HttpRequest | None, links: bool, *, always_source: bool) -> SafeString:
    return _in_language(page, text, source_code() if always_source else page.language_of(text), request, links)


def _in_language(page: BasePage, text: str, lang: str, request: HttpRequest | None, links: bool) -> SafeString:
    html = _with_links_and_facts(conditional_escape(text), request, links)
    if lang == page.locale.language_code:
        return mark_safe(marked_foreign(html, lang))  # noqa: S308 (escaped above)
    return _wrapped("span", html, lang)


def _with_links_and_facts(html: str, request: HttpRequest | None, links: bool) -> str:
    """Returns the HTML after the steps that every printed text goes through: links of doors, documents, facts."""
    html = _DOOR_LINK.sub(lambda match: f"{match[1]}/{current_code()}/", html)
    html = with_type_and_size(html) if links else _ANCHOR.sub("", html)
    return filled(html, facts_of(request), links=links) if FACT.search(html) else html


def _marked_leaves(html: str, borrowed: set[str]) -> str:
    """Returns the HTML with `lang` on each element whose text is still in the source language."""
    soup = BeautifulSoup(html, "html.parser")
    code = source_code()
    for leaf in text_elements(soup):
        if text_key(leaf.get_text()) in borrowed:
            leaf["lang"], leaf["dir"] = code, direction(code)
    return str(soup)


def _wrapped(tag: str, html: str, lang: str) -> SafeString:
    return format_html(
        '<{} lang="{}" dir="{}">{}</{}>',
        tag,
        lang,
        direction(lang),
        mark_safe(html),  # noqa: S308 (both callers hand over finished HTML)
        tag,
    )


def in_language_of(page: BasePage, text: str) -> TextInLanguage:
    """Returns a text of this page as a TextInLanguage."""
    return TextInLanguage(text, page.language_of(text))

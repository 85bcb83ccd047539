"""Makes addresses of our own site in a plain text into links. Those of others stay text. Pure but for one setting."""

import re
from collections.abc import Callable

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# What ends a sentence or closes a bracket behind an address is no part of it.
_REST = r"/(?:[^\s<>\"'{}]*[^\s<>\"'{}.,;:!?)\]»”])?"


def with_own_links(text: str, written: Callable[[str], SafeString]) -> SafeString:
    """Returns the plain text as HTML with links to pages of our own; `written` makes HTML of what stands in between."""
    if not settings.BASE_URL or settings.BASE_URL not in text:
        return written(text)
    parts: list[str] = []
    at = 0
    for found in re.finditer(re.escape(settings.BASE_URL) + _REST, text):
        link = format_html('<a href="{}" dir="ltr">{}</a>', found[0].removeprefix(settings.BASE_URL), found[0])
        parts += [written(text[at : found.start()]), link]
        at = found.end()
    return mark_safe("".join([*parts, written(text[at:])]))  # noqa: S308 (every part is escaped)

"""A link to a document says what it leads to: which type of file, and how large, in the reader's language."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from home.files.contents import ending
from home.languages import current_code, direction

_LINK = re.compile(r'(<a\b[^>]*\bhref="/documenten/(\d+)/[^"]*"[^>]*>)(.*?)(</a>)', re.DOTALL)


def with_type_and_size(html: str) -> str:
    """Returns the HTML with type and size inside every link to a document; one query for all, none without any."""
    numbers = {int(match[2]) for match in _LINK.finditer(html)}
    if not numbers:
        return html
    told = {found.pk: _type_and_size(found.filename, found.get_file_size()) for found in _documents(numbers)}
    return _LINK.sub(lambda match: f"{match[1]}{match[3]}{told.get(int(match[2]), '')}{match[4]}", html)


def _documents(numbers: set[int]) -> Iterable[Any]:
    found: Iterable[Any] = get_document_model().objects.filter(pk__in=numbers)
    return found


def size_in_words(size: int) -> str:
    """Returns a size in bytes as kB (of 1,000, rounded up) or, from a million bytes on, as MB with one decimal."""
    if size < 1_000_000:
        return _("%(number)s kB") % {"number": number_format(max(1, -(-size // 1000)))}
    return _("%(number)s MB") % {"number": number_format(round(size / 1_000_000, 1), decimal_pos=1)}


def _type_and_size(name: str, size: int | None) -> SafeString:
    kind = format_html('<bdi dir="ltr">{}</bdi>', ending(name))
    # Translators: what a link to a document leads to, as in (pdf, 120 kB).
    words = _("(%(type)s, %(size)s)") % {"type": "{}", "size": "{}"} if size else "({})"
    inside = format_html(words, kind, size_in_words(size)) if size else format_html(words, kind)
    code = current_code()
    return format_html(' <span lang="{}" dir="{}">{}</span>', code, direction(code), inside)

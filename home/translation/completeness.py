"""Whether a translation has every sentence, fact and link of its Dutch page, and what is missing, by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.pages.base import BasePage
from home.text.facts import named_in
from home.text.running_text import texts_in
from home.translation.source_versions import untranslated
from home.translation.strings import refused

_LINKS = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)


@dataclass(frozen=True)
class Missing:
    """A sentence, field or fact of the Dutch page, and what is wrong with its translation."""

    dutch: str
    why: str


class NotWhole(Exception):
    """Raised when a translation cannot be confirmed because something is missing in it."""

    def __init__(self, missing: list[Missing]) -> None:
        self.missing = missing
        super().__init__("; ".join(f"{each.dutch}: {each.why}" for each in missing))


def translation_of(page: BasePage) -> Translation | None:
    """Returns the translation by sentences that this page is made from; None when it was written as a page."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return found.select_related("source", "target_locale").first()


def missing_in(page: BasePage) -> list[Missing]:
    """Returns what the Dutch page has and this translated page lacks."""
    translation = translation_of(page)
    if translation is not None:
        return list(sentences_missing(translation))
    source = page.source_version
    return list(_parts_missing(source, page)) if source is not None else []


def sentences_missing(translation: Translation) -> Iterator[Missing]:
    """Yields the sentences without an accepted translation, of a page or of a snippet, in order."""
    reasons = dict(refused(translation))
    segments: Any = untranslated(translation).select_related("string").order_by("order")
    segment: StringSegment
    for segment in segments:
        dutch = segment.string.as_value().render_text()
        yield Missing(dutch, reasons.get(dutch) or _("This sentence is not translated yet."))


def _parts_missing(source: BasePage, page: BasePage) -> Iterator[Missing]:
    """Yields the empty fields and the missing facts and links of a translation that was written as a page."""
    asked, given = _texts(source), _texts(page)
    for name in asked:
        if name not in given:
            yield Missing(_label(source, name), _("This part is empty."))
    for slug in sorted(named_in(_flat(asked)) - named_in(_flat(given))):
        yield Missing(f"{{fact:{slug}}}", _("This fact is not on the page."))
    for name, texts in asked.items():
        links, own = (_LINKS.findall("".join(found)) for found in (texts, given.get(name, [])))
        if name in given and len(own) < len(links):
            words = ", ".join("".join(texts_in(f"<p>{link}</p>")) for link in links)
            yield Missing(
                _label(source, name), _("There are fewer links than in Dutch. In Dutch: %(words)s") % {"words": words}
            )


def _texts(page: BasePage) -> dict[str, list[str]]:
    """Returns the texts of a page, with their links, by the field they stand in."""
    found: dict[str, list[str]] = {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            found.setdefault(segment.path.split(".")[0], []).append(segment.string.data)
    return found


def _flat(texts: dict[str, list[str]]) -> list[str]:
    return [text for each in texts.values() for text in each]


def _label(page: BasePage, name: str) -> str:
    return str(page._meta.get_field(name).verbose_name)  # type: ignore[union-attr]

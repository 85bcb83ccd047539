"""Brings the texts of an earlier version of a translated page back as its translations."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.text.running_text import text_key

_ID = re.compile(r'(<a\b[^>]*\bid=")([^"]+)(")')


@dataclass
class Restored:
    """How many texts came back, and for how many the present Dutch page has no place."""

    texts: int = 0
    gone: int = 0


@transaction.atomic
def restore_translation(translation: Translation, revision: Revision, user: Any) -> Restored:
    """Brings the texts of this revision back into the translation, and publishes nothing. Returns how many.

    A field or block in which the Dutch page has more or fewer texts than then keeps its present texts.
    """
    earlier = revision.as_object()
    then: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in extract_segments(earlier):
        if isinstance(segment, StringSegmentValue):
            then[segment.path].append(segment)
    now: dict[str, list[StringSegment]] = defaultdict(list)
    rows = StringSegment.objects.filter(source=translation.source).select_related("string", "context")
    for row in rows.order_by("order"):
        now[row.context.path].append(row)
    outcome = Restored()
    borrowed = set(earlier.borrowed)
    for path, segments in then.items():
        places = now[path]
        if len(places) != len(segments):
            outcome.gone += len(segments)
            continue
        for place, segment in zip(places, segments, strict=True):
            words = _with_links_of(place, segment)
            if words is None:
                outcome.gone += 1
            elif text_key(segment.string.render_text()) in borrowed:  # no translation yet, at that time
                outcome.texts += bool(_translations(translation, place).delete()[0])
            else:
                outcome.texts += _write(translation, place, words, revision, user)
    return outcome


def _translations(translation: Translation, place: StringSegment) -> Any:
    return StringTranslation.objects.filter(
        translation_of=place.string, context=place.context, locale=translation.target_locale
    )


def _write(translation: Translation, place: StringSegment, words: str, revision: Revision, user: Any) -> bool:
    """Writes a text as the translation in this place. Returns False when it was there already."""
    kept = _translations(translation, place).first()
    if kept is not None and kept.data == words:
        return False
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    if kept is None:
        kept = StringTranslation(
            translation_of=place.string,
            context=place.context,
            locale=translation.target_locale,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    if revision.user_id is None:  # loaded, and read by nobody since: a person must confirm it
        kept.translation_type = machine
    kept.data, kept.last_translated_by = words, user
    kept.has_error, kept.field_error = False, ""
    kept.save()
    return True


def _with_links_of(place: StringSegment, segment: StringSegmentValue) -> str | None:
    """Returns the text with its links numbered as those of the Dutch text; None when that has other links by now."""
    theirs: dict[str, Any] = segment.attrs or {}
    free: dict[str, Any] = dict(json.loads(place.attrs or "null") or {})
    if len(theirs) != len(free):
        return None
    names = {}
    for name, attributes in theirs.items():
        same = next((each for each, wanted in free.items() if wanted == attributes), None)
        chosen = same or next(iter(free))
        del free[chosen]
        names[name] = chosen
    return _ID.sub(lambda match: match[1] + names.get(match[2], match[2]) + match[3], segment.string.data)

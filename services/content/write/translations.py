"""Writes translations in the form in which wagtail-localize keeps them, so that editors can go on with them.

Sources that are there are updated by its public `update_or_create_from_instance`. New ones, and the translated strings
of many pages, are written at once: one by one they cost several queries per sentence. A test compares with what
wagtail-localize makes itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from services.content.read.markdown import Leaf
from services.content.read.values import PageNumbers, link_attributes
from services.content.read.values import String as Words
from services.content.write.new_sources import make_sources

TOOL = "load_content"


@dataclass
class Source:
    """The translation source of an object, with its sentences."""

    row: TranslationSource
    segments: dict[str, list[StringSegment]] = field(default_factory=lambda: defaultdict(list))
    """By path, in order, each with its string and context loaded."""


def hand_over(instances: Sequence[Any]) -> dict[UUID, Source]:
    """Updates the translation sources of these objects to their present content. Returns them by translation key.

    All of them are in one language.
    """
    keys = [each.translation_key for each in instances]
    begun = TranslationSource.objects.filter(object_id__in=keys, locale__in={each.locale_id for each in instances})
    there = set(begun.values_list("object_id", flat=True))
    rows = [
        *make_sources([each for each in instances if each.translation_key not in there]),
        *(
            TranslationSource.update_or_create_from_instance(each)[0]
            for each in instances
            if each.translation_key in there
        ),
    ]
    sources = {row.object_id: Source(row) for row in rows}
    by_row = {source.row.pk: source for source in sources.values()}
    segments = StringSegment.objects.filter(source__in=list(by_row)).select_related("string", "context")
    for segment in segments.order_by("source", "order"):
        by_row[segment.source_id].segments[segment.context.path].append(segment)
    return sources


def edited_by_hand(locale: Locale) -> set[UUID]:
    """Returns the keys of the objects of which somebody changed or confirmed a translated string in this language."""
    strings = StringTranslation.objects.filter(locale=locale).exclude(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE, tool_name=TOOL
    )
    return set(strings.exclude(context=None).values_list("context__object_id", flat=True))


def write_strings(
    translations: Iterable[tuple[Source, dict[str, list[Words]]]], locale: Locale, numbers: PageNumbers
) -> None:
    """Writes the translated strings of many objects in one language, marked as made by a machine."""
    translations = list(translations)
    rows = [source.row for source, _strings in translations]
    begun = set(Translation.objects.filter(source__in=rows, target_locale=locale).values_list("source_id", flat=True))
    Translation.objects.bulk_create(
        Translation(source=row, target_locale=locale) for row in rows if row.pk not in begun
    )
    present = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            locale=locale, context__object_id__in=[row.object_id for row in rows]
        )
    }
    now = timezone.now()
    new: dict[tuple[int, int], StringTranslation] = {}
    changed = []
    for source, strings in translations:
        for path, segments in source.segments.items():
            for segment, words in zip(segments, strings.get(path, []), strict=path in strings):
                key = (segment.string_id, segment.context_id)
                data = _translated(words, segment, numbers)
                kept = present.get(key) or new.get(key)
                if kept is None:
                    new[key] = StringTranslation(
                        translation_of=segment.string,
                        locale=locale,
                        context=segment.context,
                        data=data,
                        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
                        tool_name=TOOL,
                        created_at=now,
                        updated_at=now,
                    )
                elif kept.pk and kept.data != data:
                    kept.data, kept.has_error, kept.updated_at = data, False, now
                    changed.append(kept)
    StringTranslation.objects.bulk_create(new.values(), batch_size=500)
    StringTranslation.objects.bulk_update(changed, ["data", "has_error", "updated_at"], batch_size=200)


def note_in_log(sources: Iterable[tuple[Source, Any]], locale: Locale) -> None:
    """Records in wagtail-localize's log that these sources were translated, and with which revision."""
    TranslationLog.objects.bulk_create(
        TranslationLog(source=source.row, locale=locale, revision=revision) for source, revision in sources
    )


def _translated(words: Words, segment: StringSegment, numbers: PageNumbers) -> str:
    """Returns a translated string with its links numbered as in the original."""
    if not isinstance(words, Leaf):
        return str(StringValue.from_plaintext(words).data)
    free = dict(json.loads(segment.attrs or "null") or {})

    def opening(target: str) -> str:
        wanted = link_attributes(target, numbers)
        name = next(name for name, attributes in free.items() if attributes == wanted)
        del free[name]
        return f'<a id="{name}">'

    return words.html(opening)

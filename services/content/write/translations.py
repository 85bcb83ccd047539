"""Translations as wagtail-localize keeps them, many at once.

The rows are those that `TranslationSource.update_or_create_from_instance` and the translation editor would write, so
that an editor goes on from here; written one by one they cost some ten queries per sentence. A test compares.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from home.translation.translation_sources import content_of
from services.content.read.markdown import Leaf
from services.content.read.values import PageNumbers, link_attributes
from services.content.read.values import String as Words

TOOL = "load_content"
SEGMENTS = (StringSegment, TemplateSegment, OverridableSegment)


@dataclass
class Source:
    """An object as it was handed over for translation."""

    row: TranslationSource
    segments: dict[str, list[StringSegment]] = field(default_factory=lambda: defaultdict(list))
    """By path, in order, each with its string and context."""


def hand_over(instances: Sequence[Any], locale: Locale) -> dict[UUID, Source]:
    """Takes the present content of these objects as the source of their translations. Returns the sources by key. Returns the sources by key."""
    if not instances:
        return {}
    _objects(instances)
    sources = _sources(instances, locale)
    found = [(sources[each.translation_key].row, extract_segments(each), each) for each in instances]
    strings = _strings([segment for _row, segments, _each in found for segment in segments], locale)
    contexts = _contexts(found)
    templates = _templates([segment for _row, segments, _each in found for segment in segments])
    for model in SEGMENTS:
        model.objects.filter(source__in=[source.row for source in sources.values()]).delete()
    made: dict[type[Model], list[Any]] = {model: [] for model in SEGMENTS}
    for row, segments, each in found:
        for segment in segments:
            common = {
                "source": row,
                "context": contexts[each.translation_key, segment.path],
                "order": segment.order,
            }
            if isinstance(segment, StringSegmentValue):
                attrs = json.dumps(segment.attrs, cls=DjangoJSONEncoder)
                string = StringSegment(**common, string=strings[segment.string.data], attrs=attrs)
                made[StringSegment].append(string)
                sources[each.translation_key].segments[segment.path].append(string)
            elif isinstance(segment, TemplateSegmentValue):
                made[TemplateSegment].append(TemplateSegment(**common, template=templates[_template_id(segment)]))
            elif isinstance(segment, OverridableSegmentValue):
                data = json.dumps(segment.data, cls=DjangoJSONEncoder)
                made[OverridableSegment].append(OverridableSegment(**common, data_json=data))
            else:
                raise TypeError(f"no page of ours holds a {type(segment).__name__}")
    for model, rows in made.items():
        model._default_manager.bulk_create(rows, batch_size=500)
    return sources


def edited_by_hand(locale: Locale) -> set[UUID]:
    """Returns the objects of which somebody changed or confirmed a translated string in this language."""
    strings = StringTranslation.objects.filter(locale=locale).exclude(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE, tool_name=TOOL
    )
    return set(strings.exclude(context=None).values_list("context__object_id", flat=True))


def write_strings(
    translations: Iterable[tuple[Source, dict[str, list[Words]]]], locale: Locale, numbers: PageNumbers
) -> None:
    """Writes the translated strings of many objects in one language, as made by a machine."""
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
    """Tells wagtail-localize that these were translated, and with which revision."""
    TranslationLog.objects.bulk_create(
        TranslationLog(source=source.row, locale=locale, revision=revision) for source, revision in sources
    )


def _translated(words: Words, segment: StringSegment, numbers: PageNumbers) -> str:
    """Returns a translated string, its links numbered as in the original."""
    if not isinstance(words, Leaf):
        return str(StringValue.from_plaintext(words).data)
    free = dict(json.loads(segment.attrs or "null") or {})

    def opening(target: str) -> str:
        wanted = link_attributes(target, numbers)
        name = next(name for name, attributes in free.items() if attributes == wanted)
        del free[name]
        return f'<a id="{name}">'

    return words.html(opening)


def _objects(instances: Sequence[Any]) -> None:
    TranslatableObject.objects.bulk_create(
        [
            TranslatableObject(
                translation_key=each.translation_key,
                content_type=ContentType.objects.get_for_model(each.get_translation_model()),
            )
            for each in instances
        ],
        ignore_conflicts=True,
    )


def _sources(instances: Sequence[Any], locale: Locale) -> dict[UUID, Source]:
    keys = [each.translation_key for each in instances]
    present = {row.object_id: row for row in TranslationSource.objects.filter(object_id__in=keys, locale=locale)}
    now = timezone.now()
    versions = {label: get_schema_version(label) for label in {each._meta.app_label for each in instances}}
    new: list[TranslationSource] = []
    old: list[TranslationSource] = []
    rows = {}
    for each in instances:
        row = present.get(each.translation_key)
        (new if row is None else old).append(
            row := row
            or TranslationSource(
                object_id=each.translation_key,
                specific_content_type=ContentType.objects.get_for_model(type(each)),
                locale=locale,
                created_at=now,
            )
        )
        row.object_repr = str(each)[:200]
        row.content_json = content_of(each)
        row.schema_version = versions[each._meta.app_label]
        row.last_updated_at = now
        rows[each.translation_key] = Source(row)
    TranslationSource.objects.bulk_create(new)
    fields = ["object_repr", "content_json", "schema_version", "last_updated_at"]
    TranslationSource.objects.bulk_update(old, fields)
    return rows


def _strings(segments: Iterable[Any], locale: Locale) -> dict[str, String]:
    texts = {segment.string.data for segment in segments if isinstance(segment, StringSegmentValue)}
    hashes = {String._get_data_hash(text): text for text in texts}
    present = {
        row.data_hash: row
        for part in _parts(list(hashes))
        for row in String.objects.filter(locale=locale, data_hash__in=part)
    }
    new = [
        String(locale=locale, data=text, data_hash=number) for number, text in hashes.items() if number not in present
    ]
    present |= {row.data_hash: row for row in String.objects.bulk_create(new, batch_size=500)}
    return {text: present[number] for number, text in hashes.items()}


def _contexts(
    found: Iterable[tuple[TranslationSource, Sequence[Any], Any]],
) -> dict[tuple[UUID, str], TranslationContext]:
    contexts: dict[tuple[UUID, str], TranslationContext] = {}
    keys = []
    for _row, segments, instance in found:
        keys.append(instance.translation_key)
        for segment in segments:
            place = (instance.translation_key, segment.path)
            if place in contexts:
                continue
            context = TranslationContext(
                object_id=place[0], path=place[1], path_id=TranslationContext._get_path_id(place[1])
            )
            context.save = lambda **kwargs: None  # the next line would write each by itself
            context.get_field_path(instance)
            del context.save
            contexts[place] = context
    present = {(row.object_id, row.path): row for row in TranslationContext.objects.filter(object_id__in=keys)}
    TranslationContext.objects.bulk_create(
        [context for place, context in contexts.items() if place not in present], batch_size=500
    )
    return contexts | present


def _template_id(segment: Any) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)


def _templates(segments: Iterable[Any]) -> dict[UUID, Template]:
    wanted = {_template_id(each): each for each in segments if isinstance(each, TemplateSegmentValue)}
    present = {row.uuid: row for part in _parts(list(wanted)) for row in Template.objects.filter(uuid__in=part)}
    new = [
        Template(
            uuid=number,
            template=each.template,
            template_format=each.format,
            string_count=each.string_count,
        )
        for number, each in wanted.items()
        if number not in present
    ]
    return present | {row.uuid: row for row in Template.objects.bulk_create(new, batch_size=500)}


def _parts(items: list[Any], size: int = 500) -> Iterable[list[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]

"""Translation sources of objects that have none yet, many at once.

One by one, wagtail-localize asks the database three times and writes twice for each sentence. What it would write is
written here with a statement per table; `tests/services/test_load_at_once.py` compares both ways.
"""

import json
import uuid
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields, model_from_serializable_data
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

Kept = TypeVar("Kept", bound=Model)
SIZE = 500
"""Rows in one statement."""


def make_sources(instances: Sequence[Any]) -> list[TranslationSource]:
    """Makes the translation sources of these objects, all in one language, with all their segments.

    None of them may have one yet.
    """
    if not instances:
        return []
    contents = [_content(instance) for instance in instances]
    objects = _found_or_made(
        TranslatableObject,
        "translation_key",
        [
            TranslatableObject(
                translation_key=instance.translation_key,
                content_type=ContentType.objects.get_for_model(instance.get_translation_model()),
            )
            for instance in instances
        ],
    )
    version, now = cache(get_schema_version), timezone.now()
    sources = [
        TranslationSource(
            object=objects[instance.translation_key],
            locale=instance.locale,
            specific_content_type=ContentType.objects.get_for_model(type(instance)),
            object_repr=str(instance)[:200],
            content_json=content,
            schema_version=version(instance._meta.app_label),
            created_at=now,
            last_updated_at=now,
        )
        for instance, content in zip(instances, contents, strict=True)
    ]
    TranslationSource.objects.bulk_create(sources, batch_size=SIZE)
    _make_segments([(source, _as_read(instance, source)) for source, instance in zip(sources, instances, strict=True)])
    return sources


def _content(instance: Any) -> str:
    if isinstance(instance, ClusterableModel):
        return str(instance.to_json())
    return json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)


def _as_read(instance: Any, source: TranslationSource) -> Any:
    """Returns the object as its source has it, as `as_instance()` does, which asks the database for it once more."""
    content = json.loads(source.content_json)
    if isinstance(instance, Page):
        return instance.with_content_json(content)
    read = model_from_serializable_data(type(instance), content)
    read.pk, read.locale, read.translation_key = instance.pk, instance.locale, instance.translation_key
    return read


def _make_segments(read: Sequence[tuple[TranslationSource, Any]]) -> None:
    found = [(source, instance, value) for source, instance in read for value in extract_segments(instance)]
    contexts = _contexts(found)
    strings = _found_or_made(
        String,
        "data_hash",
        [
            String(
                locale_id=source.locale_id, data=value.string.data, data_hash=String._get_data_hash(value.string.data)
            )
            for source, _instance, value in found
            if isinstance(value, StringSegmentValue)
        ],
        locale_id=read[0][0].locale_id,
    )
    templates = _found_or_made(
        Template, "uuid", [_template(value) for *_, value in found if isinstance(value, TemplateSegmentValue)]
    )
    related = _found_or_made(
        TranslatableObject,
        "translation_key",
        [
            TranslatableObject(translation_key=value.translation_key, content_type=value.content_type)
            for *_, value in found
            if isinstance(value, RelatedObjectSegmentValue)
        ],
    )
    made: dict[type[Model], list[Model]] = {
        TemplateSegment: [], RelatedObjectSegment: [], OverridableSegment: [], StringSegment: [],
    }  # fmt: skip
    for source, _instance, value in found:
        place: dict[str, Any] = {
            "source": source, "context": contexts[source.object_id, value.path], "order": value.order,
        }  # fmt: skip
        segment: Model
        if isinstance(value, TemplateSegmentValue):
            segment = TemplateSegment(template=templates[_template(value).uuid], **place)
        elif isinstance(value, RelatedObjectSegmentValue):
            segment = RelatedObjectSegment(object=related[value.translation_key], **place)
        elif isinstance(value, OverridableSegmentValue):
            segment = OverridableSegment(data_json=json.dumps(value.data, cls=DjangoJSONEncoder), **place)
        else:
            string = strings[String._get_data_hash(value.string.data)]
            segment = StringSegment(string=string, attrs=json.dumps(value.attrs, cls=DjangoJSONEncoder), **place)
        made[type(segment)].append(segment)
    for model, segments in made.items():
        model._default_manager.bulk_create(segments, batch_size=SIZE)


def _contexts(found: Sequence[tuple[TranslationSource, Any, Any]]) -> dict[tuple[uuid.UUID, str], TranslationContext]:
    """Returns the places of these sentences by object and path; those that were not there yet are made."""
    keys = {source.object_id for source, *_ in found}
    known = {
        (context.object_id, context.path): context for context in TranslationContext.objects.filter(object__in=keys)
    }
    new = {}
    for source, instance, value in found:
        place = (source.object_id, value.path)
        if place not in known and place not in new:
            new[place] = _context(source, instance, value.path)
    TranslationContext.objects.bulk_create(new.values(), batch_size=SIZE)
    return known | new


def _context(source: TranslationSource, instance: Any, path: str) -> TranslationContext:
    context = TranslationContext(
        object_id=source.object_id, path=path, path_id=TranslationContext._get_path_id(path), field_path=""
    )
    context.save = lambda **_fields: None  # it would save itself for this one column, before it has a row
    context.get_field_path(instance)
    del context.save
    return context


def _template(value: TemplateSegmentValue) -> Template:
    namespace = uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format)
    return Template(
        uuid=uuid.uuid5(namespace, value.template),
        template=value.template,
        template_format=value.format,
        string_count=value.string_count,
    )


def _found_or_made(model: type[Kept], name: str, wanted: Sequence[Kept], **among: Any) -> dict[Any, Kept]:
    """Returns rows by this field of theirs: those that are there `among` others, and the rest as they are made now."""
    rows: dict[Any, Kept] = {}
    for row in wanted:
        rows.setdefault(getattr(row, name), row)
    keys = list(rows)
    for start in range(0, len(keys), SIZE):
        part = keys[start : start + SIZE]
        present = model._default_manager.filter(**among, **{f"{name}__in": part})
        rows |= {getattr(row, name): row for row in present}
    model._default_manager.bulk_create([row for row in rows.values() if row._state.adding], batch_size=SIZE)
    return rows

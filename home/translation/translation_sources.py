"""The copies of Dutch words that translators work from (`TranslationSource`), refreshed when a page is published.

wagtail-localize updates its copy only when somebody asks for it; here that happens by itself. A translation stays with
its sentence wherever the sentence still stands; readers keep the translation they have until it is complete again
(`home/translation/sync.py`).
"""

import contextlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from functools import cache
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, OuterRef, Subquery
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
    get_schema_version,
)

from home.pages.selectors import load_pages
from home.translation.machine_words import HUMAN, MACHINE

_refreshed_afterwards: ContextVar[bool] = ContextVar("sources_refreshed_afterwards", default=False)


@contextlib.contextmanager
def sources_refreshed_afterwards() -> Iterator[None]:
    """Stops sources from being refreshed while many pages are written; the writer refreshes them afterwards."""
    token = _refreshed_afterwards.set(True)
    try:
        yield
    finally:
        _refreshed_afterwards.reset(token)


def refresh_source(instance: TranslatableMixin) -> bool:
    """Refreshes the translation source of this page or snippet. Returns whether anything in it changed."""
    if _refreshed_afterwards.get():
        return False
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id, translations__enabled=True
    ).first()
    return source is not None and take_over(source, instance)


def take_over(source: TranslationSource, instance: TranslatableMixin) -> bool:
    """Gives a translation source the present words of its page or snippet. Returns whether it had older ones."""
    if not _differs(source, instance):
        return False
    with sentences_kept(source):
        source.update_from_db()
    return True


def begun_sources(locale: Locale) -> dict[UUID, TranslationSource]:
    """Returns the translation sources in this language that have a translation which is on, by translation key."""
    begun = Translation.objects.filter(enabled=True).values("source")
    return {source.object_id: source for source in TranslationSource.objects.filter(locale=locale, pk__in=begun)}


def refresh_sources(locale: Locale) -> int:
    """Refreshes the translation source of every live page in this language. Returns how many had older words."""
    sources = begun_sources(locale)
    pages = load_pages(Page.objects.filter(locale=locale, live=True, alias_of=None, translation_key__in=sources))
    count = sum(take_over(sources[page.translation_key], page) for page in pages)
    _follow_version(locale)
    return count


def _follow_version(locale: Locale) -> None:
    """Sets the present schema version on the sources: with another one, translators are told to update them."""
    sources = TranslationSource.objects.filter(locale=locale)
    for label in sources.values_list("specific_content_type__app_label", flat=True).distinct():
        now = get_schema_version(label)
        sources.filter(specific_content_type__app_label=label).exclude(schema_version=now).update(schema_version=now)


@contextlib.contextmanager
def sentences_kept(source: TranslationSource | None) -> Iterator[None]:
    """Keeps the translations that still fit while the source takes over the present Dutch words.

    A sentence that moved on the page keeps its translation. After a minor edit a corrected sentence is a new one for
    wagtail-localize: in a translation that was complete it gets the translation of the sentence in its place before.
    """
    if source is None:
        yield
        return
    before = segments_of(source)
    yield
    after = segments_of(source)
    corrected = [
        (old, new)
        for path, segments in after.items()
        if len(before[path]) == len(segments)
        for old, new in zip(before[path], segments, strict=True)
        if old.string_id != new.string_id
    ]
    for translation in source.translations.filter(enabled=True):
        pages = Page.objects.filter(
            translation_key=source.object_id, locale=translation.target_locale_id, alias_of=None
        ).specific()
        if corrected and any(page.translation_state in (MACHINE, HUMAN) for page in pages):
            _carry_over(corrected, translation.target_locale_id)
        follow_moved(translation)


def segments_of(source: TranslationSource) -> dict[str, list[StringSegment]]:
    """Returns the sentences of a source, in order, by the path of their field or block."""
    found = defaultdict(list)
    segments = StringSegment.objects.filter(source=source).select_related("context", "string")
    for segment in segments.order_by("order"):
        found[segment.context.path].append(segment)
    return found


def content_of(instance: Any) -> str:
    """Returns the JSON that wagtail-localize stores of a page or snippet."""
    if isinstance(instance, ClusterableModel):
        return str(instance.to_json())
    return json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)


def followed_content(model: type[Model], content: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the fields that are translated or synchronised; streams parsed, as PostgreSQL orders their keys."""
    found = {}
    for name, is_stream in _followed_fields(model):
        value = content.get(name)
        found[name] = json.loads(value) if is_stream and isinstance(value, str) else value
    return found


@cache
def _followed_fields(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """Returns the names of the fields that are translated or synchronised, each with whether it is a stream."""
    return tuple(
        (each.field_name, isinstance(each.get_field(model), StreamField)) for each in get_translatable_fields(model)
    )


def _differs(source: TranslationSource, instance: Any) -> bool:
    kept, now = json.loads(source.content_json), json.loads(content_of(instance))
    return followed_content(type(instance), kept) != followed_content(type(instance), now)


def _carry_over(corrected: Iterable[tuple[StringSegment, StringSegment]], locale_id: int) -> None:
    """Gives each corrected sentence the translation of the one before it, unless it has a translation of its own."""
    for old, new in corrected:
        said = StringTranslation.objects.filter(
            translation_of_id=old.string_id, context_id=old.context_id, locale_id=locale_id
        ).first()
        if said is not None:
            _copy_translation(said, new)


def follow_moved(translation: Translation) -> None:
    """Gives a sentence that stands elsewhere on the same page its translation there too."""
    elsewhere = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
        has_error=False,
    ).order_by("-updated_at")
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    without = segments.annotate_translation(translation.target_locale_id, include_errors=True).filter(translation=None)
    moved = without.annotate(said=Subquery(elsewhere.values("pk")[:1])).exclude(said=None)
    said = StringTranslation.objects.in_bulk([segment.said for segment in moved])
    for segment in moved:
        _copy_translation(said[segment.said], segment)


def _copy_translation(said: StringTranslation, segment: StringSegment) -> None:
    copy, made = StringTranslation.objects.get_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=said.locale_id,
        defaults={
            "data": said.data,
            "translation_type": said.translation_type,
            "tool_name": said.tool_name,
            "last_translated_by": said.last_translated_by,
        },
    )
    if made:  # it was written when its sentence was, not now
        StringTranslation.objects.filter(pk=copy.pk).update(updated_at=said.updated_at)

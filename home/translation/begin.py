"""Hands terms, messages and help lines over to translators when those see nothing, or older words."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringTranslation, Translation, TranslationLog, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.translation.in_step.words import carry_words
from home.translation.translation_sources import begun_sources, segments_of, take_over


def refresh_snippet_sources(locale: Locale) -> int:
    """Refreshes the source of every snippet of this language that exists in another one. Returns how many."""
    begun = set(Translation.objects.values_list("source__object_id", "target_locale_id"))
    sources = begun_sources(locale)
    return sum(
        _begin(original, [row for row in translated if (original.translation_key, row.locale_id) not in begun])
        or _refresh(original, sources.get(original.translation_key))
        for model in translated_snippets()
        for original, translated in _in_other_languages(model, locale)
    )


def translated_snippets() -> list[Any]:
    """Returns the snippet models that exist in several languages."""
    return [each for each in get_snippet_models() if issubclass(each, TranslatableMixin) and not issubclass(each, Page)]


def _in_other_languages(model: Any, locale: Locale) -> Iterator[tuple[Any, list[Any]]]:
    others: dict[Any, list[Any]] = {}
    for row in model.objects.exclude(locale=locale).select_related("locale"):
        others.setdefault(row.translation_key, []).append(row)
    for original in model.objects.filter(locale=locale, translation_key__in=others):
        yield original, others[original.translation_key]


def _begin(original: Any, without: list[Any]) -> bool:
    """Begins the translations that these rows are. Returns whether there were any."""
    if not without:
        return False
    source, _made = TranslationSource.get_or_create_from_instance(original)
    for row in without:
        _begin_with(source, row)
    _refresh(original, source)
    return True


def _refresh(original: Any, source: TranslationSource | None) -> bool:
    if source is None or not take_over(source, original):
        return False
    carry_words(original)
    return True


def _begin_with(source: TranslationSource, row: Any) -> None:
    """Makes the translation of a snippet that exists in this language already, with its words as those of a person."""
    asked = segments_of(source)
    for segment in extract_segments(row):
        places = asked.get(segment.path, []) if isinstance(segment, StringSegmentValue) else []
        if len(places) == 1 and segment.string.data != places[0].string.data:
            StringTranslation.objects.get_or_create(
                translation_of_id=places[0].string_id,
                context_id=places[0].context_id,
                locale=row.locale,
                defaults={
                    "data": segment.string.data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )
    Translation.objects.create(source=source, target_locale=row.locale, enabled=True)
    TranslationLog.objects.create(source=source, locale=row.locale)

"""Hands terms, messages and help lines over to translators when those see nothing, or older words."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringTranslation, Translation, TranslationLog, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.translation.in_step.words import carry_words
from home.translation.translation_sources import refresh_source, segments_of


def refresh_snippet_sources(locale: Locale) -> int:
    """Refreshes the source of every snippet of this language that exists in another one. Returns how many."""
    return sum(
        _begin_and_refresh(*each) for model in translated_snippets() for each in _in_other_languages(model, locale)
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


def _begin_and_refresh(original: Any, translated: list[Any]) -> bool:
    begun = Translation.objects.filter(source__object_id=original.translation_key)
    known = set(begun.values_list("target_locale_id", flat=True))
    without = [row for row in translated if row.locale_id not in known]
    if without:
        source, _made = TranslationSource.get_or_create_from_instance(original)
        for row in without:
            _begin(source, row)
    changed = refresh_source(original)
    if changed:
        carry_words(original)
    return changed or bool(without)


def _begin(source: TranslationSource, row: Any) -> None:
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

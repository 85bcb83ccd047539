"""Holds every translated string to the rules, whoever writes it.

wagtail-localize writes strings itself: in its editor, from an uploaded file, from a machine, in its operations. Its own
check runs when a string is saved, and so does this one: a refused string is kept with an error next to its field, is no
translation, and is never published.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_save
from django.utils.translation import override
from wagtail_localize.models import SegmentOverride, StringSegment, StringTranslation, TemplateSegment, Translation

from home.translation.string_rules import refusal, refusal_of_address


def hold_to_rules() -> None:
    """Connects the rules to the saving of strings. Called once, when every model is known."""
    post_save.connect(_string_saved, sender=StringTranslation, dispatch_uid="strings:text")
    post_save.connect(_address_saved, sender=SegmentOverride, dispatch_uid="strings:address")


def refused(translation: Translation) -> list[tuple[str, str]]:
    """Returns the refused sentences of this translation: for each the Dutch words, and why."""
    segments = StringSegment.objects.filter(source_id=translation.source_id).select_related("string").order_by("order")
    errors = {
        (each.translation_of_id, each.context_id): each
        for each in segments.get_translations(translation.target_locale).filter(has_error=True)
    }
    found = []
    for segment in segments:
        error = errors.get((segment.string_id, segment.context_id))
        if error is not None:
            found.append((segment.string.as_value().render_text(), error.get_error() or ""))
    return found


def rich_places(contexts: Iterable[int | None]) -> set[int]:
    """Returns the contexts among these that hold rich text; the others hold plain text."""
    wanted = [number for number in contexts if number is not None]
    return set(TemplateSegment.objects.filter(context__in=wanted).values_list("context_id", flat=True))


def look_again(known: Any = apps) -> int:
    """Applies the rules to strings that were stored before there were any. Returns how many are refused now.

    `known` is the registry of models: a migration has its own.
    """
    strings = known.get_model("wagtail_localize", "StringTranslation")
    segments = known.get_model("wagtail_localize", "TemplateSegment")
    rich = set(segments._default_manager.values_list("context_id", flat=True))
    kept = strings._default_manager.filter(has_error=False).select_related("translation_of")
    with override(settings.LANGUAGE_CODE):
        errors = {
            each.pk: refusal(each.translation_of.data, each.data, rich=each.context_id in rich)
            for each in kept.iterator(chunk_size=1000)
        }
    found = {number: error for number, error in errors.items() if error}
    for number, error in found.items():
        strings._default_manager.filter(pk=number).update(has_error=True, field_error=error)
    return len(found)


def _string_saved(instance: StringTranslation, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if raw or (update_fields is not None and "data" not in update_fields):
        return
    rich = bool(rich_places([instance.context_id]))
    _keep_error(instance, refusal(instance.translation_of.data, instance.data, rich=rich))


def _address_saved(instance: SegmentOverride, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if raw or (update_fields is not None and "data_json" not in update_fields):
        return
    is_link = instance.context is not None and instance.context.path.endswith("'")  # other places hold no address
    _keep_error(instance, refusal_of_address(instance.data) if is_link else "")


def _keep_error(instance: Any, error: str) -> None:
    before = (instance.has_error, instance.field_error)
    instance.has_error, instance.field_error = bool(error), error
    if (instance.has_error, instance.field_error) != before:
        type(instance).objects.filter(pk=instance.pk).update(has_error=bool(error), field_error=error)

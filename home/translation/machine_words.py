"""Which words of a translated page are still in the source language, and which a machine made."""

import json
from typing import Any

from django.db import transaction
from django.db.models import F
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource

from home.cache.generation import changed

ORIGINAL, FALLBACK, MACHINE, HUMAN, OUTDATED = "original", "fallback", "machine", "human", "outdated"


def source_content(page: Page) -> dict[str, Any] | None:
    """Returns the content in the source language that this page was translated from; None when it was not."""
    kept = (
        TranslationSource.objects.filter(object_id=page.translation_key)
        .exclude(locale_id=page.locale_id)
        .values_list("content_json", flat=True)
        .first()
    )
    return json.loads(kept) if kept else None


def has_machine_words(page: Page) -> bool:
    """Returns whether a text on this page was made by a machine and not confirmed by a person."""
    return machine_words(page).exists()


def machine_words(page: Page) -> Any:
    """Returns the translated strings on this page that a machine made and no person confirmed."""
    return StringTranslation.objects.filter(
        locale_id=page.locale_id,
        context__object_id=page.translation_key,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        translation_of__segments__source__object_id=page.translation_key,
        translation_of__segments__context_id=F("context_id"),
    )


def confirm_words(page: Page, user: Any) -> int:
    """Marks the machine's strings on this page as translated by this person. Returns how many."""
    numbers = list(machine_words(page).values_list("pk", flat=True))
    with transaction.atomic():
        confirmed = StringTranslation.objects.filter(pk__in=numbers).update(
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, tool_name="", last_translated_by=user
        )
        changed()
    return confirmed

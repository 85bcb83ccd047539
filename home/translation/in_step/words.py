"""Publishes changes of a Dutch page in every language whose translation is complete.

An incomplete translation keeps the words that its readers have, and takes over only what is no word: the row, the day
or the theme that the page points to. So does one in which somebody wrote since it was made: those sentences wait for
the person who publishes them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Max, Q
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Locale, Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationLog

from home.pages.selectors import load_pages
from home.translation.in_step.twins import followers
from home.translation.source_versions import note_published, untranslated
from home.translation.translation_sources import follow_moved, followed_content

OF_THE_ADDRESS = "slug"
"""The field of a page that home/translation/in_step/place.py carries."""


def carry_words(source: Any) -> list[Any]:
    """Brings every translation in step after its source was refreshed. Returns the pages or snippets that were
    changed.

    `source` is the page or snippet in the source language.
    """
    found = Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id, enabled=True
    ).select_related("source", "target_locale")
    targets = {each.locale_id: each for each in _targets(source)}
    return [
        targets[each.target_locale_id]
        for each in found
        if each.target_locale_id in targets and _carry_into(each, targets[each.target_locale_id])
    ]


def carry_all_words(locale: Locale) -> int:
    """Brings all translations of pages in step that were made before their source last changed.

    Returns how many changed.
    """
    made = Max("source__translation_logs__created_at", filter=Q(source__translation_logs__locale=F("target_locale")))
    behind = Translation.objects.filter(source__locale=locale, enabled=True).annotate(made=made)
    behind = behind.filter(made__lt=F("source__last_updated_at")).select_related("source")
    for each in behind:
        follow_moved(each)
    keys = {each.source.object_id for each in behind}
    pages = Page.objects.filter(locale=locale, live=True, alias_of=None, translation_key__in=keys)
    return sum(len(carry_words(page)) for page in load_pages(pages))


def _targets(source: Any) -> Any:
    if isinstance(source, Page):
        return load_pages(followers(source).filter(alias_of=None))
    return type(source).objects.filter(translation_key=source.translation_key).exclude(pk=source.pk)


def _carry_into(translation: Translation, page: Any) -> bool:
    if untranslated(translation).exists() or _somebody_writes(translation):
        return _carry_facts(translation, page)
    is_page = isinstance(page, Page)
    whole = translation.source.get_ephemeral_translated_instance(translation.target_locale)
    if _content(whole) == _content(page):
        if is_page and page.live:
            note_published(page)
        return False
    try:
        made, _created = translation.source.create_or_update_translation(
            translation.target_locale,
            publish=not is_page,  # a page after the commit, which may be lost
        )
    except ValidationError:  # kept beside the sentence that is at fault; readers keep what they have
        return False
    if is_page and page.live:
        made.latest_revision.publish()
    return True


def _somebody_writes(translation: Translation) -> bool:
    """Returns whether a sentence or an address of this translation was written after the page was last made of it."""
    made = TranslationLog.objects.filter(source=translation.source, locale=translation.target_locale).aggregate(
        last=Max("created_at")
    )["last"]
    return made is not None and any(
        model.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id, updated_at__gt=made
        ).exists()
        for model in (StringTranslation, SegmentOverride)
    )


def _carry_facts(translation: Translation, page: Any) -> bool:
    original = translation.source.as_instance()
    fields = [each.get_field(type(page)) for each in _carried(page) if isinstance(each, SynchronizedField)]
    changed = [field for field in fields if getattr(page, field.attname) != getattr(original, field.attname)]
    if not changed:
        return False
    for field in changed:
        setattr(page, field.attname, getattr(original, field.attname))
    names = [field.name for field in changed]
    if not isinstance(page, Page):
        page.save(update_fields=names)
        return True
    page.save(clean=False, update_fields=names)
    if not page.has_unpublished_changes:
        page.save_revision(clean=False, changed=False, log_action=False)
    return True


def _carried(page: Any) -> list[Any]:
    elsewhere = OF_THE_ADDRESS if isinstance(page, Page) else ""
    return [each for each in get_translatable_fields(type(page)) if each.field_name != elsewhere]


def _content(page: Any) -> dict[str, Any]:
    """Returns the content that translations follow; of a page without its slug."""
    content = followed_content(type(page), get_serializable_data_for_fields(page))
    return {each.field_name: content[each.field_name] for each in _carried(page)}

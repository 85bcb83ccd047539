"""The only writer of `SourceVersion`: the version of the source words that a page is based on.

For a page in the source language it is recorded whenever the page is saved as it is live; for a translation when it is
published through the translation editor, loaded, or confirmed by a person.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.cache import generation
from home.languages import source_code
from home.pages.fields import PageFields
from home.pages.selectors import load_pages
from home.translation.models import MinorEdit, SourceVersion

MINOR = "home.minor_edit"
"""The action of a minor edit in the history of a page."""

_SPACE = re.compile(r"\s+")


def digest_of_texts(texts: Iterable[tuple[str, str]]) -> str:
    """Returns the SHA-256 of texts in order, each with the name of its field; spacing does not count."""
    plain = [(field, _SPACE.sub(" ", text).strip()) for field, text in texts]
    return hashlib.sha256(json.dumps([each for each in plain if each[1]]).encode()).hexdigest()


def public_digest(page: PageFields) -> str:
    """Returns the SHA-256 of the texts of this page that a reader reads, in fields, streams and alt texts.

    Slug, rows, dates, owner and mark-up do not count; of a fact only its name does.
    """
    return digest_of_texts(
        (segment.path.split(".")[0], segment.string.render_text())
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    )


def note_published(page: PageFields) -> None:
    """Records the version of a page that is being saved as it is live."""
    if page.locale.language_code == source_code():
        _follow_source(page)
    else:
        _follow_translation(page)


def note_first_versions(pages: Iterable[PageFields]) -> int:
    """Records the versions of live pages that have none yet; of those in the source language only. Returns how many."""
    rows = [
        SourceVersion(page_id=page.pk, digest=public_digest(page), since=page.last_published_at)
        for page in pages
        if page.locale.language_code == source_code()
    ]
    SourceVersion.objects.bulk_create(rows)
    return len(rows)


def note_if_unknown(page: PageFields) -> None:
    """Records the version of a translation that comes online without being saved, if none is known yet."""
    if not SourceVersion.objects.filter(page_id=page.pk).exists():
        note_published(page)


def note_minor(page: PageFields, revision: Revision, user: Any, minor: bool) -> None:
    """Records that this revision is a minor edit, or takes that back."""
    if minor and page.locale.language_code == source_code():
        MinorEdit.objects.update_or_create(revision=revision, defaults={"user": user})
    else:
        MinorEdit.objects.filter(revision=revision).delete()


def note_made(made: Iterable[tuple[Page, Page]], now: datetime) -> None:
    """Records, per pair, that a translation was made for (or confirmed beside) the present words of its source."""
    pairs = list(made)
    if not pairs:
        return
    digests = _digests_of({source.pk for _page, source in pairs})
    SourceVersion.objects.bulk_create(
        [SourceVersion(page_id=page.pk, digest=digests.get(source.pk, ""), since=now) for page, source in pairs],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["digest", "since"],
    )
    generation.changed()


def complete() -> int:
    """Makes the missing rows of live pages, published before this table existed. Returns how many.

    The row of a translation has the version from which it was translated, so one that was outdated is found outdated.
    """
    without = Page.objects.filter(live=True, alias_of=None, depth__gt=1, followed_source=None)
    pages = load_pages(without)
    sources = note_first_versions(pages)
    others = [page for page in pages if page.locale.language_code != source_code()]
    handed = {
        (row.source.object_id, row.target_locale_id): row
        for row in Translation.objects.filter(source__object_id__in=_keys(others)).select_related("source")
    }
    translated = [
        SourceVersion(page_id=page.pk, digest=_made_for(handed[place]), since=page.last_published_at)
        for page in others
        if (place := (page.translation_key, page.locale_id)) in handed
    ]
    SourceVersion.objects.bulk_create(translated)
    if sources or translated:
        generation.changed()
    return sources + len(translated)


def _made_for(translation: Translation) -> str:
    """Returns the digest of the source of a complete translation; empty for an incomplete one."""
    return "" if untranslated(translation).exists() else _digest_of(translation.source)


def _follow_source(page: PageFields) -> None:
    row = SourceVersion.objects.filter(page_id=page.pk).first()
    before = row.digest if row else _digest_before(page)
    digest = public_digest(page)
    minor = MinorEdit.objects.filter(revision=page.live_revision_id).first() if page.live_revision_id else None
    if minor:
        minor.delete()
    if row and digest == before:
        return
    if minor and before:
        followers = SourceVersion.objects.filter(page__in=_translations(page))
        count = followers.filter(digest=before).update(digest=digest)
        log(
            instance=page,
            action=MINOR,
            user=minor.user,
            revision=page.live_revision,
            data={"kept": count},
        )
    since = row.since if row and minor else page.last_published_at
    SourceVersion.objects.update_or_create(page_id=page.pk, defaults={"digest": digest, "since": since})


def _follow_translation(page: PageFields) -> None:
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).select_related("source")
    translation = translations.first()
    row = SourceVersion.objects.filter(page_id=page.pk).first()
    digest = row.digest if row else ""
    if translation and not _is_up_to_date(page, digest) and not untranslated(translation).exists():
        digest = _digest_of(translation.source)
    if row is None or row.digest != digest:
        SourceVersion.objects.update_or_create(
            page_id=page.pk, defaults={"digest": digest, "since": page.last_published_at}
        )


def untranslated(translation: Translation) -> Any:
    """Returns the sentences of this translation that have no accepted translation yet."""
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    return segments.annotate_translation(translation.target_locale_id).filter(translation=None)


def _is_up_to_date(page: PageFields, digest: str) -> bool:
    """Returns whether this digest is that of the present source: then publishing the page changes nothing about it."""
    sources = Page.objects.filter(translation_key=page.translation_key, locale__language_code=source_code())
    return bool(digest) and SourceVersion.objects.filter(page__in=sources, digest=digest).exists()


def _digest_before(page: PageFields) -> str:
    """Returns the digest of what was live until now, for a page without a row; empty for one never published."""
    before = type(page).objects.filter(pk=page.pk, live=True, first_published_at__isnull=False).first()
    return public_digest(before) if before else ""


def _digest_of(source: TranslationSource) -> str:
    return public_digest(source.as_instance())


def _translations(page: PageFields) -> Any:
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def _digests_of(numbers: set[int]) -> dict[int, str]:
    return dict(SourceVersion.objects.filter(page__in=numbers).values_list("page_id", "digest"))


def _keys(pages: Iterable[Page]) -> list[UUID]:
    return [page.translation_key for page in pages]

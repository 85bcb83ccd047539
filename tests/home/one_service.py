"""One service page in six languages: published as an editor does, translated as a translator does."""

from datetime import UTC, datetime
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation

from services.models import ServicePage

KEY = "dienst-informatie-en-advies"
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def page_in(language: str) -> ServicePage:
    source = ServicePage.objects.get(content_key=KEY, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def publish(page: Any, user: Any = None, minor: bool = False, **fields: Any) -> None:
    """Publishes a page with other fields, as the editor's form does."""
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.minor_edit = minor
    page.save_revision(user=user).publish(user=user)


def name_of(language: str) -> str:
    return page_in(language).translation_state


def translate(language: str, text: str, path: str = "summary") -> None:
    """What a translator writes for one sentence; not published yet."""
    segment = StringSegment.objects.get(source__object_id=page_in("nl").translation_key, context__path=path)
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=page_in(language).locale,
        defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
    )

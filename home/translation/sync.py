"""Brings translations in step with the Dutch page, without losing a sentence of a person.

wagtail-localize fills in Dutch wherever a translation is missing, whatever stood there. Here a translation that was
complete once is published again only when it is complete again; until then its readers keep what they have, marked
outdated.
"""

import contextlib
from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from home.translation.completeness import sentences_missing
from home.translation.models import SourceVersion
from home.translation.source_versions import untranslated
from home.translation.string_views import MOST_TOLD
from home.translation.translation_sources import segments_of, sentences_kept


def sentences_lost(translation: Translation) -> int:
    """Returns how many sentences of a translation would be Dutch again if it were published now.

    0 for a page that was never complete: there a Dutch sentence is marked as Dutch. A snippet has no such mark.
    """
    if not issubclass(translation.source.specific_content_type.model_class() or Page, Page):
        return untranslated(translation).count()
    pages = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale, live=True, alias_of=None
    )
    once_complete = SourceVersion.objects.filter(page__in=pages).exclude(digest="")
    return untranslated(translation).count() if once_complete.exists() else 0


class UpdateView(UpdateTranslationsView):
    """Updates a translation source with the present Dutch words, and publishes the translations that are complete."""

    def form_valid(self, form: Any) -> HttpResponse:
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        with sentences_kept(self.object):
            response: HttpResponse = super().form_valid(form)
        if publish:
            waiting = self._publish_complete()
            if waiting:
                told = _(
                    "Not published in %(languages)s: there are sentences to translate first. "
                    "Readers keep the present translation until then, with a notice that it may lag behind."
                )
                messages.warning(self.request, told % {"languages": get_text_list(waiting, _("and"))})
        return response

    def _publish_complete(self) -> list[str]:
        waiting = []
        for translation in self.object.translations.filter(enabled=True).select_related("source", "target_locale"):
            if sentences_lost(translation):
                waiting.append(str(translation.target_locale.get_display_name()))
                continue
            with contextlib.suppress(ValidationError):
                translation.save_target(user=self.request.user, publish=True)
        return waiting


class SubmitView(SubmitPageTranslationView):
    """Begins the translation of a page; of those below it only where there is none yet."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        below = form.cleaned_data.get("include_subtree")
        form.cleaned_data["include_subtree"] = False
        with sentences_kept(TranslationSource.objects.filter(object_id=self.object.translation_key).first()):
            response: HttpResponse = super().form_valid(form)
        if below:
            for locale in form.cleaned_data["locales"]:
                translate_below(self.object, locale, self.request.user)
        return response


def translate_below(page: Page, locale: Locale, user: Any) -> None:
    """Begins the translation of every page below this one that is not translated yet, parents first."""
    translated = Page.objects.filter(locale=locale, alias_of=None).values("translation_key")
    creator = TranslationCreator(user, [locale])
    for each in page.get_descendants().exclude(translation_key__in=translated).order_by("path"):
        creator.create_translations(each)


def before_editing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Hook that keeps the translation editor from losing sentences when a translation is published or converted.

    Returns a redirect with a message when it refuses; None to go on.
    """
    if request.method != "POST" or page.alias_of_id:
        return None
    publishing = request.POST.get("action") == "publish"
    restarting = "localize-restart-translation" in request.POST
    converting = "localize-convert-to-alias" in request.POST
    if not (publishing or restarting or converting):
        return None
    found = Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id)
    translation = found.select_related("source").first()
    if translation is None:
        return None
    if translation.enabled:
        return _only_complete(request, translation) if publishing else None
    remembered = remember(page.specific, translation, request.user)
    if restarting and not remembered:
        messages.error(
            request,
            _(
                "This page has other paragraphs than the Dutch page, so its sentences cannot be put beside the Dutch "
                "ones. Give it the same paragraphs first; otherwise its words would get lost."
            ),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def _only_complete(request: HttpRequest, translation: Translation) -> HttpResponse | None:
    count = sentences_lost(translation)
    if not count:
        return None
    told = ngettext(
        "Not published: %(count)d sentence is not translated yet and would be Dutch again. "
        "Readers keep the present translation until then.",
        "Not published: %(count)d sentences are not translated yet and would be Dutch again. "
        "Readers keep the present translation until then.",
        count,
    )
    messages.error(request, told % {"count": count})
    for each in [*sentences_missing(translation)][:MOST_TOLD]:
        messages.error(request, _("“%(dutch)s”: %(why)s") % {"dutch": each.dutch, "why": each.why})
    return redirect(request.path)


def before_editing_snippet(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Hook that lets a term, message or help line be published in another language only when it is complete.

    Returns a redirect with a message when it refuses; None to go on.
    """
    publishing = request.method == "POST" and request.POST.get("action") == "publish"
    if not publishing or not isinstance(instance, TranslatableMixin):
        return None
    found = Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
    )
    translation = found.select_related("source").first()
    return _only_complete(request, translation) if translation is not None else None


@transaction.atomic
def remember(page: Page, translation: Translation, user: Any) -> bool:
    """Stores the texts written on the page itself as translations of the sentences of its source.

    Returns False, and stores nothing, when the page has other paragraphs than its source.
    """
    asked = segments_of(translation.source)
    written = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            written[segment.path].append(segment)
    if any(len(written[path]) != len(segments) for path, segments in asked.items()) or set(written) - set(asked):
        return False
    for path, segments in asked.items():
        for segment, own in zip(segments, sorted(written[path], key=lambda each: each.order), strict=True):
            if own.string.data != segment.string.data:
                _keep(segment, own.string.data, translation.target_locale_id, user)
    return True


def _keep(segment: StringSegment, text: str, locale_id: int, user: Any) -> None:
    place = {"translation_of_id": segment.string_id, "context_id": segment.context_id, "locale_id": locale_id}
    kept = StringTranslation.objects.filter(**place).first()
    if kept is not None and kept.data == text:
        return
    StringTranslation.objects.update_or_create(
        **place,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )

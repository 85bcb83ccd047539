"""A person confirms a translation: it says what the Dutch page says now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.models import Page

from home.languages import source_code
from home.pages.base import BasePage
from home.translation.completeness import Missing, NotWhole, missing_in, translation_of
from home.translation.machine_words import MACHINE, OUTDATED, confirm_words, machine_words
from home.translation.source_versions import note_made, public_digest
from home.translation.string_views import MOST_TOLD
from home.translation.translation_sources import refresh_source

CONFIRMED = "home.confirm_translation"
"""The action of a confirmation in the history of a page."""


@transaction.atomic
def confirm(page: BasePage, user: Any, now: datetime) -> int:
    """Confirms a translated page beside the present Dutch page. Returns how many of its texts were a machine's.

    Raises NotWhole when it lacks a sentence, a fact or a link of the Dutch page.
    """
    source = page.source_version
    if source is not None:
        refresh_source(source)
    missing = missing_in(page)
    if missing:
        raise NotWhole(missing)
    count = confirm_words(page, user)
    if source is not None:
        note_made([(page, source)], now)
    _publish_what_was_read(page, user)
    log(instance=page, action=CONFIRMED, user=user, data={"texts": count})
    return count


def _publish_what_was_read(page: BasePage, user: Any) -> None:
    """Publishes the translation once more if sentences were translated after the page was published."""
    translation = translation_of(page)
    if translation is None or not page.live:
        return
    whole = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    if public_digest(whole) != public_digest(page):
        translation.save_target(user=user, publish=True)


def waits_for(page: Page, user: Any) -> bool:
    """Returns whether this page is a translation that this person can confirm: made by a machine, or outdated."""
    if not isinstance(page, BasePage) or page.translated.name not in {MACHINE, OUTDATED}:
        return False
    return bool(page.permissions_for_user(user).can_publish())


def confirm_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """Asks an editor to confirm a translation, and confirms it by POST. Raises Http404 for any other page.

    Raises PermissionDenied for somebody who may not publish the page.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or page.alias_of_id or page.locale.language_code == source_code():
        raise Http404
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method != "POST":
        count = machine_words(page).values("pk").distinct().count()
        context = {"page": page, "count": count, "missing": missing_in(page)}
        return TemplateResponse(request, "home/admin/confirm_translation.html", context)
    if not waits_for(page, request.user):
        messages.info(request, _("Nothing on “%(title)s” was waiting to be confirmed.") % {"title": page})
        return redirect("wagtailadmin_pages:edit", page.pk)
    try:
        confirm(page, request.user, timezone.now())
    except NotWhole as lacking:
        tell_missing(request, lacking.missing)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Confirmed: “%(title)s” is up to date.") % {"title": page})
    return redirect("wagtailadmin_pages:edit", page.pk)


def tell_missing(request: HttpRequest, missing: list[Missing]) -> None:
    """Shows the editor why a translation is not confirmed: how much is missing, and the first parts by name."""
    told = ngettext(
        "Not confirmed: %(count)d sentence of the Dutch page is missing or not right.",
        "Not confirmed: %(count)d sentences of the Dutch page are missing or not right.",
        len(missing),
    )
    messages.error(request, told % {"count": len(missing)})
    for each in missing[:MOST_TOLD]:
        messages.error(request, _("“%(dutch)s”: %(why)s") % {"dutch": each.dutch, "why": each.why})


def confirm_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yields the button to confirm a translation, for the list of pages and above the page itself."""
    if page.depth > 1 and page.locale.language_code != source_code() and not page.alias_of_id:
        own = page.specific
        if waits_for(own, user):
            url = reverse("confirm_translation", args=[page.pk])
            yield Button(_("Confirm translation"), url, icon_name="check", priority=45)

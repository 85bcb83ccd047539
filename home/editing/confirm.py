"""A person stands for a translation: it says what the Dutch page says now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.models import Page

from home.languages import source_code
from home.models import BasePage
from home.source_words import note_made
from home.translations import MACHINE, OUTDATED, confirm_words, machine_words

CONFIRMED = "home.confirm_translation"
"""The name of a confirmation in the history of a page."""


@transaction.atomic
def confirm(page: BasePage, user: Any, now: datetime) -> int:
    """Its words are those of a person from now on, and follow what its Dutch page says; how many were a machine's."""
    count = confirm_words(page, user)
    source = page.source_version
    if source is not None:
        note_made([(page, source)], now)
    log(instance=page, action=CONFIRMED, user=user, data={"texts": count})
    return count


def waits_for(page: Page, user: Any) -> bool:
    """Whether this person can confirm something on this page."""
    if not isinstance(page, BasePage) or page.translated.name not in {MACHINE, OUTDATED}:
        return False
    return bool(page.permissions_for_user(user).can_publish())


def confirm_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """Asks once more, and confirms."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or page.alias_of_id or page.locale.language_code == source_code():
        raise Http404
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method != "POST":
        count = machine_words(page).values("pk").distinct().count()
        return TemplateResponse(request, "home/admin/confirm_translation.html", {"page": page, "count": count})
    if waits_for(page, request.user):
        confirm(page, request.user, timezone.now())
        messages.success(request, _("Confirmed: “%(title)s” is up to date.") % {"title": page})
    else:
        messages.info(request, _("Nothing on “%(title)s” was waiting to be confirmed.") % {"title": page})
    return redirect("wagtailadmin_pages:edit", page.pk)


def confirm_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Among the other actions of a translated page: in the list, and above the page itself."""
    if page.depth > 1 and page.locale.language_code != source_code() and not page.alias_of_id:
        own = page.specific
        if waits_for(own, user):
            url = reverse("confirm_translation", args=[page.pk])
            yield Button(_("Confirm translation"), url, icon_name="check", priority=45)

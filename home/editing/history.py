"""What stood on a page before: every published state can be looked at and brought back, in every language.

Wagtail offers that beside "edited" only and hides it beside "published", since a person who publishes has edited
first. What is published by itself (loaded content, a new address on many pages, a translation) was never edited.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.history import ActionColumn
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from home.translation.restore import restore_translation

PUBLISHED, EDITED = "wagtail.publish", "wagtail.edit"


class EveryState(ActionColumn):
    """Wagtail's column of what can be done with a version, also for one that was published without being edited."""

    @cached_property
    def edited(self) -> set[int]:
        """Returns the numbers of the revisions that the history lists as edited."""
        entries = PageLogEntry.objects.filter(page_id=self.object.pk, content_changed=True).exclude(action=PUBLISHED)
        return set(entries.exclude(revision=None).values_list("revision_id", flat=True))

    def get_actions(self, instance: Any, parent_context: Any) -> list[dict[str, str]]:
        written = instance.action
        if written == PUBLISHED and instance.content_changed and instance.revision_id not in self.edited:
            instance.action = EDITED
        try:
            found: list[dict[str, str]] = super().get_actions(instance, parent_context)
            return found
        finally:
            instance.action = written


class History(PageHistoryView):
    """Wagtail's history of a page, in which every published version can be looked at and brought back."""

    @cached_property
    def columns(self) -> list[Any]:
        found = list(super().columns)
        theirs = found[0]
        theirs.__class__ = EveryState
        return found


def revert(request: HttpRequest, page_id: int, revision_id: int) -> HttpResponse:
    """Brings back an earlier version: the texts of a translation at once, any other page as a form in the editor.

    Raises PermissionDenied for somebody who may not edit the translation.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()
    if translation is None or page.alias_of_id:
        answer: HttpResponse = RevisionsRevertView.as_view()(request, page_id=page_id, revision_id=revision_id)
        return answer
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    revision = get_object_or_404(page.revisions, pk=revision_id)
    if request.method != "POST":
        return TemplateResponse(request, "home/admin/restore_translation.html", {"page": page, "revision": revision})
    outcome = restore_translation(translation, revision, request.user)
    if outcome.texts:
        messages.success(
            request,
            _("Texts brought back: %(count)d. Look at them, and publish the translation.") % {"count": outcome.texts},
        )
    else:
        messages.info(request, _("Every text is already as it was in that version."))
    if outcome.gone:
        messages.warning(
            request,
            _("Texts that the Dutch page no longer has, and that did not come back: %(count)d.")
            % {"count": outcome.gone},
        )
    return redirect("wagtailadmin_pages:edit", page.pk)


history = require_admin_access(History.as_view())
history_results = require_admin_access(History.as_view(results_only=True))
revert_version = require_admin_access(revert)
"""Their URLs stand before Wagtail's own and have the same paths."""

"""Approving what a writer handed in, from the start screen: only what is whole."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.workflow import WorkflowAction

from home.editing.ready import why_not
from home.pages.base import BasePage

APPROVE = "approve"


class OnlyWholePages(WorkflowAction):
    """Wagtail's approval, except that a page that became unfit since it was handed in sends the editor to its form."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        page = self.task_state.revision.as_object()
        reason = why_not(page) if self.action_name == APPROVE and isinstance(page, BasePage) else ""
        if not reason:
            done: HttpResponse = super().post(request, *args, **kwargs)
            return done
        messages.error(request, _("“%(title)s” cannot be published: %(reason)s") % {"title": page, "reason": reason})
        back = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            answer: HttpResponse = self.render_modal_json(request, {"step": "success", "redirect": back})
            return answer
        return redirect(back)


approve = require_admin_access(OnlyWholePages.as_view())
"""Its URL stands before Wagtail's own and has the same path."""

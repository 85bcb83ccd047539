"""The two reports among Wagtail's reports, and their line on the start screen of editors."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.editing.refusals import admin_403
from home.editing.tasks import HOOK, SOON, Task
from questions.feedback.editor_views import CountsReport, RemarksReport
from questions.feedback.permissions import may_read_feedback
from questions.feedback.selectors import pages_voted_unhelpful


class FeedbackMenuItem(MenuItem):
    """A menu item for people who may read what visitors say."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read_feedback(request.user)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the addresses of both reports, and of the part that a filter fetches."""
    return [
        path("nuttig/", admin_403(CountsReport.as_view()), name="feedback_counts"),
        path("nuttig/lijst/", admin_403(CountsReport.as_view(results_only=True)), name="feedback_counts_results"),
        path("nuttig/opmerkingen/", admin_403(RemarksReport.as_view()), name="feedback_remarks"),
        path(
            "nuttig/opmerkingen/lijst/",
            admin_403(RemarksReport.as_view(results_only=True)),
            name="feedback_remarks_results",
        ),
    ]


@hooks.register(HOOK)
def pages_that_do_not_help(request: HttpRequest) -> Iterable[Task]:
    """Yields the line on the start screen for people who may read what visitors say."""
    if may_read_feedback(request.user):
        count = len(pages_voted_unhelpful(timezone.now()))
        yield Task(gettext("Pages that did not help"), count, reverse("feedback_counts"), "help", SOON)


@hooks.register("register_reports_menu_item")
def counts_item() -> MenuItem:
    """Returns the menu item of the report on votes."""
    return FeedbackMenuItem(
        _("Was this page helpful?"), reverse("feedback_counts"), name="nuttig", icon_name="help", order=1300
    )


@hooks.register("register_reports_menu_item")
def remarks_item() -> MenuItem:
    """Returns the menu item of the report on remarks."""
    return FeedbackMenuItem(
        _("What visitors wrote"), reverse("feedback_remarks"), name="opmerkingen", icon_name="comment", order=1310
    )

"""The reports of editors: votes per page and language, and the remarks."""

from datetime import timedelta
from typing import Any

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from questions.feedback.models import Remark
from questions.feedback.permissions import may_read_feedback
from questions.feedback.presenters import remark_text, vote_label
from questions.feedback.selectors import pages_with_votes

PERIODS = [("30", _("the last 30 days")), ("90", _("the last 90 days")), ("365", _("the last year"))]


def language_filter(path: str) -> django_filters.ChoiceFilter:
    """Returns a filter by the language of the page at this path."""
    return django_filters.ChoiceFilter(
        field_name=f"{path}locale__language_code", label=_("Language"), choices=settings.LANGUAGES
    )


class FeedbackReport(ReportView):
    """A report for people who may read what visitors say."""

    paginate_by = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read_feedback(request.user):
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class CountFilters(WagtailFilterSet):
    """Filters by language and period."""

    language = language_filter("")
    period = django_filters.ChoiceFilter(label=_("Period"), choices=PERIODS, method="since")

    class Meta:
        model = Page
        fields = ["language", "period"]

    def since(self, queryset: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """Returns the same pages, with only the votes of the last `value` days counted."""
        pages = list(queryset.values_list("pk", flat=True))
        return pages_with_votes(timezone.now() - timedelta(days=int(value))).filter(pk__in=pages)


class CountsReport(FeedbackReport):
    """How often each page helped or did not, in each language."""

    page_title = _("Was this page helpful?")
    header_icon = "help"
    index_url_name = "feedback_counts"
    index_results_url_name = "feedback_counts_results"
    filterset_class = CountFilters
    is_searchable = False
    columns = [
        TitleColumn("title", label=_("Page"), get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk])),
        Column("language", label=_("Language")),
        NumberColumn("no", label=_("No")),
        NumberColumn("yes", label=_("Yes")),
        Column(
            "remarks",
            label=_("Remarks"),
            accessor="remarks",
        ),
    ]
    list_export = ["title", "language", "no", "yes", "remarks"]
    export_headings = {
        "title": _("Page"),
        "language": _("Language"),
        "no": _("No"),
        "yes": _("Yes"),
        "remarks": _("Remarks"),
    }

    def get_queryset(self) -> QuerySet[Page]:
        """Returns every page with votes, the least helpful first."""
        return pages_with_votes()

    def get_filename(self) -> str:
        """Returns the name of the exported file."""
        return f"nuttig-{timezone.localdate():%Y-%m-%d}"


class RemarkFilters(WagtailFilterSet):
    """Filters by language and by yes or no."""

    language = language_filter("vote__page__")
    helpful = django_filters.ChoiceFilter(
        field_name="vote__helpful", label=_("Helpful"), choices=[(True, _("Yes")), (False, _("No"))]
    )

    class Meta:
        model = Remark
        fields = ["language", "helpful"]


class RemarksReport(FeedbackReport):
    """What visitors wrote about pages."""

    page_title = _("What visitors wrote about pages")
    header_icon = "comment"
    index_url_name = "feedback_remarks"
    index_results_url_name = "feedback_remarks_results"
    filterset_class = RemarkFilters
    is_searchable = False
    columns = [
        DateColumn("at", label=_("When")),
        TitleColumn(
            "page",
            label=_("Page"),
            accessor=lambda remark: remark.vote.page.title,
            get_url=lambda remark: reverse("wagtailadmin_pages:edit", args=[remark.vote.page_id]),
        ),
        Column("language", label=_("Language"), accessor="vote.page.locale.language_code"),
        Column("helpful", label=_("Helpful"), accessor=vote_label),
        Column("words", label=_("Remark"), accessor=remark_text),
    ]
    list_export = ["at", "vote.page.title", "vote.page.locale.language_code", "helpful", "words"]
    export_headings = {
        "at": _("When"),
        "vote.page.title": _("Page"),
        "vote.page.locale.language_code": _("Language"),
        "helpful": _("Helpful"),
        "words": _("Remark"),
    }

    def get_queryset(self) -> QuerySet[Remark]:
        """Returns the remarks, the newest first."""
        return Remark.objects.select_related("vote__page__locale")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Opens the remarks on this page of the report, and no others."""
        for remark in object_list:
            remark.words, remark.helpful = remark_text(remark), vote_label(remark)
        return object_list

    def get_filename(self) -> str:
        """Returns the name of the exported file."""
        return f"opmerkingen-{timezone.localdate():%Y-%m-%d}"

"""Where something is used, counted once: a page that only shows the Dutch words is no place of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Locale, Page, PageQuerySet
from wagtail.snippets.views.snippets import SnippetViewSet, UsageView

from home.languages import source_code


@hooks.register("construct_page_chooser_queryset")
def pages_to_link_to(pages: "PageQuerySet[Page]", request: HttpRequest) -> "PageQuerySet[Page]":
    """For a link in running text every page once, the Dutch one: a link leads to the page in the reader's language.

    Somebody who chooses a place to move to, or a page for a redirect, sees them all.
    """
    if "allow_external_link" not in request.GET:
        return pages
    return pages.filter(locale__in=Locale.objects.filter(language_code=source_code()).values_list("pk", flat=True))


class _ToTheForm(UsageView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(reverse(self.edit_url_name, args=[self.object.pk]))


class UsesStandAbove(SnippetViewSet):
    """A row whose form itself lists where it is used, by what texts say too. Wagtail counts only what points to it."""

    usage_view_class = _ToTheForm

    def get_url_name(self, view_name: str) -> str | None:
        """Returns None for the usage list: the form has one."""
        return None if view_name == "usage" else super().get_url_name(view_name)

"""Where something is used, counted once: an alias, which only shows the Dutch words, is not counted as a place."""

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
    """Returns only the Dutch pages for a link in running text: it leads to the page in the reader's language.

    For a place to move to, or the page of a redirect, it returns all of them.
    """
    if "allow_external_link" not in request.GET:
        return pages
    return pages.filter(locale__in=Locale.objects.filter(language_code=source_code()).values_list("pk", flat=True))


class _ToTheForm(UsageView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(reverse(self.edit_url_name, args=[self.object.pk]))


class UsesStandAbove(SnippetViewSet):
    """The admin of a row whose form lists where it is used, in texts too.

    Wagtail's own list has only what points to the row; the address of that list redirects to the form.
    """

    usage_view_class = _ToTheForm

    def get_url_name(self, view_name: str) -> str | None:
        """Returns None for the usage list: the form has one."""
        return None if view_name == "usage" else super().get_url_name(view_name)

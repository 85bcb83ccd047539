"""What we add to Wagtail's editor: links that follow the reader's language, and confirming a translation."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.signals import page_published

from home.languages import source_code
from home.links import address_of
from home.translations import confirm_words, has_machine_words, machine_words


class LinkInTheReadersLanguage(PageLinkHandler):
    """Looks up all links of a page with one query; Wagtail's own takes three per link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        numbers = [int(attrs["id"]) if attrs.get("id", "").isdigit() else 0 for attrs in attrs_list]
        found = address_of({number for number in numbers if number})
        urls = [found.get(number, "") for number in numbers]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


@hooks.register("register_rich_text_features", order=20)
def links_follow_the_language(features: FeatureRegistry) -> None:
    """Takes the place of Wagtail's own handler, which is registered before this one."""
    handler: type[LinkHandler] = LinkInTheReadersLanguage
    features.register_link_type(handler)


def confirm_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """A person confirms the machine-made words of a translated page."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method != "POST":
        count = machine_words(page).values("pk").distinct().count()
        return TemplateResponse(request, "home/admin/confirm_translation.html", {"page": page, "count": count})
    count = confirm_words(page, request.user)
    if count:
        messages.success(request, _("Confirmed: %(count)d texts of “%(title)s”.") % {"count": count, "title": page})
        page_published.send(sender=type(page), instance=page, revision=page.latest_revision)
    else:
        messages.info(request, _("Nothing on “%(title)s” was waiting to be confirmed.") % {"title": page})
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def confirm_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Among the other actions of a translated page: in the list, and above the page itself."""
    translated = page.locale.language_code != source_code() and not page.alias_of_id
    if translated and page.permissions_for_user(user).can_publish() and has_machine_words(page):
        url = reverse("confirm_translation", args=[page.pk])
        yield Button(_("Confirm translation"), url, icon_name="check", priority=45)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The address behind the button."""
    return [path("vertaling/<int:page_id>/bevestigen/", confirm_translation, name="confirm_translation")]

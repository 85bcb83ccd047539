"""Hooks for taking offline, deleting and moving a page that exists in every language.

They tell the editor what happens to the other languages, and ask where readers are sent.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from home.pages.old_addresses import leave_to
from home.translation.in_step.carry import restore, show_again
from home.translation.in_step.twins import leads, source_of
from home.translation.withdrawn import Withdrawn

SITE_NAME = "confirm_site_name"
"""The field in which an editor types the site's name to confirm that many pages are deleted."""


class SuccessorForm(forms.Form):
    """Asks to which page readers of a deleted page are sent."""

    successor = forms.ModelChoiceField(
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        label=gettext_lazy("Send readers on to"),
        help_text=gettext_lazy(
            "The address of what is deleted stands in letters, in search engines and on other websites. Whoever "
            "follows it then gets the page that you choose here, in the language of the reader. Empty: they read that "
            "there is nothing here any more."
        ),
        widget=AdminPageChooser(),
    )


@hooks.register("before_delete_page", order=1000)
def leave_its_addresses(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Writes the redirects of a page that is about to be deleted, in the same transaction.

    Returns a redirect to the form when the chosen page cannot take over; None to let Wagtail delete.
    """
    typed = request.POST.get(SITE_NAME, settings.WAGTAIL_SITE_NAME)
    return _leave(request, [page]) if typed == settings.WAGTAIL_SITE_NAME else None


@hooks.register("before_bulk_action", order=1000)
def leave_their_addresses(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Does the same for several pages that are about to be deleted together."""
    pages = [each for each in objects if isinstance(each, Page)]
    return _leave(request, pages) if action_type == "delete" and pages else None


def _leave(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    form = SuccessorForm(request.POST)
    successor = form.cleaned_data["successor"] if request.method == "POST" and form.is_valid() else None
    if successor is None:
        return None
    keys = Page.objects.filter(translation_key=successor.translation_key)
    goes_too = any(each.path.startswith(page.path) for each in keys for page in pages)
    if goes_too or not successor.live:
        told = _(
            "Nothing is deleted: readers cannot be sent on to “%(title)s”. It is not on the site, or goes away too."
        )
        messages.error(request, told % {"title": successor})
        return redirect(request.get_full_path())
    for page in pages:
        if leads(page):
            leave_to(page, successor)
    return None


@hooks.register("after_delete_page")
def dutch_words_in_its_place(request: HttpRequest, page: Page) -> None:
    """Puts a page with the Dutch words in the place of a translation that was deleted by itself."""
    restore(page)


@hooks.register("after_bulk_action")
def dutch_words_in_their_place(request: HttpRequest, action_type: str, objects: Any, action: Any) -> None:
    """Does the same after several pages were deleted together."""
    if action_type == "delete":
        for each in objects:
            if isinstance(each, Page):
                restore(each)


@hooks.register("before_move_page")
def only_the_dutch_page_moves(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Refuses to move a page of another language: it stands where the Dutch page stands."""
    if leads(page) or source_of(page) is None:
        return None
    messages.error(
        request, _("This page stands where the Dutch page stands. Move the Dutch page: all languages follow.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_edit_page", order=-20)
def it_comes_with_the_dutch_page(request: HttpRequest, page: Page) -> None:
    """Tells an editor who publishes a translation that it stays offline while the Dutch page is offline."""
    publishing = request.method == "POST" and (
        request.POST.get("action") == "publish" or "action-publish" in request.POST
    )
    source = source_of(page) if publishing and not leads(page) else None
    if source is not None and not source.live:
        messages.info(
            request, _("The Dutch page is not on the site. This translation comes on the site together with it.")
        )


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the URL of the screen that puts one language back online."""
    return [path("weer-tonen/<int:page_id>/", put_back_on_the_site, name="show_again")]


def put_back_on_the_site(request: HttpRequest, page_id: int) -> HttpResponse:
    """Asks to put one language back online, and does so by POST.

    Raises PermissionDenied for somebody who may not publish the page.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method != "POST":
        return TemplateResponse(request, "home/admin/show_again.html", {"page": page})
    show_again(page)
    messages.success(request, _("“%(title)s” is on the site again.") % {"title": page})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def may_show_again(page: Page, user: Any) -> bool:
    """Returns whether the page was taken offline in one language only, and this person may put it back."""
    off = page.depth > 1 and not page.live and Withdrawn.objects.filter(page_id=page.pk).exists()
    return off and bool(page.permissions_for_user(user).can_publish())


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def show_again_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yields the button to show a page again that was taken offline in one language."""
    if may_show_again(page, user):
        yield Button(_("Show again"), reverse("show_again", args=[page.pk]), icon_name="view", priority=47)

"""The hooks by which Wagtail's admin gets the help for editors."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.editing import lists
from home.editing.checker import OurChecker
from home.editing.ready import why_not
from home.editing.tasks import TasksPanel
from home.glossary.plain_words import PlainWord
from home.languages import source_code
from home.pages.base import BasePage
from home.pages.permissions import may_write_pages
from home.review import views
from home.review.writer import STILL_RIGHT


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the URLs of the lists, and of the answer "still right"."""
    return [
        path("klopt-nog/", lists.pages_to_read_again, name="pages_to_read_again"),
        path("klopt-nog/<int:page_id>/", views.still_right_in_admin, name="still_right_in_admin"),
        path("kapotte-links/", lists.broken_links, name="broken_links"),
        path("afbeeldingen-zonder-tekst/", lists.pictures_without_description, name="pictures_without_description"),
    ]


@hooks.register("insert_global_admin_js")
def what_is_typed_stays() -> SafeString:
    """Returns the script that stops Wagtail's calendars from replacing what they cannot read by today."""
    return format_html('<script src="{}"></script>', static("js/date-fields.js"))


@hooks.register("insert_global_admin_js")
def words_of_buttons() -> SafeString:
    """Returns the script that translates the names of buttons that are in English in the scripts of the packages."""
    return format_html('<script src="{}"></script>', static("js/untranslated-words.js"))


@hooks.register("insert_editor_js")
def saved_once() -> SafeString:
    """Returns the scripts of saving in the editor.

    With them a button pressed during an autosave waits for it, and an editor's own autosave is not reported to her as
    somebody else's version.
    """
    scripts = ("js/editor-saving.js", "js/editor-sessions.js")
    return format_html_join("", '<script src="{}"></script>', ((static(script),) for script in scripts))


@hooks.register("insert_editor_js")
def pasted_apart() -> SafeString:
    """Returns the script that keeps the cells of a pasted table from running together into one word."""
    return format_html('<script src="{}"></script>', static("js/editor-paste.js"))


@hooks.register("construct_homepage_panels")
def what_is_theirs_to_do(request: HttpRequest, panels: list[Any]) -> None:
    """Adds the list of tasks to the start screen of people who write pages."""
    if may_write_pages(request.user):
        panels.append(TasksPanel())


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    """Removes the counts of pages and pictures from the start screen: they are no task."""
    items.clear()


class EditorsMenuItem(MenuItem):
    """A menu item for people who write or publish pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_write_pages(request.user)


@hooks.register("register_reports_menu_item")
def broken_links_report() -> MenuItem:
    """Returns the menu item of the list of broken links, among the reports."""
    label = gettext_lazy("Links that lead nowhere")
    return EditorsMenuItem(label, reverse("broken_links"), name="broken-links", icon_name="link", order=600)


@hooks.register("register_reports_menu_item")
def read_again_report() -> MenuItem:
    """Returns the menu item of the list of pages to read again, among the reports."""
    label = gettext_lazy("Pages to read again")
    url = reverse("pages_to_read_again")
    return EditorsMenuItem(label, url, name="read-again", icon_name="calendar-check", order=610)


@hooks.register("register_log_actions")
def still_right_in_the_history(actions: Any) -> None:
    """Registers the words that the history of a page shows when somebody confirmed that it is still right."""
    actions.register_action(
        STILL_RIGHT, gettext_lazy("Still right"), gettext_lazy("Somebody read the page: it is still right")
    )


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def still_right_button(page: Page, user: Any, **kwargs: Any) -> Iterator[Button]:
    """Yields the button "Still right" for a published page in the source language, if this person may publish it."""
    in_source = page.locale.language_code == source_code()
    if page.depth > 1 and page.live and in_source and page.permissions_for_user(user).can_publish():
        url = reverse("still_right_in_admin", args=[page.pk])
        yield Button(gettext("Still right"), url, icon_name="calendar-check", priority=46)


@hooks.register("construct_wagtail_userbar")
def checks_of_our_own(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Puts our checker in the place of Wagtail's."""
    for number, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[number] = OurChecker(in_editor=item.in_editor)


@hooks.register("before_bulk_action")
def only_whole_pages_go_out_together(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Refuses to publish several pages at once when one of them is not fit to be published by itself.

    Returns a redirect to the start screen, with a message per refused page; None to let Wagtail go on.
    """
    if request.method != "POST" or action_type != "publish":
        return None
    refused = False
    for each in objects:
        page = each.specific.get_latest_revision_as_object() if isinstance(each, Page) else None
        reason = why_not(page) if isinstance(page, BasePage) else ""
        if reason:
            refused = True
            messages.error(
                request, gettext("“%(title)s” cannot be published: %(reason)s") % {"title": page, "reason": reason}
            )
    return redirect("wagtailadmin_home") if refused else None


class PlainWordViewSet(SnippetViewSet):
    """The admin of official words and what people say instead."""

    model = PlainWord
    icon = "openquote"
    menu_label = gettext_lazy("Plain words")
    menu_name = "plain-words"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["official", "plain"]
    search_fields = ["official", "plain"]
    copy_view_enabled = False


register_snippet(PlainWordViewSet)

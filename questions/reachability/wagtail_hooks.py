"""Report and theme monitor in Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from questions.reachability.complaints_views import complaints_file, complaints_page
from questions.reachability.corrections_views import corrections_page
from questions.reachability.monitor_views import theme_page
from questions.reachability.outcomes_views import outcomes_page
from questions.reachability.views import report_page


class ReportMenuItem(MenuItem):
    """A menu item for people who may see figures."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("reachability.see_figures")


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the addresses of the report, its corrections, the complaints and the theme monitor."""
    return [
        path("bereikbaarheid/", report_page, name="reachability_report"),
        path("bereikbaarheid/correcties/", corrections_page, name="reachability_corrections"),
        path("bereikbaarheid/klachten/", complaints_page, name="complaints"),
        path("bereikbaarheid/klachten/klachten.csv", complaints_file, name="complaints_file"),
        path("bereikbaarheid/uitkomsten/", outcomes_page, name="outcomes"),
        path("themas/", theme_page, name="theme_monitor"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Returns the menu item of the report."""
    return ReportMenuItem(
        _("Reachability"), reverse("reachability_report"), name="bereikbaarheid", icon_name="history", order=20
    )


@hooks.register("register_admin_menu_item")
def complaints_menu_item() -> MenuItem:
    """Returns the menu item of the complaints."""
    return ReportMenuItem(_("Complaints"), reverse("complaints"), name="klachten", icon_name="warning", order=22)


@hooks.register("register_admin_menu_item")
def outcomes_menu_item() -> MenuItem:
    """Returns the menu item of where questions ended."""
    return ReportMenuItem(
        _("Where questions ended"), reverse("outcomes"), name="uitkomsten", icon_name="site", order=22
    )


@hooks.register("register_admin_menu_item")
def theme_menu_item() -> MenuItem:
    """Returns the menu item of the theme monitor."""
    return ReportMenuItem(_("Theme monitor"), reverse("theme_monitor"), name="themas", icon_name="tag", order=21)

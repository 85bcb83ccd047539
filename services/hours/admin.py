"""The place in Wagtail's admin of the hours as they will be, and of the closures to decide about."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.hours.closure_views import closures_page, judge_closure
from services.hours.views import hours_page


class HoursMenuItem(MenuItem):
    """Shown to who may see hours."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("services.view_calendarversion")


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The doors of hours and closures."""
    return [
        path("openingstijden/", hours_page, name="hours_ahead"),
        path("openingstijden/sluitingen/", closures_page, name="closures"),
        path("openingstijden/sluitingen/<str:day>/", judge_closure, name="judge_closure"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """The menu item."""
    return HoursMenuItem(_("Opening hours"), reverse("hours_ahead"), name="openingstijden", icon_name="time", order=245)

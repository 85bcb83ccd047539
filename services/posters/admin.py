"""The place of posters and flyers in Wagtail's admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.posters import admin_views


class PostersMenuItem(MenuItem):
    """Shown to editors of facts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(admin_views.MAY)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The doors of posters and flyers."""
    about = "drukwerk/<slug:theme>/<slug:district>/<slug:kind>"
    return [
        path("drukwerk/", admin_views.posters_page, name="posters"),
        path(f"{about}.zip", admin_views.posters_bundle, name="posters_bundle"),
        path(f"{about}/<slug:language>/<int:side>.png", admin_views.poster_picture, name="poster_picture"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """The menu item."""
    return PostersMenuItem(
        _("Posters and flyers"), reverse("posters"), name="drukwerk", icon_name="doc-full", order=260
    )

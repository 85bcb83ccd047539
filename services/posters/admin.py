"""Posters and flyers in Wagtail's admin: their URLs and the menu item."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from services.posters import admin_views


class PostersMenuItem(MenuItem):
    """A menu item for people who may change themes."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(admin_views.MAY)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the URLs of posters and flyers."""
    about = "drukwerk/<slug:theme>/<slug:district>/<slug:kind>"
    return [
        path("drukwerk/", admin_views.posters_page, name="posters"),
        path(f"{about}.zip", admin_views.posters_bundle, name="posters_bundle"),
        path(f"{about}/<slug:language>/<int:side>.png", admin_views.poster_picture, name="poster_picture"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Returns the menu item of posters and flyers."""
    return PostersMenuItem(
        _("Posters and flyers"), reverse("posters"), name="drukwerk", icon_name="doc-full", order=260
    )

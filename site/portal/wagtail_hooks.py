"""The second factor's place in Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.factor import views
from portal.factor.guard import ASK, SETUP


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern | URLResolver]:
    """The doors of the second factor."""
    return [
        path("tweede-factor/", views.ask, name=ASK),
        path("tweede-factor/instellen/", views.setup, name=SETUP),
        path("tweede-factor/beheren/", views.manage, name="second_factor_manage"),
        path("tweede-factor/reservecodes/", views.recovery, name="second_factor_recovery"),
        path("tweede-factor/weghalen/<slug:kind>/<int:pk>/", views.remove, name="second_factor_remove"),
        path("tweede-factor/sleutel/", include("portal.factor.passkeys")),
    ]


@hooks.register("register_account_menu_item")
def account_item(request: HttpRequest) -> dict[str, Any]:
    """On the page of one's own account."""
    return {
        "url": reverse("second_factor_manage"),
        "label": _("Second factor"),
        "help_text": _("Your app, your passkeys and your recovery codes."),
    }

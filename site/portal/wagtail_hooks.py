"""The second factor in Wagtail's admin, and the actions on many people at once."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import ListingButton

from portal import manuals as _manuals  # noqa: F401 (importing registers them)
from portal.admin.users import DeletePeople, GiveRole, SwitchPeople
from portal.two_factor import views
from portal.two_factor.middleware import ASK, SETUP

# After Wagtail's own, in whose place they come.
for action in (GiveRole, DeletePeople, SwitchPeople):
    hooks.register("register_bulk_action", action, order=1)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern | URLResolver]:
    """Returns the addresses of the second factor."""
    return [
        path("tweede-factor/", views.ask, name=ASK),
        path("tweede-factor/instellen/", views.setup, name=SETUP),
        path("tweede-factor/beheren/", views.manage, name="second_factor_manage"),
        path("tweede-factor/reservecodes/", views.recovery, name="second_factor_recovery"),
        path("tweede-factor/weghalen/<slug:kind>/<int:pk>/", views.remove, name="second_factor_remove"),
        path("tweede-factor/sleutel/", include("portal.two_factor.passkeys")),
        path("tweede-factor/opnieuw/<int:pk>/", views.reset, name="second_factor_reset"),
    ]


@hooks.register("register_user_listing_buttons")
def reset_button(user: User, request_user: User) -> Iterator[ListingButton]:
    """Yields the button for a person who lost phone and recovery codes."""
    if user != request_user and request_user.has_perm(views.RESET):
        yield ListingButton(
            _("Reset second factor"), reverse("second_factor_reset", args=[user.pk]), icon_name="lock", priority=30
        )


@hooks.register("register_account_menu_item")
def account_item(request: HttpRequest) -> dict[str, Any]:
    """Returns the line about the second factor on the page of one's own account."""
    return {
        "url": reverse("second_factor_manage"),
        "label": _("Second factor"),
        "help_text": _("Your app, your passkeys and your recovery codes."),
    }

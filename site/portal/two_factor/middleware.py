"""Asks for the second factor everywhere in the admin, after signing in with a password."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django_otp.middleware import OTPMiddleware

from portal.two_factor.codes import Who, has_factor

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN = "/beheer/"
ASK, SETUP = "second_factor_ask", "second_factor_setup"
# These give nothing away, so that people who have not signed in use them too.
OPEN = frozenset(
    (
        *("wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"),
        *("wagtailadmin_password_reset", "wagtailadmin_password_reset_done"),
        *("wagtailadmin_password_reset_confirm", "wagtailadmin_password_reset_complete"),
        "otp_webauthn:js-i18n-catalog",
    )
)
TO_SHOW_A_FACTOR = frozenset(
    (ASK, "otp_webauthn:credential-authentication-begin", "otp_webauthn:credential-authentication-complete")
)
TO_SET_ONE_UP = frozenset(
    (SETUP, "otp_webauthn:credential-registration-begin", "otp_webauthn:credential-registration-complete")
)


class SecondFactorMiddleware:
    """Redirects everybody who signed in with a password alone to the page that asks the second factor.

    Outside the admin nobody is known: looking at the user there would make pages vary by cookie.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.in_admin = OTPMiddleware(self.asked)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ADMIN):
            return self.get_response(request)
        response: HttpResponse = self.in_admin(request)
        return response

    def asked(self, request: HttpRequest) -> HttpResponse:
        """Returns the response, or the redirect to the page that asks the second factor or sets one up."""
        user = request.user
        if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated or is_verified(user):
            return self.get_response(request)
        name = door(request.path_info)
        if name in OPEN:
            return self.get_response(request)
        ready, way = (TO_SHOW_A_FACTOR, ASK) if has_factor(user) else (TO_SET_ONE_UP, SETUP)
        if name in ready:
            return self.get_response(request)
        return redirect_to_login(request.get_full_path(), login_url=reverse(way))


def door(path: str) -> str:
    """Returns the name of the view at this path; empty when there is none."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def is_verified(user: Who) -> bool:
    """Returns whether this person showed a second factor in this session."""
    return getattr(user, "otp_device", None) is not None

"""Passkeys: the library's views, with our rules about setting one up and about what the session records."""

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.i18n import JavaScriptCatalog
from django_otp.models import Device
from django_otp_webauthn.exceptions import NotVerified
from django_otp_webauthn.models import WebAuthnCredential
from django_otp_webauthn.views import (
    BeginCredentialAuthenticationView,
    BeginCredentialRegistrationView,
    CompleteCredentialAuthenticationView,
    CompleteCredentialRegistrationView,
)

from portal.two_factor.session import is_fresh, show_factor
from portal.two_factor.views import next_address, warn_without_recovery_codes
from questions.desk.rights.watched_views import watch_view


class FreshFactorMixin:
    """Lets a passkey be set up only shortly after a factor was shown, or by somebody without one."""

    request: HttpRequest

    def check_can_register(self) -> None:
        if not is_fresh(self.request, timezone.now()):
            raise NotVerified


class BeginPasskey(FreshFactorMixin, BeginCredentialRegistrationView):
    """Gives the browser what it needs to make a passkey."""


class SavePasskey(FreshFactorMixin, CompleteCredentialRegistrationView):
    """Saves the passkey, with a name by which its owner knows it."""

    def post(self, *args: object, **kwargs: object) -> HttpResponse:
        return watch_view(self.kept)(self.request)

    def kept(self, request: HttpRequest) -> HttpResponse:
        """Saves the passkey with its name, counts it as shown, and adds a message for the next page."""
        response: HttpResponse = super().post()
        now = timezone.now()
        device = WebAuthnCredential.objects.filter(user=request.user, name="").latest("pk")
        device.name = _("Passkey, set up on %(day)s") % {"day": f"{timezone.localdate(now):%d-%m-%Y}"}
        device.save(update_fields=["name"])
        show_factor(request, device, now)
        messages.success(request, _("This is set up. You can sign in with it from now on."))
        warn_without_recovery_codes(request)
        return response


class CheckPasskey(CompleteCredentialAuthenticationView):
    """Counts the second factor as shown when the passkey is right."""

    def complete_auth(self, device: Device) -> AbstractBaseUser:
        show_factor(self.request, device, timezone.now())
        warn_without_recovery_codes(self.request)
        owner: AbstractBaseUser = device.user
        return owner

    def get_success_url(self) -> str:
        return next_address(self.request)


app_name = "otp_webauthn"  # by which the library's own script and tags know them
urlpatterns: list[URLPattern] = [
    path("maken/", BeginPasskey.as_view(), name="credential-registration-begin"),
    path("bewaren/", SavePasskey.as_view(), name="credential-registration-complete"),
    path("vragen/", BeginCredentialAuthenticationView.as_view(), name="credential-authentication-begin"),
    path("tonen/", CheckPasskey.as_view(), name="credential-authentication-complete"),
    path("woorden/", JavaScriptCatalog.as_view(packages=["django_otp_webauthn"]), name="js-i18n-catalog"),
]

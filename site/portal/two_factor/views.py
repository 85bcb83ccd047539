"""The pages of the second factor. They work without JavaScript; only a passkey needs it."""

from base64 import b32encode
from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key
from django_otp_webauthn.models import WebAuthnCredential

from home.editing.refusals import admin_403
from portal.two_factor.codes import (
    RECOVERY_LENGTH,
    add_app,
    check_code,
    factors_of,
    forget_factors,
    has_factor,
    new_recovery_codes,
    recovery_codes_left,
)
from portal.two_factor.middleware import SETUP
from portal.two_factor.session import is_fresh, require_fresh_factor, show_factor
from questions.desk.rights.watched_views import watch_view

NEW_KEY = "second_factor_key"
LONGEST_CODE = 4 * RECOVERY_LENGTH
FEW = 3
RESET = "auth.change_user"
KINDS = {"app": TOTPDevice, "sleutel": WebAuthnCredential}


def next_address(request: HttpRequest) -> str:
    """Returns where the visitor was going, when that is an address of ours; else the start of the admin."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else reverse("wagtailadmin_home")


@sensitive_post_parameters("code")
def ask(request: HttpRequest) -> HttpResponse:
    """Asks for a code of the app or a recovery code; a passkey is asked on the same page.

    Status 422 for a wrong code, 429 for one that was not looked at because it came too soon.
    """
    user = request.user
    if not has_factor(user):
        return HttpResponseRedirect(reverse(SETUP))
    now = timezone.now()
    shown: dict[str, Any] = {
        "next": next_address(request),
        "has_app": TOTPDevice.objects.filter(user=user, confirmed=True).exists(),
        "has_passkey": WebAuthnCredential.objects.filter(user=user, confirmed=True).exists(),
    }
    if request.method != "POST":
        return render(request, "factor/ask.html", shown)
    found = check_code(user, request.POST.get("code", "")[:LONGEST_CODE], now)
    if found.device is None:
        answer = render(request, "factor/ask.html", shown | {"error": error_text(found.looked, found.wait)})
        answer.status_code = 422 if found.looked else 429
        if found.wait:
            answer.headers["Retry-After"] = str(found.wait)
        return answer
    show_factor(request, found.device, now)
    warn_without_recovery_codes(request)
    return HttpResponseRedirect(next_address(request))


def error_text(looked: bool, wait: int) -> str:
    """Returns a sentence that says why the code was not taken, and how long to wait."""
    said = _("This code is not right.") if looked else _("We did not look at this code.")
    if not wait:
        return said
    return f"{said} " + ngettext(
        "Wait %(seconds)d second before the next try.", "Wait %(seconds)d seconds before the next try.", wait
    ) % {"seconds": wait}


def warn_without_recovery_codes(request: HttpRequest) -> None:
    """Adds a warning when this person has fewer than FEW recovery codes left: nothing else helps without a phone."""
    left = recovery_codes_left(request.user)
    if left < FEW:
        messages.warning(
            request,
            ngettext(
                "You have %(left)d recovery code left. Make new ones under your account, “Second factor”.",
                "You have %(left)d recovery codes left. Make new ones under your account, “Second factor”.",
                left,
            )
            % {"left": left},
        )


@require_fresh_factor
@watch_view
@sensitive_post_parameters("code")
def setup(request: HttpRequest) -> HttpResponse:
    """Sets up an app, the first or one more; a passkey can be chosen instead. Status 422 for a wrong code."""
    now = timezone.now()
    key = request.session.setdefault(NEW_KEY, default_key())
    error = ""
    if request.method == "POST":
        name = _("App, set up on %(day)s") % {"day": f"{timezone.localdate(now):%d-%m-%Y}"}
        device = add_app(request.user, key, request.POST.get("code", "")[:LONGEST_CODE], name, now.timestamp())
        if device is not None:
            del request.session[NEW_KEY]
            show_factor(request, device, now)
            return codes_or_back(request)
        error = _("This code does not belong to the picture. Look in the app for the newest code.")
    device = TOTPDevice(user=request.user, key=key)
    shown = {
        # Made here, from a key of ours: no word of a visitor is in it but the name, which the library escapes.
        "picture": mark_safe(segno.make(device.config_url, error="m").svg_inline(scale=5, light="#fff", border=2)),  # noqa: S308
        "secret": spaced(key),
        "next": next_address(request),
        "error": error,
        "first": not has_factor(request.user),
    }
    return render(request, "factor/setup.html", shown, status=422 if error else 200)


def spaced(key: str) -> str:
    """Returns the key in groups of four, as it is typed into an app."""
    letters = b32encode(bytes.fromhex(key)).decode().rstrip("=")
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def codes_or_back(request: HttpRequest) -> HttpResponse:
    """Returns new recovery codes for somebody who has none; else a redirect to the list of factors."""
    if recovery_codes_left(request.user):
        messages.success(request, _("This is set up. You can sign in with it from now on."))
        return HttpResponseRedirect(reverse("second_factor_manage"))
    return show_codes(request)


def show_codes(request: HttpRequest) -> HttpResponse:
    """Makes new recovery codes and shows them; only this response holds them."""
    codes = new_recovery_codes(request.user)
    return render(request, "factor/codes.html", {"codes": codes, "next": next_address(request)})


@require_fresh_factor
@require_POST
def recovery(request: HttpRequest) -> HttpResponse:
    """Shows new recovery codes, which take the place of the earlier ones."""
    if not has_factor(request.user):
        return HttpResponseRedirect(reverse(SETUP))
    return show_codes(request)


def manage(request: HttpRequest) -> HttpResponse:
    """Shows the factors of the user, with what can be done: add, remove, new recovery codes."""
    shown = {
        "factors": [(kind_of(device), device) for device in factors_of(request.user)],
        "left": recovery_codes_left(request.user),
        "fresh": is_fresh(request, timezone.now()),
    }
    return render(request, "factor/manage.html", shown)


@admin_403
@watch_view
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Deletes the factors of somebody else, who then sets one up again; for people who may change accounts.

    Raises PermissionDenied for everybody else, and for one's own account.
    """
    person = get_object_or_404(get_user_model(), pk=pk)
    if person == request.user or not request.user.has_perm(RESET):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "factor/reset.html", {"person": person})
    forget_factors(person)
    messages.success(request, _("The second factor of %(name)s was taken away.") % {"name": person.get_username()})
    return HttpResponseRedirect(reverse("wagtailusers_users:index"))


def kind_of(device: Any) -> str:
    """Returns the word for the kind of this device in an address, a key of KINDS."""
    return next(word for word, kind in KINDS.items() if isinstance(device, kind))


@require_fresh_factor
@watch_view
@require_POST
def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Deletes a factor of one's own. The last one stays: without it a password alone would be enough."""
    if kind not in KINDS:
        raise Http404
    device = get_object_or_404(KINDS[kind], pk=pk, user=request.user)
    if len(factors_of(request.user)) < 2:
        messages.error(request, _("This is the only one. Set up another one first."))
    else:
        device.delete()
        messages.success(request, _("Taken away. It does not open your account any more."))
    return HttpResponseRedirect(reverse("second_factor_manage"))

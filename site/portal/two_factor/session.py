"""What a session records of the second factor: which device showed it, and when."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django_otp import login
from django_otp.models import Device

from portal.two_factor.codes import has_factor
from portal.two_factor.middleware import ASK, is_verified

FRESH_FOR = timedelta(minutes=15)
SHOWN_AT = "second_factor_at"

View = Callable[..., HttpResponse]


def show_factor(request: HttpRequest, device: Device, now: datetime) -> None:
    """Records that this session showed the second factor, at `now`.

    The session gets a new key, so that nobody with the old one gets in.
    """
    request.session.cycle_key()
    login(request, device)
    request.session[SHOWN_AT] = now.timestamp()


def is_fresh(request: HttpRequest, now: datetime) -> bool:
    """Returns whether a factor was shown in this session within FRESH_FOR, or the user has none to show."""
    user = request.user
    if not has_factor(user):
        return True
    shown = request.session.get(SHOWN_AT, 0)
    return is_verified(user) and timedelta(0) <= now - datetime.fromtimestamp(shown, now.tzinfo) < FRESH_FOR


def require_fresh_factor(view: View) -> View:
    """Decorates a view that changes factors: it asks for one again when none was shown within FRESH_FOR.

    So nobody changes factors on a screen that was left open.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if is_fresh(request, timezone.now()):
            return view(request, *args, **kwargs)
        return redirect_to_login(reverse("second_factor_manage"), login_url=reverse(ASK))

    return guarded

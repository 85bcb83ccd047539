"""Signing in, and a new password by mail: Wagtail's views, with our limits.

The promise is that of `questions/privacy/slowdown.py`: guessing is slowed down, nobody is locked out. The pause belongs
first to what is guessed at, and much more loosely to the address, which a whole library may share. The pause after
wrong passwords of an account is django-axes'.
"""

from typing import Any

from django.contrib.auth.forms import SetPasswordForm
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from wagtail.admin.views.account import LoginView, PasswordResetConfirmView, PasswordResetView

from portal.errors import too_fast
from portal.two_factor.middleware import ADMIN
from questions.privacy.slowdown import note_try, pause
from questions.rights.writer import watch_changes

FREE_MAILS = 3
"""Mails with a new password to one address, within the window of the slowdown."""
FREE_RESETS = 30


@method_decorator(never_cache, name="dispatch")
class SignIn(LoginView):
    """The sign-in of staff. A session counts in the admin only, so it leads to no other address."""

    def get_redirect_url(self) -> str:
        way: str = super().get_redirect_url()
        return way if way.startswith(ADMIN) else ""


@method_decorator(never_cache, name="dispatch")
class NewPassword(PasswordResetView):
    """Asks for a mail with a link to set a new password; 429 after too many."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        mail, address = request.POST.get("email", "").strip().lower(), request.META.get("REMOTE_ADDR", "")
        wait = max(
            pause("reset-mail", mail, FREE_MAILS, now),
            pause("reset-address", address, FREE_RESETS, now),
        )
        if wait:
            return too_fast(request, wait)
        note_try("reset-mail", mail, now)
        note_try("reset-address", address, now)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response


@method_decorator(never_cache, name="dispatch")
class SetNewPassword(PasswordResetConfirmView):
    """Sets the new password; team leaders see that it was done. The second factor is still asked afterwards."""

    def form_valid(self, form: SetPasswordForm | Form) -> HttpResponse:
        with watch_changes(self.user, timezone.now()):
            response: HttpResponse = super().form_valid(form)
        return response


def no_page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Raises Http404: no password opens a page. Wagtail asks for this address where a page is closed by one."""
    raise Http404

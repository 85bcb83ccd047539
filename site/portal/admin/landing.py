"""Where somebody arrives who opens the admin: at the work that waits for them."""

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.home import HomeView
from wagtail.permissions import page_permission_policy

from questions.desk.rights.panels import accounts_to_vouch_for
from questions.models import Unconfirmed
from questions.permissions import SEE_FIGURES, colleague_of


def landing(request: HttpRequest) -> HttpResponseBase:
    """Sends a colleague to the queue and a team leader to the figures.

    Who writes pages, manages people or waits for somebody to vouch for them sees the start screen.
    """
    user = cast(User, request.user)  # the address asks who it is before it comes here
    at_home = (
        page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"])
        or user.has_perm("auth.change_user")
        or Unconfirmed.objects.filter(user=user).exists()
    )
    if not at_home and colleague_of(user) is not None:
        return redirect("desk_queue")
    if not at_home and user.has_perm(SEE_FIGURES):
        if waiting := accounts_to_vouch_for(user):
            told = ngettext(
                "%(number)s account waits until you vouch for it",
                "%(number)s accounts wait until you vouch for them",
                waiting,
            ) % {"number": waiting}
            messages.warning(request, told, buttons=[messages.button(reverse("rights"), _("Changes of rights"))])
        return redirect("reachability_report")
    return HomeView.as_view()(request)

"""For team leaders: which rights changed, and the accounts for which somebody has to vouch."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from home.editing.refusals import admin_403
from questions.desk.rights.presenters import actor_name, value_in_words
from questions.models import Unconfirmed
from questions.permissions import confirmers
from questions.privacy.models import RightsChange
from questions.rights.factors import last_set_up
from questions.rights.rules import HolderField
from questions.rights.writer import NoFactorYet, NotYours, confirm_account

SEE_CHANGES = "privacy.view_rightschange"
ON_A_PAGE = 50
WORDS = {
    HolderField.ACCOUNT: gettext_lazy("account"),
    HolderField.USERNAME: gettext_lazy("user name"),
    HolderField.EMAIL: gettext_lazy("mail address"),
    HolderField.PASSWORD: gettext_lazy("password"),
    HolderField.FACTOR: gettext_lazy("apps and passkeys"),
    HolderField.ACTIVE: gettext_lazy("in use"),
    HolderField.SUPERUSER: gettext_lazy("superuser"),
    HolderField.GROUPS: gettext_lazy("roles"),
    HolderField.PERMISSIONS: gettext_lazy("rights outside a role"),
    HolderField.COLLEAGUE: gettext_lazy("answers questions"),
    HolderField.TEAMS: gettext_lazy("teams"),
    HolderField.THEMES: gettext_lazy("sensitive themes"),
    HolderField.LANGUAGES: gettext_lazy("languages"),
    HolderField.WAITS: gettext_lazy("waits until a team leader vouches"),
    HolderField.ROLE: gettext_lazy("role"),
    HolderField.ROLE_MAY: gettext_lazy("what the role may"),
    HolderField.ROLE_PAGES: gettext_lazy("pages of the role"),
    HolderField.ROLE_FILES: gettext_lazy("files of the role"),
}


@dataclass(frozen=True)
class WaitingAccount:
    """An account that waits until a team leader vouches for it.

    `factor_since` is the moment of its newest second factor, None without one; `can` says whether the reader can vouch
    for it now.
    """

    user: User
    since: datetime
    factor_since: datetime | None
    can: bool


@dataclass(frozen=True)
class ChangeLine:
    """One change, in words."""

    at: datetime
    who: str
    whom: str
    what: str
    before: str
    after: str


def may_confirm(user: AbstractBaseUser) -> bool:
    """Returns whether this person may vouch for others now."""
    return user.pk in set(confirmers(vouched_for=True))


def waiting_for(leader: AbstractBaseUser) -> list[WaitingAccount]:
    """Returns the accounts for which nobody vouched yet, with whether this team leader can vouch for each."""
    able = may_confirm(leader)
    rows = list(Unconfirmed.objects.order_by("since").select_related("user"))
    since = last_set_up([row.user_id for row in rows])
    return [
        WaitingAccount(
            row.user,
            row.since,
            since.get(row.user_id),
            able and row.user_id != leader.pk and factor_enough(since.get(row.user_id)),
        )
        for row in rows
    ]


def factor_enough(since: datetime | None) -> bool:
    """Returns whether the account has the second factor that vouching needs.

    Until it is set up, somebody else who knows the password could set up a factor of their own.
    """
    return since is not None or not settings.SECOND_FACTOR_REQUIRED


@admin_403
def changes_page(request: HttpRequest) -> HttpResponse:
    """Shows the accounts that wait, and the newest changes of rights."""
    if not request.user.has_perm(SEE_CHANGES):
        raise PermissionDenied
    page = Paginator(RightsChange.objects.all(), ON_A_PAGE).get_page(request.GET.get("p"))
    lines = [
        ChangeLine(
            change.at,
            actor_name(change.who),
            change.whom,
            str(WORDS[HolderField(change.what)]) if change.what in set(HolderField) else change.what,
            value_in_words(change.what, change.before),
            value_in_words(change.what, change.after),
        )
        for change in page
    ]
    shown = {"waiting": waiting_for(request.user), "lines": lines, "page": page}  # type: ignore[arg-type]
    return render(request, "desk/rights.html", shown)


@admin_403
@require_POST
def confirm_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Vouches for an account, as the team leader who pressed the button."""
    user = get_object_or_404(get_user_model(), pk=pk)
    enough = factor_enough(last_set_up([user.pk]).get(user.pk))
    try:
        done = confirm_account(request.user, user, timezone.now(), has_factor=enough)  # type: ignore[arg-type]
    except NotYours:
        raise PermissionDenied from None
    except NoFactorYet:
        messages.error(request, _("This account has no second factor yet. Vouch for it when it has."))
    else:
        if done:
            messages.success(request, _("You vouched for %(name)s.") % {"name": user.get_username()})
    return HttpResponseRedirect(reverse("rights"))

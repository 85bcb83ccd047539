"""The one place through which rights change: compares before and after, refuses, logs, and makes accounts wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.auth.models import Group, User
from django.db import transaction

from questions.models import Unconfirmed
from questions.permissions import confirmers
from questions.privacy.models import RightsChange
from questions.rights.rules import PERSON, HolderChange, HolderField, Refusal, changes, refusals, to_vouch_for
from questions.rights.selectors import everybody


class RightRefused(Exception):
    """The change was refused and nothing was changed; `why` is the reason."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class NotYours(Exception):
    """This person may not vouch for this account."""


class NoFactorYet(Exception):
    """The account has no second factor yet: anybody who knows the password could still set one up."""


@contextmanager
def watch_changes(by: User | None, now: datetime, command: str = "", *, vouch: bool = True) -> Iterator[None]:
    """Compares the rights before and after what happens inside, and refuses or logs the changes.

    `command` names what made them when no person did. With `vouch=False` no account has to wait: for a command that
    sets up a site. Raises RightRefused and undoes everything when a change is refused.
    """
    with transaction.atomic():
        # One change of rights after another, so that two that are each right do not add up to a wrong one.
        list(Group.objects.select_for_update().order_by("pk").values_list("pk"))
        before = everybody()
        yield
        after = everybody()
        mine = (PERSON, by.pk) if by else None
        why = next(refusals(before, after, mine), None)
        if why is not None:
            raise RightRefused(why)
        waiting = to_vouch_for(before, after, mine) if vouch else set()
        Unconfirmed.objects.bulk_create(
            [Unconfirmed(user_id=number, since=now) for number in waiting], ignore_conflicts=True
        )
        after = everybody() if waiting else after
        log_changes(changes(before, after), by.get_username() if by else command, now)


def log_changes(found: list[HolderChange], who: str, now: datetime) -> None:
    """Adds the changes to the log."""
    RightsChange.objects.bulk_create(
        [
            RightsChange(at=now, who=who, whom=each.name, what=each.what, before=each.before, after=each.after)
            for each in found
        ]
    )


def confirm_account(leader: User | None, user: User, now: datetime, *, has_factor: bool, command: str = "") -> bool:
    """Records that a team leader vouches for this account; returns False when it did not wait for that.

    Raises NotYours when this person may not vouch, NoFactorYet while the account has no second factor.
    """
    if leader is not None and (leader.pk == user.pk or leader.pk not in set(confirmers(vouched_for=True))):
        raise NotYours
    if not has_factor:
        raise NoFactorYet
    with transaction.atomic():
        if not Unconfirmed.objects.filter(user=user).delete()[0]:
            return False
        change = HolderChange((PERSON, user.pk), user.get_username(), HolderField.WAITS, "✓", "")
        log_changes([change], leader.get_username() if leader else command, now)
        return True

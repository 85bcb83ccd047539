"""The apps and passkeys of accounts. Recovery codes only stand in for one of them."""

from datetime import UTC, datetime
from typing import Any

from django_otp import device_classes
from django_otp.plugins.otp_static.models import StaticDevice

UNKNOWN = datetime(2026, 1, 1, tzinfo=UTC)
"""For an app of an old version, which did not note when it was set up."""


def factor_kinds() -> list[Any]:
    """Returns the models of devices that count as a second factor."""
    return [kind for kind in device_classes() if kind is not StaticDevice]


def last_set_up(users: list[int]) -> dict[int, datetime]:
    """Returns when the newest app or passkey of each of these accounts was set up, by user id."""
    found: dict[int, datetime] = {}
    for kind in factor_kinds():
        for user, at in kind.objects.filter(user__in=users, confirmed=True).values_list("user_id", "created_at"):
            found[user] = max(found.get(user, UNKNOWN), at or UNKNOWN)
    return found

"""The forms in which rights are given, what the log says of them, and what they come to."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail import hooks

from questions.models import Team
from questions.privacy.models import RightsChange
from tests.conftest import Ask

SignIn = Callable[[Any], Client]
NEW = "een-lang-nieuw-wachtwoord"


def lines(whom: str) -> dict[str, tuple[str, str, str]]:
    """What the log says of somebody: by whom, what it was, what it is."""
    return {
        line.what: (line.who, line.before, line.after) for line in RightsChange.objects.filter(whom=whom).order_by("pk")
    }


def person_form(user: User, *roles: str, **more: Any) -> dict[str, Any]:
    return {
        "username": user.username, "email": user.email or "x@example.org", "first_name": "Voor", "last_name": "Achter",
        "is_active": "on", "groups": [Group.objects.get(name=role).pk for role in roles], **more,
    }  # fmt: skip


def colleague_form(user: User, *teams: str, **more: Any) -> dict[str, Any]:
    return {
        "user": user.pk, "teams": [Team.objects.get(slug=slug).pk for slug in teams or ("midden",)],
        "languages": ["nl"], "active": "on", **more,
    }  # fmt: skip


def role_form(role: str, *permissions: str) -> dict[str, Any]:
    """The form of a group, with these permissions besides those that it has."""
    group = Group.objects.get(name=role)
    may = set(group.permissions.values_list("pk", flat=True))
    for name in permissions:
        app, codename = name.split(".")
        may |= set(
            Permission.objects.filter(content_type__app_label=app, codename=codename).values_list("pk", flat=True)
        )
    offered: set[int] = set()
    for offer in hooks.get_hooks("register_permissions"):
        offered |= set(offer().values_list("pk", flat=True))
    may = {pk for pk in may if pk in offered} | (may - set(group.permissions.values_list("pk", flat=True)))
    empty = {f"{prefix}-{part}": "0" for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
             for prefix in ("page_permissions", "collection_permissions", "image_permissions", "document_permissions",
                            "GroupCollectionManagementPermission", "collection_management")}  # fmt: skip
    return empty | {"name": role, "permissions": sorted(may)}


def reads(client: Client, asked: Ask) -> bool:
    question = asked("een-geheim-woord").question
    response = client.get(f"/beheer/vragen/{question.pk}/")
    assert response.status_code in (200, 403)
    return bool(response.status_code == 200)

"""Who may read what visitors say of pages."""

from typing import Any

from django.contrib.auth.models import Permission

_KEPT = "_feedback_cache"


def may_read_feedback(user: Any) -> bool:
    """Returns whether a role of this person allows it. Being a superuser opens nothing here.

    Kept on the user as Django keeps permissions: two places of the menu ask it.
    """
    if not user.is_authenticated or not user.is_active:
        return False
    if not hasattr(user, _KEPT):
        rights = Permission.objects.filter(content_type__app_label="feedback", codename="read_feedback")
        setattr(user, _KEPT, rights.filter(group__user=user).exists())
    return bool(getattr(user, _KEPT))

"""Who may read what visitors say of pages."""

from typing import Any

from django.contrib.auth.models import Permission


def may_read_feedback(user: Any) -> bool:
    """Returns whether a role of this person allows it. Being a superuser opens nothing here."""
    return bool(
        user.is_authenticated
        and user.is_active
        and Permission.objects.filter(
            content_type__app_label="feedback", codename="read_feedback", group__user=user
        ).exists()
    )

"""What a person may do with pages in general, whichever page it is."""

from typing import Any

from wagtail.permissions import page_permission_policy


def may_write_pages(user: Any) -> bool:
    """Returns whether this person may add, change or publish any page."""
    return bool(page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"]))


def may_publish_pages(user: Any) -> bool:
    """Returns whether this person may publish any page."""
    return bool(page_permission_policy.user_has_any_permission(user, ["publish"]))

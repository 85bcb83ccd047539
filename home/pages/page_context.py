"""What the template of a page is given besides the page: presenters add to it, so that no model imports one."""

from typing import Any

from wagtail import hooks

HOOK = "page_context"
"""A hook: gets the page and the request, and returns names with values for the template; empty for other pages."""


def from_presenters(page: Any, request: Any) -> dict[str, Any]:
    """Returns everything that the registered presenters add for this page."""
    context: dict[str, Any] = {}
    for present in hooks.get_hooks(HOOK):
        context |= present(page, request)
    return context

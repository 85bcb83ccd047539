"""What presenters add to the context of a page's template by a hook, so that no model imports a presenter."""

from typing import Any

from wagtail import hooks

HOOK = "page_context"
"""The hook takes the page and the request, and returns a dict for the context; empty for pages that it is not about."""


def from_presenters(page: Any, request: Any) -> dict[str, Any]:
    """Returns everything that the registered presenters add for this page."""
    context: dict[str, Any] = {}
    for present in hooks.get_hooks(HOOK):
        context |= present(page, request)
    return context

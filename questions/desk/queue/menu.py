"""The queue, the calls and the chats in the menu of the admin, each with how many there are."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from questions.desk.queue.selectors import menu_counts
from questions.permissions import colleague_of

_KEPT = "_desk_counts"


def keep_counts(request: HttpRequest, counts: Mapping[str, int]) -> None:
    """Keeps what a page counted for itself, so that its menu does not count again."""
    setattr(request, _KEPT, counts)


def counts_of(request: HttpRequest) -> Mapping[str, int]:
    """Returns what stands in the menu of this colleague; empty for everybody else.

    Counted once a request: the menu stands on every page of the admin.
    """
    if not hasattr(request, _KEPT):
        colleague = colleague_of(request.user)
        keep_counts(request, menu_counts(colleague, timezone.now()) if colleague else {})
    found: Mapping[str, int] = getattr(request, _KEPT)
    return found


class CountedItem(MenuItem):
    """An item for colleagues only, with a number behind its label when there is something to do."""

    def __init__(self, *args: object, counts: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.counts = counts

    def is_shown(self, request: HttpRequest) -> bool:
        return colleague_of(request.user) is not None

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        count = counts_of(request).get(self.counts, 0)
        label = f"{self.label} {count}" if count else str(self.label)
        return LinkMenuItem(
            self.name, label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=self.attrs
        )

"""A colleague keeps the filters of the queue under a name, and throws them away."""

from django.db import transaction

from questions.actions.refusals import NameTaken, TooMany
from questions.models import Colleague, SavedView

MOST = 20
"""Views of one colleague: they stand beside the queue, and each is counted whenever it is shown."""


def save_view(colleague: Colleague, name: str, filters: str, *, replace: bool) -> SavedView:
    """Keeps these filters, as in an address, under this name; saving the same once more changes nothing.

    Raises NameTaken when the colleague has other filters under this name and did not say `replace`, TooMany when there
    is no room for one more.
    """
    with transaction.atomic():
        # Of two at once the second one waits, and finds what the first one wrote.
        Colleague.objects.select_for_update(of=("self",)).get(pk=colleague.pk)
        kept = SavedView.objects.filter(colleague=colleague, name=name).first()
        if kept is None:
            if colleague.saved_views.count() >= MOST:
                raise TooMany
            return SavedView.objects.create(colleague=colleague, name=name, filters=filters)
        if kept.filters != filters:
            if not replace:
                raise NameTaken
            kept.filters = filters
            kept.save(update_fields=["filters"])
        return kept


def delete_view(colleague: Colleague, pk: int) -> bool:
    """Throws the view away, if it is this colleague's and still there; returns whether it was."""
    gone, _by_table = SavedView.objects.filter(colleague=colleague, pk=pk).delete()
    return gone > 0

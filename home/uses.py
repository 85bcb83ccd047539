"""What uses what, as Wagtail keeps it: pages that only show the words of another page use nothing themselves."""

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled


def uses_nothing_itself(alias: Page) -> None:
    """After Wagtail noted what stands on this page: its original has the same, and counts."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        return
    transaction.on_commit(lambda: ReferenceIndex.remove_for_object(alias))

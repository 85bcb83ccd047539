"""Wagtail's index of what uses what: pages that only show the words of another page use nothing themselves."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled


def uses_nothing_itself(alias: Page) -> None:
    """Removes, after the commit, what Wagtail noted as used by an alias: its original uses the same, and counts."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        return
    transaction.on_commit(lambda: ReferenceIndex.remove_for_object(alias))


def aliases_use_nothing() -> None:
    """Removes what is noted as used by any alias, after Wagtail rebuilt its index."""
    aliases = Page.objects.exclude(alias_of=None).annotate(number=Cast("pk", output_field=CharField()))
    noted = ReferenceIndex.objects.filter(base_content_type=ContentType.objects.get_for_model(Page))
    noted.filter(object_id__in=aliases.values("number")).delete()

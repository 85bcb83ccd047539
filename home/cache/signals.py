"""Reports a change when Django's and Wagtail's signals say that something published changed, in the same transaction.

Every model of `home` and `services` counts, unless it says `shown_to_readers = False`; of Wagtail and wagtail-localize
those named here. Drafts, locks, comments and logs do not count.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.cache.generation import changed

OURS = ("home", "services")
OTHERS = (
    "wagtailcore.Page",
    "wagtailcore.Site",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.CollectionViewRestriction",
    "wagtailredirects.Redirect",
    "wagtailimages.Image",
    "wagtaildocs.Document",
    "wagtail_localize.TranslationSource",
    "wagtail_localize.Translation",
    "wagtail_localize.StringTranslation",
    "wagtail_localize.SegmentOverride",
)
OF_DRAFTS = frozenset(
    {
        "draft_title",
        "latest_revision",
        "latest_revision_created_at",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
    }
)
"""Fields of a published page that a draft or a lock changes."""


def published_models() -> Iterator[type[Model]]:
    """Yields the models of which readers see something."""
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            if getattr(model, "shown_to_readers", True):
                yield model
    for label in OTHERS:
        yield apps.get_model(label)


def follow() -> None:
    """Connects the signals of all these models. Called once, when every model is known."""
    for model in published_models():
        name = f"generation:{model._meta.label}"
        post_save.connect(follow_saving, sender=model, dispatch_uid=name)
        post_delete.connect(follow_changing, sender=model, dispatch_uid=name)
        for relation in model._meta.local_many_to_many:
            m2m_changed.connect(
                follow_relations, sender=relation.remote_field.through, dispatch_uid=f"{name}.{relation.name}"
            )
    for number, signal in enumerate((page_published, page_unpublished, post_page_move)):
        signal.connect(follow_changing, dispatch_uid=f"generation:{number}")


def follow_saving(sender: type[Model], update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    """Reports a change for a saved row, except for the fields of drafts and for rows that a backup brings in."""
    if kwargs.get("raw") or (update_fields and OF_DRAFTS.issuperset(update_fields)):
        return
    changed()


def follow_relations(sender: type[Model], action: str, **kwargs: Any) -> None:
    """Reports a change when rows of a many-to-many relation were added or removed."""
    if action.startswith("post_"):
        changed()


def follow_changing(sender: type[Model], **kwargs: Any) -> None:
    """Reports a change for a deleted row, or a page that was published, taken offline or moved."""
    changed()

"""Wagtail's own index, for searching in the admin: filled once after many objects were written."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.backends import get_search_backends
from modelsearch.index import get_indexed_instance, get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler


@contextmanager
def admin_index_filled_afterwards() -> Iterator[None]:
    """Stops Wagtail from indexing each object when it is saved; at the end it indexes all that were, type by type.

    For a command: it holds for the whole process. Where an error comes out, nothing is indexed.
    """
    saved: dict[type[Model], set[Any]] = defaultdict(set)

    def note(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        saved[sender].add(instance.pk)

    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    models = [model for model in models if post_save.disconnect(post_save_signal_handler, sender=model)]
    for model in models:
        post_save.connect(note, sender=model)
    try:
        yield
    finally:
        for model in models:
            post_save.disconnect(note, sender=model)
            post_save.connect(post_save_signal_handler, sender=model)
    _index(saved)


def _index(saved: dict[type[Model], set[Any]]) -> None:
    # By number: a page that was saved as its own type and as a plain page (a move) is noted twice, and PostgreSQL
    # refuses a statement that writes a row twice.
    found: dict[type[Model], dict[Any, Model]] = defaultdict(dict)
    for model, numbers in saved.items():
        for row in model._default_manager.filter(pk__in=numbers).order_by("pk"):
            indexed = get_indexed_instance(row, check_exists=False)
            if indexed is not None:
                found[type(indexed)][indexed.pk] = indexed
    for backend in get_search_backends(with_auto_update=True):
        for model, rows in found.items():
            backend.add_bulk(model, list(rows.values()))

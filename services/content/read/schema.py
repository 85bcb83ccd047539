"""The words that a page of a type has, read off the models themselves."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from home.models import BasePage
from home.pages.selectors import page_types
from services.content.kinds import KINDS

PAGE_TYPES: dict[str, type[BasePage]] = {model._meta.label: model for model in page_types()}
SOURCE = "nl"
"""The language in which everything is written first (decision 1)."""
PLAIN, RICH, STREAM = "plain", "rich", "stream"


@dataclass(frozen=True)
class WordField:
    """A field of a page that holds words."""

    name: str
    kind: str
    max_length: int | None
    required: bool


def word_fields(model: type[BasePage]) -> dict[str, WordField]:
    """Returns the fields that a file may fill by name, in the order in which wagtail-localize reads them."""
    texts, streams = model.word_fields()
    fields = {}
    for name in [*texts, *streams]:
        if name in {"seo_title", "search_description"}:
            continue
        field: Any = model._meta.get_field(name)
        kind = STREAM if isinstance(field, StreamField) else RICH if isinstance(field, RichTextField) else PLAIN
        fields[name] = WordField(name, kind, getattr(field, "max_length", None), required=not field.blank)
    return fields


def row_fields(model: type[BasePage]) -> dict[str, tuple[type[models.Model], bool]]:
    """Returns the foreign keys of a page to rows by name: the model of the row, and whether it is required."""
    kinds = {kind.name for kind in KINDS}
    found: dict[str, tuple[type[models.Model], bool]] = {}
    for field in model._meta.local_fields:
        if isinstance(field, models.ForeignKey) and field.related_model._meta.model_name in kinds:
            found[field.name] = (field.related_model, not field.null)
    return found


def kind_of(model: type[models.Model]) -> str:
    """Returns the name of the kind of row that a model holds."""
    return str(model._meta.model_name)


def block_of(model: type[BasePage], field: str, name: str) -> blocks.Block | None:
    """Returns the block with this name of a stream; None when there is no such block."""
    stream: Any = model._meta.get_field(field)
    found: blocks.Block | None = stream.stream_block.child_blocks.get(name)
    return found


def allowed_children(model: type[BasePage]) -> list[type[models.Model]]:
    """Returns the page types that may stand below this one."""
    return list(model.allowed_subpage_models())

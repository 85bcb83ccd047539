"""The fields of a kind of row: how each is read from a file, shown the same way from the database, and written to it.

Values are plain (text, numbers, lists), so that they can be compared and hashed: a row is named by its slug, a day is
text. The models say which values are valid (services/content/read/rules.py); what is checked here is how they are
written.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from services.content.kinds.kind import Reader, Row, RowKind, Values, as_day, day_text


@dataclass(frozen=True)
class Field:
    """How one value of a row is read, compared and written."""

    read: Callable[[Reader, str], Any]
    """Takes an entry of a file and the name of the value in it, and returns the value."""
    present: Callable[[Any, str], Any] = getattr
    """Takes a row of the database and the name of the field, and returns the value in the same shape."""
    write: Callable[[Any], Any] = lambda value: value
    """Takes the value, and returns what the field of the model is set to."""
    is_list: bool = False
    """Whether it is a list of other rows, which can only be set once the row itself exists."""
    is_relation: bool = False


def text(default: str | None = None) -> Field:
    """Returns a field of one line of text; required when there is no default."""
    return Field(lambda entry, name: entry.text(name, default))


def number(default: int) -> Field:
    """Returns a field of a whole number, 0 or more."""
    return Field(lambda entry, name: entry.number(name, default))


def flag(default: bool = False) -> Field:
    """Returns a field of yes or no."""
    return Field(lambda entry, name: entry.flag(name, default))


def day() -> Field:
    """Returns a field of a day, which may be left out."""
    return Field(lambda entry, name: entry.day(name), lambda row, name: day_text(getattr(row, name)), as_day)


def one_of(allowed: Iterable[str], default: str | None = None) -> Field:
    """Returns a field that has one of these words; required when there is no default."""
    words = list(allowed)
    return Field(lambda entry, name: entry.one_of(name, words, default))


def pointer(model: type[models.Model], *, required: bool = False) -> Field:
    """Returns a field with the slug of another row; without `required` it may be left out, and is None."""
    return Field(
        lambda entry, name: entry.text(name) if required else entry.text(name, "") or None,
        lambda row, name: getattr(getattr(row, name), "slug", None),
        lambda slug: model._default_manager.filter(slug=slug).first() if slug else None,
        is_relation=True,
    )


def pointers(rows: Callable[[], Any], by: str = "slug") -> Field:
    """Returns a field with the sorted names of several rows: `rows` gives the rows, `by` is the field of the name."""
    return Field(
        lambda entry, name: entry.names(name),
        lambda row, name: sorted(getattr(each, by) for each in getattr(row, name).all()),
        lambda names: rows().filter(**{f"{by}__in": names}),
        is_list=True,
    )


def row_kind(
    name: str,
    file: str,
    model: type[models.Model],
    fields: Mapping[str, Field],
    *,
    named_by: str = "slug",
    older_names: Iterable[str] = (),
    check: Callable[[Reader, Values], None] | None = None,
    **rest: Any,
) -> RowKind:
    """Returns the kind of row with these fields.

    `older_names` are other names that its fields read too; `check` reports faults that only several values together
    show; `rest` are further arguments of RowKind.
    """
    lists = [key for key, each in fields.items() if each.is_list]
    relations = [key for key, each in fields.items() if each.is_relation]

    def read(entry: Reader) -> Values:
        entry.only(named_by, *fields, *older_names)
        values = {key: each.read(entry, key) for key, each in fields.items()}
        if check is not None:
            check(entry, values)
        return values

    def present() -> dict[str, Values]:
        rows = model._default_manager.select_related(*relations).prefetch_related(*lists)
        return {
            str(getattr(row, named_by)): {key: each.present(row, key) for key, each in fields.items()} for row in rows
        }

    def write(row: Row, new: bool) -> None:
        written = {key: each.write(row.values[key]) for key, each in fields.items()}
        own = {key: value for key, value in written.items() if key not in lists}
        called: dict[str, Any] = {named_by: row.slug}
        standing, _made = model._default_manager.update_or_create(**called, defaults=own)
        for key in lists:
            getattr(standing, key).set(written[key])

    return RowKind(name, file, model, read, present, write, named_by=named_by, **rest)

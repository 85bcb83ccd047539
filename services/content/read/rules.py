"""The rules of the admin for the values in a row file: fields, validators and constraints of the same models.

Nothing is loaded that an editor could not have recorded (docs/decisions/0049).
"""

from collections.abc import Iterable, Iterator

from django.db import models

from services.content.kinds import RowKind
from services.content.kinds.kind import Row
from services.content.read.field_rules import faults_in, faults_of_fields
from services.yaml_files.documents import Report


def check_rows(kind: RowKind, rows: Iterable[Row], report: Report) -> None:
    """Reports rows that break the rules of their model, and changes their values to how the admin would store them."""
    numbered = kind.model._default_manager.values_list(kind.named_by, "pk") if kind.rules else []
    numbers = {str(name): number for name, number in numbered}
    for row in rows:
        instance = kind.model(pk=numbers.get(row.slug))
        instance._state.adding = instance.pk is None  # a row may be as it is itself
        values = {kind.named_by: row.slug, **row.values}
        known = [name for name in _own_fields(instance) if name in values]
        for name in known:
            setattr(instance, name, values[name])
        for name, message in _refused(instance, known, kind, row):
            report(row.document.fault(message, *row.place, *([name] if name else [])))
        for name in known:  # as the admin keeps it: an amount has two decimals
            kept = getattr(instance, name)
            if name in row.values and isinstance(kept, str) and isinstance(row.values[name], str):
                row.values[name] = kept


def _refused(instance: models.Model, known: list[str], kind: RowKind, row: Row) -> list[tuple[str, str]]:
    found = list(faults_of_fields(instance, known))
    if found or kind.rules is None:
        return found
    rules, others = kind.rules, {field.name for field in instance._meta.fields} - set(known)
    return list(faults_in(lambda: rules(instance, row.values), instance)) or list(
        faults_in(lambda: instance.validate_constraints(exclude=others), instance)
    )


def _own_fields(instance: models.Model) -> Iterator[str]:
    """Yields the names of the fields that are neither a relation nor the primary key."""
    for field in instance._meta.concrete_fields:
        if not field.is_relation and not field.primary_key:
            yield field.name

"""The key of a question: made, opened, destroyed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction

from home.database.give_way import giving_way
from questions.privacy.keyring import CannotOpen, KeyRing, key_ring, new_key
from questions.privacy.models import QuestionKey, Wrapped

# Keys that are wrapped in one transaction.
BATCH = 200
# Rows that are tried before a key counts as another one: a single row may be damaged.
TRIED = 3


def make_key(question_id: int, uid: UUID) -> bytes:
    """Stores a new key for the question, wrapped with the ring, and returns the key itself."""
    key = new_key()
    name, wrapped = key_ring().wrap(key, f"{uid}/key")
    QuestionKey.objects.create(question_id=question_id, ring_name=name, wrapped=wrapped)
    return key


def key_of(question_id: int, uid: UUID) -> bytes:
    """Returns the key of the question.

    Raises CannotOpen when it was destroyed, KeyMissing when the ring cannot open it.
    """
    row = QuestionKey.objects.filter(question_id=question_id).first()
    if row is None:
        raise CannotOpen
    return unwrapped(row, uid)


def unwrapped(row: Wrapped, uid: UUID) -> bytes:
    """Returns the key that this row of the owner with this `uid` holds. Raises KeyMissing when the ring cannot."""
    return key_ring().unwrap(row.ring_name, row.wrapped, f"{uid}/key")


def keys_of(uids: Mapping[int, UUID]) -> dict[int, bytes]:
    """Returns the keys of these questions by number, with one query; those that cannot be opened are left out."""
    found = {}
    for row in QuestionKey.objects.filter(question_id__in=uids):
        try:
            found[row.question_id] = key_ring().unwrap(row.ring_name, row.wrapped, f"{uids[row.question_id]}/key")
        except CannotOpen:
            continue
    return found


def destroy_key(question_id: int) -> None:
    """Deletes the key: everything that was sealed with it is forgotten."""
    QuestionKey.objects.filter(question_id=question_id).delete()


@dataclass(frozen=True)
class Rewrapped:
    """How many keys were wrapped again, and how many could not be opened and were left as they are."""

    done: int
    left: int


def rewrap_all(model: type[Wrapped]) -> Rewrapped:
    """Wraps every key of this table with the ring's first key; returns how many were wrapped and how many not.

    Runs beside a site in use.
    """
    older = model._default_manager.exclude(ring_name=key_ring().names[0])
    numbers = list(older.order_by("pk").values_list("pk", flat=True))
    done = left = 0
    for start in giving_way(range(0, len(numbers), BATCH)):
        with transaction.atomic():
            rows = older.filter(pk__in=numbers[start : start + BATCH]).select_for_update(of=("self",))
            for row in rows.select_related(model.OWNER) if model.OWNER else rows:
                if _rewrap(row):
                    done += 1
                else:
                    left += 1
    return Rewrapped(done, left)


def _rewrap(row: Wrapped) -> bool:
    ring, place = key_ring(), f"{row.owner_uid}/key"
    try:
        key = ring.unwrap(row.ring_name, row.wrapped, place)
    except CannotOpen:
        return False
    row.ring_name, row.wrapped = ring.wrap(key, place)
    row.save(update_fields=["ring_name", "wrapped"])
    return True


def models_with_keys() -> list[type[Wrapped]]:
    """Returns every model whose rows hold a key: of questions, of remarks, of mail on its way."""
    return [model for model in apps.get_models() if issubclass(model, Wrapped)]


def names_missing() -> list[str]:
    """Returns the names of keys that rows were sealed with and this ring cannot open, in alphabetical order.

    Looks through every table that holds keys; a screen asks it of the rows that it shows (names_missing_in).
    """
    there = set(connection.introspection.table_names())
    models = [model for model in models_with_keys() if model._meta.db_table in there]
    # A table at a time: what one of them opens under a name says nothing of the others.
    return sorted(set().union(*(names_missing_in(_some_of_each_name(model)) for model in models)))


def _some_of_each_name(model: type[Wrapped]) -> Iterator[Wrapped]:
    """Yields as many rows of this table as are tried, for each name of a key that it holds."""
    rows = model._default_manager.order_by()
    for name in rows.values_list("ring_name", flat=True).distinct():
        named = rows.filter(ring_name=name)
        yield from (named.select_related(model.OWNER) if model.OWNER else named)[:TRIED]


def names_missing_in(rows: Iterable[Wrapped]) -> set[str]:
    """Returns the names of keys that these rows hold and this ring cannot open.

    A name that is in the ring with another key opens nothing either, so of each name some rows are tried.
    """
    ring = key_ring()
    tried: dict[str, list[Wrapped]] = defaultdict(list)
    for row in rows:
        if len(tried[row.ring_name]) < TRIED:
            tried[row.ring_name].append(row)
    return {name for name, some in tried.items() if not any(_opens(ring, row) for row in some)}


def _opens(ring: KeyRing, row: Wrapped) -> bool:
    try:
        ring.unwrap(row.ring_name, row.wrapped, f"{row.owner_uid}/key")
    except CannotOpen:
        return False
    return True

"""The key of a question: made, opened, destroyed."""

from uuid import UUID

from questions.privacy.keyring import CannotOpen, key_ring, new_key
from questions.privacy.models import QuestionKey, Wrapped


def make_key(question_id: int, uid: UUID) -> bytes:
    """A new key for the question, kept wrapped; gives back the key itself."""
    key = new_key()
    name, wrapped = key_ring().wrap(key, f"{uid}/key")
    QuestionKey.objects.create(question_id=question_id, ring_name=name, wrapped=wrapped)
    return key


def key_of(question_id: int, uid: UUID) -> bytes:
    """The key of the question. Raises CannotOpen when it was destroyed or the ring no longer holds its wrapper."""
    row = QuestionKey.objects.filter(question_id=question_id).first()
    if row is None:
        raise CannotOpen
    return key_ring().unwrap(row.ring_name, row.wrapped, f"{uid}/key")


def destroy_key(question_id: int) -> None:
    """Forgets everything that was sealed with the question's key."""
    QuestionKey.objects.filter(question_id=question_id).delete()


def rewrap(row: Wrapped, uid: UUID) -> bool:
    """Wraps the key with the ring's first key; says whether that was needed. For rotating the ring."""
    ring = key_ring()
    if row.ring_name == ring.names[0]:
        return False
    row.ring_name, row.wrapped = ring.wrap(ring.unwrap(row.ring_name, row.wrapped, f"{uid}/key"), f"{uid}/key")
    row.save(update_fields=["ring_name", "wrapped"])
    return True

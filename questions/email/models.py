"""Mail of staff on its way: to approvers, to people who forgot a password, to owners of pages."""

import uuid
from typing import ClassVar
from uuid import UUID

from django.db import models

from questions.privacy.keyring import Sealed, key_ring, new_key, open_sealed, seal
from questions.privacy.models import Wrapped


class StaffMail(Wrapped):
    """One mail, sealed whole: it may hold an address, and a link that signs somebody in. Deleted once it is sent."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(db_index=True)
    sealed_mail = models.BinaryField()

    OWNER: ClassVar[str] = ""

    def __str__(self) -> str:
        return f"mail {self.pk}"

    @property
    def owner_uid(self) -> UUID:
        """Returns the uid with which the key of this mail is wrapped, which is the mail's own."""
        return self.uid

    def seal_mail(self, mail: bytes) -> None:
        """Seals the mail in this row with a new key, without saving it."""
        key = new_key()
        self.ring_name, self.wrapped = key_ring().wrap(key, f"{self.uid}/key")
        self.sealed_mail = seal(key, mail, f"{self.uid}/mail")

    def mail(self) -> Sealed:
        """Returns the mail as it was given to `seal_mail`. Raises CannotOpen when the ring does not hold the key."""
        key = key_ring().unwrap(self.ring_name, self.wrapped, f"{self.uid}/key")
        return open_sealed(key, self.sealed_mail, f"{self.uid}/mail")

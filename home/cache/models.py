"""A row per change of something published, from which every process knows what is still right."""

import secrets

from django.db import models
from django.utils import timezone


def new_seal() -> int:
    """Returns a number that no other change has: the sum of all seals is another one after every change."""
    return secrets.randbits(40)


class Change(models.Model):
    """One change, written in the transaction of the change itself; home/cache/generation.py is its only writer.

    Not one row that counts up: on PostgreSQL two editors would wait for each other, and could lock each other out.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    seal = models.BigIntegerField(default=new_seal)

    shown_to_readers = False

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"

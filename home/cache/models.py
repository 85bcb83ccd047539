"""A row per change of something published: from the rows every process knows whether what it keeps is still right."""

import secrets

from django.db import models
from django.utils import timezone


def new_seal() -> int:
    """Returns a random number of 40 bits. The sum of all seals is the generation: it differs after every change."""
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

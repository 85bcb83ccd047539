"""What load_content wrote last, so that it can tell what people changed since."""

from django.db import models


class LoadedRow(models.Model):
    """The hash of a row as it was loaded last: while the row itself has this hash, nobody changed it."""

    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=120)
    hash = models.CharField(max_length=64)

    shown_to_readers = False

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="loaded_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

"""What load_content wrote, so that it can see what people changed since."""

from django.db import models


class LoadedRow(models.Model):
    """A row as it was loaded: as long as the row's own hash equals this one, nobody changed it."""

    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=120)
    hash = models.CharField(max_length=64)

    shown_to_readers = False

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="loaded_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"

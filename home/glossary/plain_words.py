"""Official words and what people say instead: a list that editors keep."""

from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class PlainWord(models.Model):
    """A Dutch word that many readers do not know, and a plain one."""

    official = models.CharField(_("official word"), max_length=80)
    plain = models.CharField(_("plain word"), max_length=160)

    shown_to_readers = False

    class Meta:
        verbose_name = _("plain word")
        verbose_name_plural = _("plain words")
        ordering = ["official"]
        constraints = [models.UniqueConstraint(Lower("official"), name="one_row_per_official_word")]

    def __str__(self) -> str:
        return f"{self.official} → {self.plain}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.official = " ".join(self.official.split())
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.official = " ".join(self.official.split())

"""Translations that an editor took offline by themselves, while the Dutch page stays."""

from django.db import models
from wagtail.models import Page


class Withdrawn(models.Model):
    """One row per page that is offline in its own language only; home/translation/in_step is its only writer.

    Without it a translation taken offline by itself would look like one that went offline with the Dutch page, and
    would come back with it.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="withdrawn")

    def __str__(self) -> str:
        return str(self.page_id)

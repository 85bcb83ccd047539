"""Translations that an editor took off the site by themselves, while the Dutch page stays."""

from django.db import models
from wagtail.models import Page


class Withdrawn(models.Model):
    """One per page that is off in its own language only; home/translation/in_step is its only writer.

    Without it nobody could tell a translation that was taken off by itself from one that went off with the Dutch page
    and comes back with it.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="withdrawn")

    def __str__(self) -> str:
        return str(self.page_id)

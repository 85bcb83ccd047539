"""The version of the source language that a page is based on, and the edits that its translations need not follow."""

from django.conf import settings
from django.db import models
from wagtail.models import Page, Revision


class SourceVersion(models.Model):
    """The version of the source words that a page is based on; one row per page with words of its own.

    Of a page in the source language: its live words, and since when. Of a translation: the words of the source language
    for which it was last made, or beside which it was confirmed. Equal digests mean up to date.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="followed_source")
    digest = models.CharField(max_length=64, blank=True, db_column="words")
    """A SHA-256. Empty: not known yet, or a translation that was never complete."""
    since = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "home_sourcewords"  # its name of before: the rows stay where they are

    def __str__(self) -> str:
        return f"{self.page_id}: {self.digest[:8]}"


class MinorEdit(models.Model):
    """Says that translations need not follow a revision. It is deleted when that revision is published."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    shown_to_readers = False

    def __str__(self) -> str:
        return f"revision {self.revision_id}"

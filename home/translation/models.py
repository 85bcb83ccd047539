"""Which version of the source language a page stands on, and what an editor said about changing it."""

from django.conf import settings
from django.db import models
from wagtail.models import Page, Revision


class SourceVersion(models.Model):
    """The version of the source words that a page stands on; one per page with words of its own.

    Of a page in the source language: the words that are live, and since when. Of a translation: the words of the
    source language that it was last made for, or confirmed beside. Equal digests mean up to date.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="followed_source")
    digest = models.CharField(max_length=64, blank=True, db_column="words")
    """A SHA-256. Empty: not known yet, or of a translation that was never complete."""
    since = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "home_sourcewords"  # its name of before: the rows stay where they are

    def __str__(self) -> str:
        return f"{self.page_id}: {self.digest[:8]}"


class MinorEdit(models.Model):
    """An editor said of one revision that its translations need not change. Gone when that revision is published."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    shown_to_readers = False

    def __str__(self) -> str:
        return f"revision {self.revision_id}"

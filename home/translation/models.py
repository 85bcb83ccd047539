"""Which words of the source language a page stands on, and what an editor said about changing them."""

from django.conf import settings
from django.db import models
from wagtail.models import Page, Revision


class SourceWords(models.Model):
    """One per page with words of its own.

    Of a page in the source language: the words that are live, and since when. Of a translation: the words of the
    source language that it was last made for, or confirmed beside. Equal means up to date. Empty: not known yet, or of
    a translation never complete.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="source_words")
    words = models.CharField(max_length=64, blank=True)
    since = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.words[:8]}"


class MinorEdit(models.Model):
    """An editor said of one revision that its translations need not change. Gone when that revision is published."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    shown_to_readers = False

    def __str__(self) -> str:
        return f"revision {self.revision_id}"

"""The search index: the words of every published page."""

from django.db import models


class SearchEntry(models.Model):
    """The words of one page in one language, normalised by home/text/normalise.py; it can be made again from the page.

    A page without translation has an entry of its own with the Dutch words, so a reader of another language finds it
    once.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="search_entry")
    language = models.CharField(max_length=12, db_index=True)
    title = models.TextField()
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)

    shown_to_readers = False  # the search itself is never kept

    class Meta:
        constraints = [
            # A line begins with a space, so that ` word` finds the first word too.
            models.CheckConstraint(condition=models.Q(title="") | models.Q(title__startswith=" "), name="search_line")
        ]

    def __str__(self) -> str:
        return f"{self.language}:{self.title}"

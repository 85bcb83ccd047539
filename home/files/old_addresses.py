"""Redirects from the address that a document had before its file was replaced."""

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

LONGEST_PATH = 255
"""Characters of the longest address from which a redirect can lead."""


def document_moved(before: str, now: str) -> None:
    """Writes a redirect from the old address of a document to the new one, after its file was replaced."""
    site = Site.objects.filter(is_default_site=True).first()
    old, new = Redirect.normalise_path(before), Redirect.normalise_path(now)
    if old == new or len(old) > LONGEST_PATH:
        return
    Redirect.objects.filter(automatically_created=True, old_path__in=[old, new]).delete()
    link = f"{settings.BASE_URL}{now}"
    made = Redirect(site=site, old_path=old, redirect_link=link, automatically_created=True)
    Redirect.objects.bulk_create([made], ignore_conflicts=True)

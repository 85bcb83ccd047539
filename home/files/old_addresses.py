"""The address that a document had before its file was replaced."""

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

LONGEST_PATH = 255
"""What a redirect can hold of an address."""


def document_moved(before: str, now: str) -> None:
    """After the file of a document was replaced by one of another name: the old address leads to the new one."""
    site = Site.objects.filter(is_default_site=True).first()
    old, new = Redirect.normalise_path(before), Redirect.normalise_path(now)
    if old == new or len(old) > LONGEST_PATH:
        return
    Redirect.objects.filter(automatically_created=True, old_path__in=[old, new]).delete()
    link = f"{settings.BASE_URL}{now}"
    made = Redirect(site=site, old_path=old, redirect_link=link, automatically_created=True)
    Redirect.objects.bulk_create([made], ignore_conflicts=True)

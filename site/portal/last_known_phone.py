"""The phone number of the team, kept in a file for the page that is shown when the database does not answer."""

import json
import os
from pathlib import Path

from django.conf import settings
from wagtail.models import Site

from home.models import Municipality


def _file() -> Path:
    return Path(settings.VAR) / "last-known.json"


def save_phone() -> None:
    """Writes the number into the file when it changed; an example number is left out."""
    place = Municipality.for_site(Site.objects.get(is_default_site=True))
    known = {"phone": place.phone, "link": place.phone_link} if place.phone_link else {}
    if known == last_phone() and _file().exists():
        return
    draft = _file().with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(known))
    draft.replace(_file())


def last_phone() -> dict[str, str]:
    """Returns `phone` as it is printed and `link` as it is dialled; empty when none was written down."""
    try:
        known: dict[str, str] = json.loads(_file().read_text())
    except (OSError, ValueError):
        return {}
    return known

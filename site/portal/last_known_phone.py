"""The phone number of the team, for the page that may ask the database nothing: kept in a file beside it."""

import json
import os
from pathlib import Path

from django.conf import settings
from wagtail.models import Site

from home.models import Municipality


def _file() -> Path:
    return Path(settings.VAR) / "last-known.json"


def note_phone() -> None:
    """Writes the number down as it is now; an example is nobody's number."""
    place = Municipality.for_site(Site.objects.get(is_default_site=True))
    known = {"phone": place.phone, "link": place.phone_link} if place.phone_link else {}
    if known == last_phone() and _file().exists():
        return
    draft = _file().with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(known))
    draft.replace(_file())


def last_phone() -> dict[str, str]:
    """`phone` as it is printed and `link` as it is dialled; empty when nobody wrote one down."""
    try:
        known: dict[str, str] = json.loads(_file().read_text())
    except (OSError, ValueError):
        return {}
    return known

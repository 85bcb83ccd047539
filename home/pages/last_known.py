"""What stands on every page, kept in a file for the page that is shown when the database does not answer.

The name of the team, its phone number and, in every language, the pages of the menu and the footer.
"""

import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from wagtail.models import Site

from home.languages import languages
from home.municipality import Municipality
from home.pages.links import path_of
from home.pages.serving import home_page_of


def _file() -> Path:
    return Path(settings.VAR) / "last-known.json"


def save_last_known() -> None:
    """Writes it into the file when it changed; an example number is left out."""
    place = Municipality.for_site(Site.objects.get(is_default_site=True))
    known = {
        "name": str(place),
        **({"phone": place.phone, "phone_link": place.phone_link} if place.phone_link else {}),
        "pages": {language.code: _top_pages(language.code) for language in languages()},
    }
    if known == _read():
        return
    draft = _file().with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(known))
    draft.replace(_file())


def last_known() -> dict[str, Any]:
    """Returns `name`, `phone` as it is printed, `phone_link` as it is dialled, and `pages` in the reader's language.

    What was not written down is not there.
    """
    known = _read()
    return {**known, "pages": known.get("pages", {}).get(translation.get_language(), [])}


def _top_pages(code: str) -> list[dict[str, object]]:
    with translation.override(code):
        home = home_page_of(None)
    return [
        {
            "url": path_of(page),
            "title": page.title,
            "lang": page.language_of(page.title),
            "in_menu": page.show_in_menus,
        }
        for page in (home.listing if home is not None else [])
    ]


def _read() -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads(_file().read_text())
    except (OSError, ValueError):
        return {}
    return known

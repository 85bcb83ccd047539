"""An answer that is still being written: inserting a fact, and previewing it as the resident will read it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils.safestring import SafeString

from home.languages import source_code
from services.facts.in_answers import answer_html, placeholder, unknown_in

INSERT, PREVIEW = "insert", "preview"


def is_draft(posted: QueryDict) -> bool:
    """Returns whether the button that was pressed inserts a fact or previews, and so sends nothing."""
    return posted.get("do") in (INSERT, PREVIEW)


def drafted(posted: QueryDict) -> dict[str, Any]:
    """Returns everything that was typed, with the chosen fact added to the end of the text."""
    values: dict[str, Any] = {
        name: posted.get(name, "") for name in posted if name not in ("do", "csrfmiddlewaretoken")
    }
    slug = str(values.pop("fact", "")).strip()
    if posted.get("do") == INSERT and slug and not unknown_in(placeholder(slug)):
        values["text"] = f"{values.get('text', '').rstrip()} {placeholder(slug)}".lstrip()
    return values


def as_read(values: Mapping[str, Any]) -> SafeString:
    """Returns the answer as the resident will read it, in the source language when its own is unknown."""
    language = str(values.get("language", ""))
    return answer_html(str(values.get("text", "")), language if language in dict(settings.LANGUAGES) else source_code())

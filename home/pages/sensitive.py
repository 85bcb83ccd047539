"""Pages that nobody at home may see being read: which they are, and the title they get in a browser's history."""

from typing import Any

from django.utils.translation import gettext as _

HAVE_A_THEME = ("page", "question")
"""Names in a template's context of things that have a theme."""
CHOSEN = "chosen_theme"
"""The name in a form's context of the theme itself."""


def theme_in(context: Any) -> Any | None:
    """Returns the sensitive theme of what a template shows: of the page, the question or the form; else None."""
    themes = [theme_of(context.get(name)) for name in HAVE_A_THEME] + [context.get(CHOSEN)]
    return next((theme for theme in themes if getattr(theme, "sensitive", False)), None)


def is_sensitive(context: Any) -> bool:
    """Returns whether what a template shows is sensitive: by its theme, its law, danger, or `sensitive` in the
    context.
    """
    law = getattr(context.get("law"), "sensitive", False)
    return theme_in(context) is not None or bool(law) or is_in_danger(context) or bool(context.get("sensitive"))


def is_in_danger(context: Any) -> bool:
    """Returns whether a door says by `in_danger` in its context that somebody used words of danger."""
    return bool(context.get("in_danger"))


def theme_of(thing: Any) -> Any | None:
    """Returns the theme of a page or question; of a part of a guide that of the guide, of conditions that of their
    law.

    None when it has none.
    """
    found = getattr(thing, "subject", None) or getattr(thing, "theme", None)
    return found or getattr(getattr(thing, "law", None), "theme", None)


def neutral_title(page: Any) -> str:
    """Returns a title with a number instead of the name of a danger; empty when the page's theme is not sensitive.

    The page of the theme itself has the number of the theme, any other page its own number too.
    """
    theme = theme_of(page)
    if theme is None or not theme.sensitive:
        return ""
    if page.KIND == "theme":
        return _("Topic %(number)d") % {"number": theme.pk}
    return _("Topic %(number)d, page %(page)d") % {"number": theme.pk, "page": page.pk}

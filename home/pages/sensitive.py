"""Pages that nobody at home may see being read: which they are, and what they are called in a history."""

from typing import Any

from django.utils.translation import gettext as _

HAVE_A_THEME = ("page", "question")
"""Names in the context of a template."""
CHOSEN = "chosen_theme"
"""The theme itself, in the context of a form."""


def theme_in(context: Any) -> Any | None:
    """Returns the sensitive theme of what is shown: of the page, of the question, or chosen in the form; else None."""
    themes = [theme_of(context.get(name)) for name in HAVE_A_THEME] + [context.get(CHOSEN)]
    return next((theme for theme in themes if getattr(theme, "sensitive", False)), None)


def is_sensitive(context: Any) -> bool:
    """Returns whether what is shown is sensitive: by its theme, by its law, or because a door says so itself."""
    law = getattr(context.get("law"), "sensitive", False)
    return theme_in(context) is not None or bool(law) or bool(context.get("sensitive"))


def theme_of(thing: Any) -> Any | None:
    """Returns the theme of a page or question; for a part of a guide that of the whole, for conditions their law's."""
    found = getattr(thing, "subject", None) or getattr(thing, "theme", None)
    return found or getattr(getattr(thing, "law", None), "theme", None)


def neutral_title(page: Any) -> str:
    """Returns a title that is the page's own and names no danger; empty for a page that needs none.

    The page of the theme itself carries the number of the theme, any other its own number too.
    """
    theme = theme_of(page)
    if theme is None or not theme.sensitive:
        return ""
    if page.KIND == "theme":
        return _("Topic %(number)d") % {"number": theme.pk}
    return _("Topic %(number)d, page %(page)d") % {"number": theme.pk, "page": page.pk}

"""Wagtail's content checker, beside the preview of a page, with more rules.

The checks behind our own rules are in static/js/content-checks.js, which only a preview loads.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

_FAULT_OF_THE_SITE = _("This is a fault of the site, not of your text. Tell the administrator.")


class OurChecker(ContentCheckerItem):
    """The rules of Wagtail, and more for readers who listen to a page or read slowly."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        *("page-has-heading-one", "empty-heading", "list", "listitem", "image-alt", "image-redundant-alt"),
        *("duplicate-id-aria", "table-duplicate-name", "td-headers-attr", "color-contrast", "valid-lang"),
        *("link-says-where", "no-shouting", "heading-is-a-heading", "list-is-a-list"),
    ]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": "link-says-where",
            "impact": "serious",
            "selector": "main a[href]",
            "tags": ["best-practice"],
            "none": ["says-nothing"],
            "enabled": True,
        },
        {
            "id": "no-shouting",
            "impact": "moderate",
            "selector": "main :is(p, li, h1, h2, h3, h4, td)",
            "tags": ["best-practice"],
            "none": ["shouts"],
            "enabled": True,
        },
        {
            "id": "heading-is-a-heading",
            "impact": "serious",
            "selector": "main p:not([class])",
            "tags": ["best-practice"],
            "none": ["bold-only"],
            "enabled": True,
        },
        {
            "id": "list-is-a-list",
            "impact": "serious",
            "selector": "main p:not([class])",
            "tags": ["best-practice"],
            "none": ["typed-point"],
            "enabled": True,
        },
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "link-says-where": {
            "error_name": _("The link does not say where it leads"),
            "help_text": _("Who listens to the links only hears “click here”. Write what is behind it."),
        },
        "no-shouting": {
            "error_name": _("Words in capitals"),
            "help_text": _("A row of capitals is hard to read. Write small letters."),
        },
        "heading-is-a-heading": {
            "error_name": _("A heading that is only bold"),
            "help_text": _("Who listens to the page does not hear that a part begins. Make it a heading."),
        },
        "list-is-a-list": {
            "error_name": _("A list that was typed"),
            "help_text": _("Take away the dash or the number, and make a list of these lines."),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no title"),
            "help_text": _("Every page begins with one large heading."),
        },
        "image-alt": {
            "error_name": _("A picture without a description"),
            "help_text": _("Say what is on it, or that it is decoration."),
        },
        "image-redundant-alt": {
            "error_name": _("The description of a picture repeats the words beside it"),
            "help_text": _("Who listens to the page hears the same words twice. Make the picture decoration."),
        },
        "list": {
            "error_name": _("A list holds a line that is no item"),
            "help_text": _("Make every line of the list an item of it, or put the line above the list."),
        },
        "listitem": {
            "error_name": _("An item stands outside a list"),
            "help_text": _("Make a list of it, or a plain line."),
        },
        "color-contrast": {"error_name": _("Words that hardly stand out"), "help_text": _FAULT_OF_THE_SITE},
        "valid-lang": {"error_name": _("A language that does not exist"), "help_text": _FAULT_OF_THE_SITE},
        "duplicate-id-aria": {"error_name": _("Two parts have the same name"), "help_text": _FAULT_OF_THE_SITE},
        "table-duplicate-name": {"error_name": _("A table says its name twice"), "help_text": _FAULT_OF_THE_SITE},
        "td-headers-attr": {
            "error_name": _("A cell belongs to a head that is not in its table"),
            "help_text": _FAULT_OF_THE_SITE,
        },
    }

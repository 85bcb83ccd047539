"""The page of a service as residents read it: sections, each with a title, an icon and a tint."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from services.pages.models import ServicePage

CONDITIONS = "conditions"
"""The name of the section that no field of the page holds: the conditions of the law."""


@dataclass(frozen=True)
class Section:
    """A section of a service's page: the field with its text, and how its heading looks."""

    name: str
    title: str | Promise
    icon: str
    tint: str

    @property
    def anchor(self) -> str:
        """Returns the anchor to which a link within the page leads."""
        return self.name.replace("_", "-")


SECTIONS = (
    Section("what", _("What is it?"), "info-circle", "mint"),
    Section("for_whom", _("Is it for you?"), "users", "apricot"),
    Section(CONDITIONS, _("When can you get this help?"), "list-check", "butter"),
    Section("cost", _("What does it cost?"), "coin-euro", "butter"),
    Section("how", _("How does it go?"), "route", "lilac"),
    Section("bring", _("What do you bring?"), "file-text", "sky"),
    Section("duration", _("How long does it take?"), "clock", "mint"),
    Section("where", _("Where?"), "map-pin", "apricot"),
    Section("disagree", _("Do you not agree?"), "scale", "lilac"),
    Section("who_else", _("Who else can help?"), "friends", "sky"),
)


def sections(page: ServicePage, conditions: Any) -> list[Section]:
    """Returns the sections that are not empty, in order; that of the law only with `conditions`."""
    return [
        section for section in SECTIONS if (conditions if section.name == CONDITIONS else getattr(page, section.name))
    ]

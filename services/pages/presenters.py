"""The page of a service as residents read it: its questions, each with a title, an icon and a tint."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from services.pages.models import ServicePage

CONDITIONS = "conditions"
"""The section that no field of the page holds: what the law asks."""


@dataclass(frozen=True)
class Section:
    """One question about a service: the field that answers it, and how its heading looks."""

    name: str
    title: str | Promise
    icon: str
    tint: str

    @property
    def anchor(self) -> str:
        """Returns what a link within the page leads to."""
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
    """Returns the sections that have something to say, in order; that of the law only with `conditions`."""
    return [
        section for section in SECTIONS if (conditions if section.name == CONDITIONS else getattr(page, section.name))
    ]

"""The page of a service as residents read it: sections, each with a title, an icon and a tint."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from home.pages.presenters import printed_first_sentence
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
    folded: bool = False
    """Whether it is for later: who reads the page for the first time need not pass it."""

    @property
    def anchor(self) -> str:
        """Returns the anchor to which a link within the page leads."""
        return self.name.replace("_", "-")


SECTIONS = (
    Section("what", _("What is it?"), "info-circle", "mint"),
    Section("for_whom", _("Is it for you?"), "users", "apricot"),
    Section(CONDITIONS, _("When can you get this help?"), "list-check", "butter"),
    Section("cost", _("What does it cost?"), "coin-euro", "butter"),
    Section("how", _("How does it work?"), "route", "lilac"),
    Section("bring", _("What should you bring?"), "file-text", "sky", folded=True),
    Section("duration", _("How long does it take?"), "clock", "mint"),
    Section("where", _("Where?"), "map-pin", "apricot"),
    Section("disagree", _("Do you disagree?"), "scale", "lilac", folded=True),
    Section("who_else", _("Who else can help?"), "friends", "sky", folded=True),
)


@dataclass(frozen=True)
class InShort:
    """A question about a service with its answer in one sentence."""

    section: Section
    name: str | Promise
    sentence: SafeString


IN_SHORT = {"for_whom": _("For whom"), "cost": _("Costs"), "how": _("How it starts"), "duration": _("How long")}
"""The fields of which the first sentence says it in short, with the name of each there."""


def in_short(page: ServicePage, request: HttpRequest | None = None) -> list[InShort]:
    """Returns what a service comes down to: the first sentence of four of its fields, those that are not empty."""
    return [
        InShort(section, IN_SHORT[section.name], printed_first_sentence(page, section.name, request=request))
        for section in SECTIONS
        if section.name in IN_SHORT and getattr(page, section.name)
    ]


def sections(page: ServicePage, conditions: Any) -> list[Section]:
    """Returns the sections that are not empty, in order; that of the law only with `conditions`."""
    return [
        section for section in SECTIONS if (conditions if section.name == CONDITIONS else getattr(page, section.name))
    ]

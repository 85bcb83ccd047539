"""What a page still needs before residents may read it."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.linkcheck.inside import anchors_of, fault_of, places_for
from home.linkcheck.links import Link, LinkKind, links_of, meant
from home.linkcheck.models import LinkFault


def missing(page: Any) -> list[str]:
    """Returns the names of the fields that have to be filled in and are not."""
    return [name for name in page.required_to_publish() if is_empty(getattr(page, name, None))]


def is_empty(value: Any) -> bool:
    """Returns whether a field says nothing: also a text of empty paragraphs."""
    if value is None:
        return True
    if isinstance(value, str):
        return not strip_tags(value).replace("\xa0", " ").strip() and "<embed" not in value
    return hasattr(value, "__len__") and len(value) == 0


def wrong_links(page: Any) -> Iterator[tuple[Link, str]]:
    """Yields the links inside the site that lead nowhere, each with what the editor reads about it."""
    links = [link for link in links_of(page, [settings.BASE_URL]) if link.kind != LinkKind.OUTSIDE]
    if not links:
        return
    own = anchors_of(page) if any(link.kind == LinkKind.ANCHOR for link in links) else frozenset()
    places = places_for(links)
    for link in links:
        fault = fault_of(link, places, _anchors_of_number, own)
        if fault is not None:
            told = _("The link “%(words)s” leads nowhere: %(fault)s.") % {"words": link.words, "fault": fault.label}
            probably = meant(link.target) if fault is LinkFault.UNCLEAR else ""
            if probably:
                told += " " + _("Perhaps you mean %(address)s.") % {"address": probably}
            yield link, told


def why_not(page: Any) -> str:
    """Returns why a page cannot be published, in a sentence or two; empty when it can."""
    return " ".join([*filter(None, [still_missing(page)]), *(message for _link, message in wrong_links(page))])


def still_missing(page: Any) -> str:
    """Returns a sentence with the parts that have to be filled in, by their names in the form; empty when none has."""
    parts = [str(page._meta.get_field(name).verbose_name) for name in missing(page)]
    return _("Still missing: %(parts)s.") % {"parts": get_text_list(parts, _("and"))} if parts else ""


def _anchors_of_number(number: int) -> frozenset[str]:
    return anchors_of(Page.objects.get(pk=number).specific)

"""Puts another address in the place of one that no longer works, on every page that links to it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.db import transaction
from modelcluster.models import get_serializable_data_for_fields
from wagtail_localize.models import TranslationSource

from home.linkcheck.links import ADDRESS_KEYS, links_of
from home.linkcheck.models import BrokenLink
from home.pages.base import BasePage
from home.pages.selectors import page_types


@dataclass
class Replacement:
    """The pages that got the new address, and those that did not: they have a draft, or the person may not publish."""

    changed: list[BasePage] = field(default_factory=list)
    left: list[BasePage] = field(default_factory=list)


def pages_with_link(written: str) -> list[BasePage]:
    """Returns the published pages, in every language, with a link to this target, written as `Link.written`."""
    found = []
    for model in page_types():
        for page in model._default_manager.filter(live=True, alias_of=None).select_related("locale").iterator(200):
            if any(link.written == written for link in links_of(page, [settings.BASE_URL])):
                found.append(page)
    return found


def replace_everywhere(written: str, address: str, user: Any) -> Replacement:
    """Puts the new address in the place of the old one and publishes each page. Returns which pages were changed.

    A page with a draft is left alone, and so is one that this person may not publish.
    """
    outcome = Replacement()
    for page in pages_with_link(written):
        if page.has_unpublished_changes or not page.permissions_for_user(user).can_publish():
            outcome.left.append(page)
            continue
        _replace(page, written, address, user)
        outcome.changed.append(page)
    return outcome


@transaction.atomic
def _replace(page: BasePage, written: str, address: str, user: Any) -> None:
    content = get_serializable_data_for_fields(page)
    texts, streams = type(page).word_fields()
    for name in texts:
        setattr(page, name, with_address(content.get(name) or "", written, address))
    for name in streams:
        setattr(page, name, json.dumps(with_address(json.loads(content.get(name) or "[]"), written, address)))
    revision = page.save_revision(user=user, changed=True, clean=False, log_action=True)
    revision.publish(user=user)
    BrokenLink.objects.filter(page_id=page.pk, target=written).delete()
    # A translation that is published later takes its links from here.
    source = TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id).first()
    if source is not None:
        source.update_from_db()


def with_address(value: Any, written: str, address: str, key: str = "") -> Any:
    """Returns a stored value with the new address in every place of the old one.

    `key` is the name of the block's field.
    """
    if isinstance(value, str):
        if "<a" in value:
            return _html_with_address(value, written, address)
        return address if key in ADDRESS_KEYS and _is_same_target(value, written) else value
    if isinstance(value, Mapping):
        kind = str(value.get("type", ""))
        return {
            name: with_address(part, written, address, kind if name == "value" else str(name))
            for name, part in value.items()
        }
    if isinstance(value, Iterable):
        return [with_address(part, written, address, key) for part in value]
    return value


def _html_with_address(html: str, written: str, address: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    changed = False
    for anchor in soup.find_all("a"):
        if isinstance(anchor, Tag) and _leads_to(anchor, written):
            anchor.attrs = {"href": address}
            changed = True
    return str(soup) if changed else html


def _leads_to(anchor: Tag, written: str) -> bool:
    if anchor.get("linktype"):
        return f"{anchor.get('linktype')}:{anchor.get('id')}" == written
    return _is_same_target(str(anchor.get("href") or ""), written)


def _is_same_target(href: str, written: str) -> bool:
    return href.strip() in (written, f"{settings.BASE_URL}{written}")

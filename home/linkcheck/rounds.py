"""A round of the link checker over every published page; the only writer of broken links."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cache

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime
from wagtail.models import Page

from home.linkcheck.inside import anchors_of, fault_of, places_for
from home.linkcheck.links import Link, LinkKind, links_of
from home.linkcheck.models import BrokenLink, LinkFault, LinkRound
from home.linkcheck.outside import Answer
from home.pages.base import BasePage
from home.pages.selectors import page_types

NIGHT = time(3)
"""The time from which the round of a day is due."""
AskOutside = Callable[[str], Answer]
Found = dict[tuple[int, str, str], LinkFault]


@dataclass
class RoundOutcome:
    """The result of a round: what was counted, and the links that are broken now."""

    pages: int = 0
    links: int = 0
    outside: int = 0
    unreachable: list[str] = field(default_factory=list)
    """Addresses of other websites that gave no answer, or an error of their own."""
    broken: list[BrokenLink] = field(default_factory=list)

    @property
    def without_network(self) -> bool:
        """Returns whether websites were asked and not a single one answered."""
        return bool(self.outside) and len(self.unreachable) == self.outside


def check_links(now: datetime, ask_outside: AskOutside | None = None) -> RoundOutcome:
    """Checks every link on every published page and writes the list of broken ones. Returns the outcome.

    Other websites are asked only with `ask_outside`; what was broken there before stays on the list otherwise.
    """
    by_page = {page.pk: (page, links_of(page, [settings.BASE_URL])) for page in _published()}
    outcome = RoundOutcome(len(by_page), sum(len(links) for _page, links in by_page.values()))
    places = places_for(link for _page, links in by_page.values() for link in links)
    found: Found = {}
    unsure: set[tuple[int, str, str]] = set()

    @cache
    def anchors(number: int) -> frozenset[str]:
        page = by_page[number][0] if number in by_page else Page.objects.get(pk=number).specific
        return anchors_of(page)

    for number, (_page, links) in by_page.items():
        own = anchors(number) if any(link.kind == LinkKind.ANCHOR for link in links) else frozenset()
        for link in links:
            fault = None if link.kind == LinkKind.OUTSIDE else fault_of(link, places, anchors, own)
            if fault:
                found[number, link.field, link.written] = fault
    outside = _where_outside(by_page.values())
    answers = {address: ask_outside(address) if ask_outside else Answer.UNREACHABLE for address in outside}
    outcome.outside = len(outside) if ask_outside else 0
    for address, answer in answers.items():
        for place in outside[address]:
            if answer is Answer.GONE:
                found[place] = LinkFault.OUTSIDE_GONE
            elif answer is Answer.UNREACHABLE:
                unsure.add(place)
    if ask_outside:
        outcome.unreachable = [address for address, answer in answers.items() if answer is Answer.UNREACHABLE]
    outcome.broken = _write(found, unsure, now)
    LinkRound.objects.create(
        at=now,
        pages=outcome.pages,
        links=outcome.links,
        outside=outcome.outside,
        unreachable=len(outcome.unreachable),
    )
    return outcome


def check_links_nightly(now: datetime) -> RoundOutcome | None:
    """Does the round of this day, inside the site only. Returns None when it was done already.

    Deletes rounds of more than thirty days ago.
    """
    here = localtime(now)
    day = here.date() if here.time() >= NIGHT else here.date() - timedelta(days=1)
    begun = here.replace(year=day.year, month=day.month, day=day.day, hour=NIGHT.hour, minute=0, second=0)
    if LinkRound.objects.filter(at__gte=begun).exists():
        return None
    LinkRound.objects.filter(at__lt=now - timedelta(days=30)).delete()
    return check_links(now)


def _published() -> Iterable[BasePage]:
    """Yields every published page that is no alias, in every language, with a query per page type."""
    for model in page_types():
        yield from model._default_manager.filter(live=True, alias_of=None).select_related("locale").iterator(200)


def _where_outside(pages: Iterable[tuple[BasePage, list[Link]]]) -> dict[str, list[tuple[int, str, str]]]:
    """Returns, per address of another website, the places of its links, so that each address is asked for once."""
    where: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for page, links in pages:
        for link in links:
            if link.kind == LinkKind.OUTSIDE:
                where[link.target.split("#")[0]].append((page.pk, link.field, link.written))
    return where


@transaction.atomic
def _write(found: Found, unsure: set[tuple[int, str, str]], now: datetime) -> list[BrokenLink]:
    """Writes what was found as the new list, and returns it.

    A link that was broken before keeps its day, and one that could not be checked stays on the list.
    """
    before = {(row.page_id, row.field, row.target): row for row in BrokenLink.objects.all()}
    gone = [row.pk for place, row in before.items() if place not in found and place not in unsure]
    BrokenLink.objects.filter(pk__in=gone).delete()
    for place, fault in found.items():
        row = before.get(place)
        if row is not None and row.fault != fault:
            BrokenLink.objects.filter(pk=row.pk).update(fault=fault)
    BrokenLink.objects.bulk_create(
        BrokenLink(page_id=page, field=name, target=target[:500], fault=fault, since=now)
        for (page, name, target), fault in found.items()
        if (page, name, target) not in before
    )
    return list(BrokenLink.objects.select_related("page__locale"))

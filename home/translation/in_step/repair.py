"""Brings a site in step that is not: it was filled before the others followed, or past the models.

It publishes nothing that was not public: a translation that is offline while the Dutch page is live counts as taken
offline by itself. A translation whose Dutch page is gone is taken offline and kept.
"""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, Revision

from home.cache.generation import changed
from home.pages.selectors import page_types
from home.translation.in_step.carry import alone
from home.translation.in_step.live import carry_state, take_off
from home.translation.in_step.overview import followed_otherwise
from home.translation.in_step.place import carry_address, carry_place, complete
from home.translation.in_step.twins import HOME_LEVEL, source_locale_id
from home.translation.withdrawn import Withdrawn


@transaction.atomic
def put_in_step() -> list[str]:
    """Brings every page in step with its Dutch page. Returns a line per change. Idempotent."""
    locale = source_locale_id()
    with alone():
        _forget_other_schedules(locale)
        return [
            *_free_copies(locale),
            *_take_off_orphans(locale),
            *_note_withdrawn(locale),
            *_carry_everything(locale),
            *_repair_paths(),
        ]


def _forget_other_schedules(locale: int | None) -> None:
    others = Page.objects.exclude(locale_id=locale).filter(depth__gte=HOME_LEVEL)
    planned = others.filter(Q(go_live_at__isnull=False) | Q(expire_at__isnull=False))
    planned.update(go_live_at=None, expire_at=None)
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    numbers = {str(number) for number in others.values_list("pk", flat=True)}
    Revision.objects.filter(
        pk__in=[each.pk for each in waiting.only("pk", "object_id") if each.object_id in numbers]
    ).update(approved_go_live_at=None)


def _free_copies(locale: int | None) -> Iterator[str]:
    """Frees copies that count as the page of the content files, which is the first one. Yields a line per copy.

    An earlier version copied the key of the file along, and the next load wrote the words of the file into the copy.
    """
    if locale is None:
        return
    for model in page_types():
        first: dict[str, int] = {}
        for page in model._default_manager.exclude(content_key="").filter(locale_id=locale).order_by("pk"):
            if first.setdefault(page.content_key, page.pk) != page.pk:
                copies = model._default_manager.filter(translation_key=page.translation_key)
                copies.update(**dict.fromkeys(model.exclude_fields_in_copy, ""))
                yield _line(page, "a copy, which no content file knows")


def _take_off_orphans(locale: int | None) -> Iterator[str]:
    source = Page.objects.filter(translation_key=OuterRef("translation_key"), locale_id=locale)
    found = Page.objects.filter(live=True, depth__gte=HOME_LEVEL).exclude(locale_id=locale).exclude(Exists(source))
    for page in found:
        take_off(page.specific)
        yield _line(page, "taken off, there is no Dutch page")


def _note_withdrawn(locale: int | None) -> Iterator[str]:
    source = Page.objects.filter(translation_key=OuterRef("translation_key"), locale_id=locale, live=True)
    off = Page.objects.filter(live=False, depth__gte=HOME_LEVEL, withdrawn=None).exclude(locale_id=locale)
    for page in off.filter(Exists(source)):
        Withdrawn.objects.create(page_id=page.pk)
        yield _line(page, "counts as taken off by itself")


def _carry_everything(locale: int | None) -> Iterator[str]:
    """Brings the followers in step, in the order of the tree, so that a page comes after the one above it.

    Yields a line per change.
    """
    for number in followed_otherwise(locale):
        source = Page.objects.get(pk=number)
        for page in complete(source):
            yield _line(page, "made, it shows the Dutch words")
        for page in carry_address(source):
            yield _line(page, f"address as in Dutch: {source.slug}")
        for page in carry_place(source):
            yield _line(page, "moved to where the Dutch page stands")
        for page in carry_state(source):
            yield _line(page, "on the site, as in Dutch" if page.live else "taken off, as in Dutch")


def _repair_paths() -> Iterator[str]:
    """Corrects the address of pages that do not have that of the page above with their own slug. Yields a line each.

    Publishing an earlier version of a translation once left them so, and readers found such a page at no address.
    """
    paths: dict[str, str] = {}
    for page in Page.objects.order_by("path"):
        if page.depth >= HOME_LEVEL:
            right = f"{paths[page.path[: -Page.steplen]]}{page.slug}/"
            if page.url_path != right:
                Page.objects.filter(pk=page.pk).update(url_path=right)
                page.url_path = right
                changed()
                yield _line(page, "reached at its own address again")
        paths[page.path] = page.url_path


def _line(page: Page, what: str) -> str:
    return f"{page.locale.language_code} {page.url_path}: {what}"

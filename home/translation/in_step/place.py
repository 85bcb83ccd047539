"""The place and the slug of a follower: those of the Dutch page, in the same order among their neighbours."""

from collections.abc import Iterable

from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from home.translation.in_step.twins import HOME_LEVEL, followers, following_locales, source_of, twin_in

STEP = Page.steplen


def carry_address(source: Page) -> list[Page]:
    """Gives every follower the slug of the Dutch page. Returns those that were changed."""
    if source.depth <= HOME_LEVEL:
        return []
    changed = []
    for page in followers(source):
        if page.slug == source.slug:
            continue
        own = page.specific
        own.slug = free_slug(own, source.slug)
        if own.slug != page.slug:
            own.save(clean=False, update_fields=["slug", "url_path"])
            changed.append(own)
    return changed


def free_slug(page: Page, slug: str) -> str:
    """Returns this slug, or one like it where another page of that language has it already.

    A page without a Dutch page gives its slug up and gets another one: it is offline, and must not be in the way.
    """
    parent = page.get_parent()
    for other in parent.get_children().filter(slug=slug, live=False).exclude(pk=page.pk):
        if source_of(other) is None:
            own = other.specific
            own.slug = find_available_slug(parent, f"{slug}-oud")
            own.save(clean=False, update_fields=["slug", "url_path"])
    found: str = find_available_slug(parent, slug, ignore_page_id=page.pk)
    return found


def complete(source: Page) -> list[Page]:
    """Makes an alias with the Dutch words in every language that lacks this page. Returns those that were made.

    In a language that lacks the page above it nothing is made.
    """
    if source.depth <= HOME_LEVEL:
        return []
    present = {page.locale_id for page in followers(source)}
    made = []
    for locale in following_locales(source).exclude(pk__in=present):
        if twin_in(source.get_parent(), locale.pk) is not None:
            made.append(source.specific.copy_for_translation(locale, alias=True))
    return made


def carry_place(source: Page) -> list[Page]:
    """Moves every follower that does not stand where the Dutch page stands. Returns those that were moved."""
    if source.depth <= HOME_LEVEL:
        return []
    moved = []
    for page in followers(source):
        if _move_into_place(source, page):
            moved.append(page)
    return moved


def _move_into_place(source: Page, page: Page) -> bool:
    """Moves one follower into the place that the Dutch page has among its neighbours.

    Returns whether it had to move.
    """
    parent = twin_in(Page.objects.get(path=source.path[:-STEP]), page.locale_id)
    if parent is None or parent.path.startswith(page.path):
        return False
    order = [each.translation_key for each in _below(source.path[:-STEP])]
    siblings = [each for each in _below(parent.path) if each.translation_key in order]
    before = order[: order.index(source.translation_key)]
    wanted = _last(each for each in siblings if each.pk != page.pk and each.translation_key in before)
    present = _last(each for each in siblings if each.path < page.path)
    if page.path[:-STEP] == parent.path and wanted == present:
        return False
    target, side = (wanted, "right") if wanted is not None else (parent, "first-child")
    page.move(target, pos=side)
    return True


def _below(path: str) -> Iterable[Page]:
    return Page.objects.filter(path__startswith=path, depth=len(path) // STEP + 1).order_by("path")


def _last(pages: Iterable[Page]) -> Page | None:
    return next(reversed(list(pages)), None)

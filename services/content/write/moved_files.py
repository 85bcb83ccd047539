"""Pages whose file moved: another folder, another parent, another slug. The page moves along with its file.

The place of a page at its last load is stored, so that a page that an editor moved stays where the editor put it. The
other languages follow the Dutch page by themselves, and so do redirects from its old addresses.
"""

from collections.abc import Iterable, Mapping

from wagtail.models import Locale, Page

from home.models import BasePage
from services.content.models import LoadedRow
from services.content.read import schema
from services.content.read.pages import PageFile
from services.content.write.rows import LoadOutcome, values_hash
from services.yaml_files.documents import FaultyContent

KIND = "page"


def place_of(parent: str, slug: str) -> str:
    """Returns the hash of a page's place: the key of its parent and its slug."""
    return values_hash({"parent": parent, "slug": slug})


def loaded_pages(locale: Locale) -> dict[str, BasePage]:
    """Returns the pages of a language that were loaded, by the name of their folder (their key)."""
    return {
        page.content_key: page
        for model in schema.PAGE_TYPES.values()
        for page in model._default_manager.filter(locale=locale, alias_of=None).exclude(content_key="")
    }


def take_over(file: PageFile, pages: dict[str, BasePage], files: Mapping[str, PageFile]) -> BasePage | None:
    """Returns the page at the place of a new file if it was loaded from a folder that is gone, with the new key.

    None when there is no page. Raises FaultyContent when another page has this address, such as one that an editor
    made.
    """
    parent = pages.get(file.parent)
    at = parent.get_children() if parent is not None else Page.get_root_nodes().none()
    found = at.filter(slug=file.slug).first()
    if found is None:
        return None
    old = next((key for key, page in pages.items() if page.pk == found.pk), "")
    if not old or old in files or type(pages[old]) is not file.model:
        message = f"is the address of the page “{found.title}”, which is another page"
        raise FaultyContent([file.document.fault(message, "page", "slug")])
    page = pages.pop(old)
    file.model._default_manager.filter(translation_key=page.translation_key).update(content_key=file.key)
    LoadedRow.objects.filter(kind=KIND, slug=file.key).delete()
    LoadedRow.objects.filter(kind=KIND, slug=old).update(slug=file.key)
    page.content_key = file.key
    pages[file.key] = page
    return page


def follow(
    files: Mapping[str, PageFile], pages: dict[str, BasePage], changed: set[str], outcome: LoadOutcome
) -> set[str]:
    """Moves every changed page whose file moved since it was loaded. Returns the keys of pages to follow their file.

    Their new slug is set later, with the words of the page. When there are any, the pages have to be read again.
    """
    held = {row.slug: row for row in LoadedRow.objects.filter(kind=KIND)}
    keys = {page.path: key for key, page in pages.items()}
    follows = set()
    for key, file in files.items():
        page, row = pages.get(key), held.get(key)
        if page is None or row is None or not file.parent or file.parent not in pages:
            continue
        above = keys.get(page.path[: -page.steplen], "")
        wanted, stands = place_of(file.parent, file.slug), place_of(above, page.slug)
        if wanted != stands and wanted != row.hash:
            reason = _why_not(file, page, row, stands, pages, key in changed)
            if reason:
                outcome.left_alone.append(f"page {key}: {reason}")
                continue
            if above != file.parent:
                Page.objects.get(pk=page.pk).move(Page.objects.get(pk=pages[file.parent].pk), pos="last-child")
            follows.add(key)
        if row.hash != wanted:
            row.hash = wanted
            row.save(update_fields=["hash"])
    return follows


def _why_not(
    file: PageFile, page: BasePage, row: LoadedRow, stands: str, pages: Mapping[str, BasePage], changed: bool
) -> str:
    """Returns why a page does not follow its file; empty when it does."""
    if not changed:
        return "its file moved, but an editor changed the page: move it in the admin"
    if row.hash and row.hash != stands:
        return "its file moved, and an editor moved the page too"
    target = pages[file.parent]
    if target.path.startswith(page.path):
        return "its file moved to below the page itself"
    below = Page.objects.get(pk=target.pk).get_children()
    if below.filter(slug=file.slug).exclude(pk=page.pk).exists():
        return f"its file moved to {target.url_path}{file.slug}/, where another page stands"
    return ""


def as_loaded(page: BasePage) -> list[BasePage]:
    """Returns the translations of a page that nobody changed since they were loaded."""
    twins = type(page)._default_manager.filter(translation_key=page.translation_key, alias_of=None)
    return [twin for twin in twins.exclude(pk=page.pk) if twin.is_as_loaded()]


def note_as_loaded(pages: Iterable[BasePage]) -> None:
    """Records translations as loaded again: they took over the slug of their Dutch page, which is no edit."""
    for page in pages:
        page.refresh_from_db()
        type(page)._default_manager.filter(pk=page.pk).update(loaded_hash=page.fingerprint())


def gone(files: Iterable[str], pages: Mapping[str, BasePage]) -> list[str]:
    """Returns a name for each live page whose file is gone: it stays until somebody takes it offline."""
    kept = set(files)
    return sorted(f"page {key}" for key, page in pages.items() if key not in kept and page.live)

"""Files in a content folder that nothing reads: without this, a misspelled name would go unnoticed."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from django.conf import settings

from services.content.kinds import KINDS
from services.content.read.schema import SOURCE
from services.content.read.snippets import SNIPPETS
from services.yaml_files.documents import Fault

ALONE = frozenset({"map.yaml"})
"""Files beside the folders that the site reads itself; further such files inside folders are in `MORE`."""
MORE: dict[str, tuple[str, ...]] = {"danger": ("lines.yaml",), "finder": ("rules.yaml",), "canned": ()}
LANGUAGE_CODE = 2
OF_THE_MACHINE = frozenset({"thumbs.db", "desktop.ini"})


def unread(folder: Path) -> Iterator[Fault]:
    """Yields a fault for each file or folder that is not read, with the name that was probably meant."""
    spoken = {f"{code}.yaml" for code in settings.ALL_LANGUAGES}
    folders = {kind.folder: spoken for kind in SNIPPETS}
    folders |= {name: {*spoken, *more} for name, more in MORE.items()}
    folders["rows"] = {kind.file for kind in KINDS}
    for path in _standing_in(folder):
        if path.is_dir() and path.name == "pages":
            yield from _unread_pages(path, spoken)
        elif path.is_dir() and path.name in folders:
            yield from _other_than(folders[path.name], path)
        elif path.is_dir() or path.name not in ALONE:
            yield _fault(path, {*folders, "pages"} if path.is_dir() else set(ALONE))


def _unread_pages(folder: Path, spoken: set[str]) -> Iterator[Fault]:
    for page in _standing_in(folder):
        if page.is_dir():
            yield from _other_than(spoken, page)
        else:
            yield Fault(page, 1, "", f"is not read: a page is a folder with {SOURCE}.yaml in it")


def _other_than(known: set[str], folder: Path) -> Iterator[Fault]:
    yield from (_fault(path, known) for path in _standing_in(folder) if path.is_dir() or path.name not in known)


def _standing_in(folder: Path) -> list[Path]:
    """Returns what people put in a folder, without a README and the files that operating systems make."""
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".")
        and path.name.casefold() not in OF_THE_MACHINE
        and path.stem.casefold() != "readme"
    )


def _fault(path: Path, known: set[str]) -> Fault:
    yaml = f"{path.stem}.yaml".lower()
    near = [yaml] if yaml in known else get_close_matches(path.name, sorted(known), n=1)
    if len(path.stem) == LANGUAGE_CODE and yaml not in known:  # another language is no slip of the pen
        near = []
    meant = f"was {near[0]} meant?" if near else f"here stand {', '.join(sorted(known))}"
    return Fault(path, 1, "", f"is not read: {meant}")

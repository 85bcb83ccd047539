"""A small content folder of one's own, beside the real content that every test starts with."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import override_settings

from home.search import index
from services.content.load import load
from services.content.write.rows import LoadOutcome
from services.yaml_files.documents import FaultyContent

HOME = {
    "page": {"type": "home.HomePage", "parent": "", "slug": "proef", "order": 0},
    "source": "Proef; nog niet bevestigd",
    "words": {"title": "Proefwijk", "summary": "Een proef.", "heading": "Welkom", "lead": "Kom binnen."},
}
LIST = {
    "page": {"type": "home.IndexPage", "parent": "proef", "slug": "lijst", "order": 10},
    "source": "Proef",
    "words": {"title": "De lijst", "summary": "Wat er is.", "intro": "Lees [hoe het gaat](page:proef-tekst).\n"},
}
TEXT = {
    "page": {"type": "home.ContentPage", "parent": "proef-lijst", "slug": "tekst", "order": 10},
    "source": "Proef",
    "words": {
        "title": "Hoe het gaat",
        "summary": "In het kort.",
        "body": [
            {"heading": "Eerst dit"},
            {
                "paragraph": "Ga naar [de lijst](page:proef-lijst) of [vraag het](door:vraag).\n\n"
                "- Bel {fact:noodnummer}\n- Kom **langs**\n"
            },
            {"notice": {"kind": "info", "heading": "Let op", "text": "Het is gratis.\n"}},
            {"steps": [{"title": "Bel", "text": "Nu.\n"}, {"title": "Kom", "text": "Straks.\n"}]},
            {"details": {"question": "Kost het iets?", "answer": "Nee.\n"}},
        ],
    },
}
TEXT_EN = {
    "words": {
        "title": "How it goes",
        "summary": "In short.",
        "body": [
            {"heading": "First this"},
            {
                "paragraph": "Go and [ask it](door:vraag) or see [the list](page:proef-lijst).\n\n"
                "- Call {fact:noodnummer}\n- Come **by**\n"
            },
            {"notice": {"kind": "info", "heading": "Note", "text": "It is free.\n"}},
            {"steps": [{"title": "Call", "text": "Now.\n"}, {"title": "Come", "text": "Later.\n"}]},
            {"details": {"question": "Does it cost anything?", "answer": "No.\n"}},
        ],
    }
}


class Folder:
    """A content folder that a test can change and load."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, data: Any) -> Path:
        """Writes a file as YAML, or as it is when it is text."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
        return path

    def load(self) -> LoadOutcome:
        """Loads it."""
        return load(self.path)

    def faults(self) -> str:
        """Loads it and gives what is said of it; it must be refused."""
        with pytest.raises(FaultyContent) as caught:
            self.load()
        return str(caught.value)

    def replace(self, name: str, old: str, new: str) -> Path:
        """Writes a file with other words in the place of these, which must stand there."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        return self.write(name, text.replace(old, new))


def small_folder(path: Path) -> Folder:
    """A home page, a list and a text below it; the text in English too."""
    made = Folder(path)
    made.write("pages/proef/nl.yaml", HOME)
    made.write("pages/proef-lijst/nl.yaml", LIST)
    made.write("pages/proef-tekst/nl.yaml", TEXT)
    made.write("pages/proef-tekst/en.yaml", TEXT_EN)
    return made


@pytest.fixture(scope="module")
def search_stays() -> Iterator[None]:
    """The search is not made again after a load: that goes over every page of the site and takes as long as the rest.

    That a load makes it is seen in every test of the search, which find what was loaded for all tests.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "rebuild", lambda: 0)
        yield


@pytest.fixture
def folder(search_stays: None, tmp_path: Path, db: None) -> Folder:
    """The small folder, which nobody loaded."""
    return small_folder(tmp_path)


@pytest.fixture(scope="module")
def loaded_once(
    search_stays: None, module_database: None, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> None:
    """Loading three pages in six languages takes longer than most that is looked at afterwards."""
    with django_db_blocker.unblock():
        small_folder(tmp_path_factory.mktemp("content")).load()


@pytest.fixture
def loaded(loaded_once: None, tmp_path: Path, db: None) -> Folder:
    """The small folder, loaded."""
    return small_folder(tmp_path)


Edit = Callable[..., None]


@pytest.fixture
def edit() -> Edit:
    """Changes fields of a page as an editor does: a revision, published."""

    def change(page: Any, **fields: Any) -> None:
        page = page.specific_class.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()

    return change


@pytest.fixture
def no_posters_made(tmp_path: Path) -> Iterator[None]:
    """The cache of posters is empty, in the folder of the test."""
    with override_settings(CACHES={**settings.CACHES, "posters": {**settings.CACHES["posters"], "LOCATION": tmp_path}}):
        yield

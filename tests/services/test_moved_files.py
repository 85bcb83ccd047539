"""Pages whose file moved, or is gone: the page goes where its file says, unless an editor said otherwise."""

import shutil
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from home.models import ContentPage
from services.models import Fact

from .conftest import Folder

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page(key: str) -> Any:
    return ContentPage.objects.get(content_key=key, locale__language_code="nl")


def test_a_page_follows_its_file_to_another_place(loaded: Folder) -> None:
    number = page("proef-tekst").pk
    loaded.replace("pages/proef-tekst/nl.yaml", "parent: proef-lijst", "parent: proef")
    loaded.load()
    moved = page("proef-tekst")
    assert (moved.pk, moved.url_path) == (number, "/proef/tekst/")
    assert Page.find_problems() == ([], [], [], [], [])
    assert loaded.load().nothing_new


def test_a_page_takes_the_slug_of_its_file(loaded: Folder) -> None:
    number = page("proef-tekst").pk
    loaded.replace("pages/proef-tekst/nl.yaml", "slug: tekst", "slug: nieuwe-tekst")
    outcome = loaded.load()
    assert outcome.left_alone == []
    assert set(outcome.changed) == {"page proef-tekst", "page proef-tekst (en)"}
    moved = page("proef-tekst")
    assert (moved.pk, moved.slug, moved.url_path) == (number, "nieuwe-tekst", "/proef/lijst/nieuwe-tekst/")
    assert moved.latest_revision.as_object().slug == "nieuwe-tekst"
    assert loaded.load().nothing_new


def test_a_folder_with_another_name_is_the_same_page(loaded: Folder) -> None:
    number = page("proef-tekst").pk
    (loaded.path / "pages/proef-tekst").rename(loaded.path / "pages/proef-anders")
    loaded.replace("pages/proef-lijst/nl.yaml", "page:proef-tekst", "page:proef-anders")
    outcome = loaded.load()
    assert page("proef-anders").pk == number
    assert not [name for name in outcome.gone if "proef" in name]
    assert loaded.load().nothing_new


def test_a_page_that_an_editor_moved_stays_where_it_is(loaded: Folder) -> None:
    page("proef-tekst").move(Page.objects.get(slug="proef"), pos="last-child")
    loaded.replace("pages/proef-tekst/nl.yaml", "title: Hoe het gaat", "title: Zo gaat het")
    (loaded.path / "pages/proef-tekst/en.yaml").unlink()
    loaded.load()
    assert (page("proef-tekst").url_path, page("proef-tekst").title) == ("/proef/tekst/", "Zo gaat het")


def test_a_page_that_its_file_and_an_editor_moved_stays_where_the_editor_put_it(loaded: Folder) -> None:
    page("proef-tekst").move(Page.objects.get(slug="proef"), pos="last-child")
    loaded.replace("pages/proef-tekst/nl.yaml", "slug: tekst", "slug: nieuwe-tekst")
    outcome = loaded.load()
    assert page("proef-tekst").url_path == "/proef/tekst/"
    assert outcome.left_alone == ["page proef-tekst: its file moved, and an editor moved the page too"]


def test_a_file_that_moves_to_where_another_page_stands_is_told(loaded: Folder) -> None:
    page("proef-tekst").get_parent().add_child(instance=ContentPage(title="Van iemand", slug="bezet"))
    loaded.replace("pages/proef-tekst/nl.yaml", "slug: tekst", "slug: bezet")
    assert "page proef-tekst: its file moved to /proef/lijst/bezet/, where another page stands" in (
        loaded.load().left_alone
    )
    assert page("proef-tekst").slug == "tekst"


def test_a_new_file_at_the_address_of_an_editors_page_is_refused(loaded: Folder) -> None:
    page("proef-tekst").get_parent().add_child(instance=ContentPage(title="Van iemand", slug="bezet"))
    text = (loaded.path / "pages/proef-tekst/nl.yaml").read_text(encoding="utf-8")
    loaded.write("pages/proef-nieuw/nl.yaml", text.replace("slug: tekst", "slug: bezet"))
    assert "page.slug: is the address of the page “Van iemand”" in loaded.faults()


def test_what_is_gone_from_the_files_is_told_and_stays(loaded: Folder, settings: Any) -> None:
    settings.CONTENT_DIR = loaded.path
    loaded.write("rows/facts.yaml", "- {slug: proeffeit, kind: text, value: Ja, label: Proef}\n")
    loaded.load()
    shutil.rmtree(loaded.path / "pages/proef-tekst")
    loaded.replace("pages/proef-lijst/nl.yaml", "[hoe het gaat](page:proef-tekst)", "hier")
    loaded.write("rows/facts.yaml", "[]\n")
    told = StringIO()
    call_command("load_content", folder=loaded.path, stderr=told, verbosity=0)
    assert "still on the site (take it off in the admin): page proef-tekst" in told.getvalue()
    assert "fact proeffeit" in told.getvalue()
    assert page("proef-tekst").live
    assert Fact.objects.filter(slug="proeffeit").exists()

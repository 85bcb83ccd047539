"""A link to a document in running text says which type of file it is and how large, in the reader's language."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.files.document_links import size_in_words, with_type_and_size
from home.models import ContentPage
from home.pages.blocks import TEXT_FEATURES

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Any:
    """A document of 120 kB and a bit."""
    return get_document_model().objects.create(
        title="Aanvraagformulier", file=ContentFile(b"%PDF-1.4" + b" " * 119_500, name="aanvraag.pdf")
    )


def page_with(html: str, slug: str = "privacy") -> ContentPage:
    page: ContentPage = Page.objects.get(slug=slug, locale__language_code="nl").specific
    page.body = [("paragraph", html)]
    page.save_revision(clean=False).publish()
    return page


def test_an_editor_can_link_to_a_document() -> None:
    assert "document-link" in TEXT_FEATURES


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "(pdf, 120 kB)"),
        ("en", "(pdf, 120 kB)"),
        ("ar", "(pdf، 120 كيلوبايت)"),
        ("tr", "(pdf, 120 kB)"),
        ("pl", "(pdf, 120 kB)"),
        ("uk", "(pdf, 120 кБ)"),
    ],
)
def test_the_link_says_type_and_size_in_six_languages(document: Any, language: str, told: str) -> None:
    with translation.override(language):
        html = with_type_and_size(f'<p>Lees <a href="{document.url}">het formulier</a> eerst.</p>')
    link: Any = BeautifulSoup(html, "html.parser").find("a", href=document.url)
    assert link.get_text() == f"het formulier {told}"
    assert link.find("span", lang=language)["dir"] == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize(("language", "told"), [("nl", "(pdf, 120 kB)"), ("uk", "(pdf, 120 кБ)")])
def test_a_page_says_it_to_its_reader(client: Client, document: Any, language: str, told: str) -> None:
    page_with(f'<p>Lees <a linktype="document" id="{document.pk}">het formulier</a> eerst.</p>', "klacht")
    link: Any = BeautifulSoup(client.get(f"/{language}/klacht/").content, "html.parser").find("a", href=document.url)
    assert link.get_text() == f"het formulier {told}"


def test_the_same_in_the_words_of_a_link_that_was_typed(client: Client, document: Any) -> None:
    page_with(f'<p><a href="{document.url}">formulier</a> en <a href="/nl/diensten/">hulp</a></p>')
    soup = BeautifulSoup(client.get("/nl/privacy/").content, "html.parser")
    link: Any = soup.find("a", href=document.url)
    assert link.get_text() == "formulier (pdf, 120 kB)"
    other: Any = next(each for each in soup.find_all("a", href="/nl/diensten/") if each.get_text() == "hulp")
    assert other.find("span") is None


def test_a_document_that_is_gone_leaves_the_words(client: Client, document: Any) -> None:
    page_with(f'<p>Lees <a linktype="document" id="{document.pk}">het formulier</a> eerst.</p>')
    document.delete()
    answer = client.get("/nl/privacy/")
    assert answer.status_code == 200
    assert "het formulier" in answer.content.decode()


def test_sizes_as_people_say_them() -> None:
    assert [size_in_words(size) for size in (1, 999, 1001, 999_000, 1_000_000, 2_460_000)] == [
        "1 kB",
        "1 kB",
        "2 kB",
        "999 kB",
        "1,0 MB",
        "2,5 MB",
    ]

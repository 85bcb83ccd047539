"""The page of a service: always the same questions in the same order, and only those that have an answer."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from services.models import ServicePage
from services.pages.presenters import CONDITIONS, SECTIONS
from tests.markup import one_line
from tests.some import some

PATH = "/nl/diensten/jeugdhulp/"


def page_at(client: Client, path: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_every_field_about_a_service_has_a_section() -> None:
    assert [each.name for each in SECTIONS if each.name != CONDITIONS] == list(ServicePage.ANATOMY)


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "ar", "pl"])
def test_the_contents_lead_to_every_section_that_has_an_answer(client: Client, language: str) -> None:
    page = page_at(client, PATH.replace("nl", language))
    contents = [str(link["href"]) for link in page.select("nav.contents a")]
    sections = [f"#{heading['id']}" for heading in page.select(".answer h2")]
    assert contents == sections
    assert sections[:3] == ["#what", "#for-whom", f"#{CONDITIONS}"]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "ar", "tr"])
def test_it_opens_with_one_sentence_of_each_of_four_answers(client: Client, language: str) -> None:
    """Turkish has no page of its own yet: the sentences are Dutch there, and marked."""
    for path in ("jeugdhulp", "leerplicht-en-terug-naar-school"):
        page = page_at(client, f"/{language}/diensten/{path}/")
        lines = page.select(".in-short dl > div")
        assert len(lines) == 4
        for line in some(lines):
            link, said = line.select_one("a"), line.select_one("dd")
            assert link
            assert said
            answer = page.select_one(f".answer:has({link['href']}) .prose")
            assert answer
            sentence = one_line(said.get_text()).strip()
            assert sentence in one_line(answer.get_text())
            assert sentence[-1] in ".!?؟"
            assert not said.select("a")
            assert bool(said.select("[lang=nl]")) >= (language == "tr")


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("path", [PATH, "/ar/diensten/beschermd-wonen/", "/nl/onderwerpen/veilig/", "/nl/klacht/"])
def test_no_heading_skips_a_level(client: Client, path: str) -> None:
    levels = [int(heading.name[1]) for heading in page_at(client, path).select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in some(pairwise(levels)))


@pytest.mark.django_db
def test_a_question_without_an_answer_is_left_out(client: Client) -> None:
    page = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")
    page.cost = ""
    page.save_revision().publish()
    assert 'id="cost"' not in client.get(PATH).content.decode()

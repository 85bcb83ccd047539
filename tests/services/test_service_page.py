"""The page of a service: always the same questions in the same order, and only those that have an answer."""

import re

import pytest
from django.test import Client

from services.models import ServicePage
from services.pages.presenters import CONDITIONS, SECTIONS
from tests.markup import one_line

PATH = "/nl/diensten/jeugdhulp/"


def test_every_field_about_a_service_has_a_section() -> None:
    assert [each.name for each in SECTIONS if each.name != CONDITIONS] == list(ServicePage.ANATOMY)


@pytest.mark.django_db
def test_the_contents_lead_to_every_section_that_has_an_answer(client: Client) -> None:
    html = one_line(client.get(PATH).content.decode())
    contents = html.split('<nav class="contents"')[1].split("</nav>")[0]
    sections = re.findall(r'<section class="answer" id="([^"]+)">', html)
    assert re.findall(r'href="#([^"]+)"', contents) == sections
    assert sections[:3] == ["what", "for-whom", CONDITIONS]


@pytest.mark.django_db
def test_a_question_without_an_answer_is_left_out(client: Client) -> None:
    page = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")
    page.cost = ""
    page.save_revision().publish()
    assert 'id="cost"' not in client.get(PATH).content.decode()

"""What the buttons beside an answer put into it: a text that stands ready, and a link to a page of the site."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.models import CannedAnswer, Question
from services.facts.in_answers import answer_html
from services.models import Theme
from tests.conftest import Ask, Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
READY = "Dank je voor je vraag.\nWij bellen je morgen."


@pytest.fixture
def question(cast: Cast, asked: Ask) -> Question:
    """A question on money that a colleague has claimed."""
    question = asked(now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    return question


def ready(name: str, *, theme: str = "", language: str = "nl", text: str = READY, active: bool = True) -> CannedAnswer:
    row = Theme.objects.get(slug=theme) if theme else None
    return CannedAnswer.objects.create(name=name, theme=row, language=language, text=text, active=active)


def typed(**other: str) -> dict[str, str]:
    form = {"submission": str(uuid.uuid4()), "text": "Dag Fatima,", "language": "nl", "settled": "", "counter": "1"}
    return form | other


def body(response: Any) -> str:
    return str(response.content.decode())


def test_texts_of_the_theme_and_of_every_theme_are_offered_those_in_the_language_first(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    ready("Arabisch", language="ar")
    ready("Voor alles")
    ready("Over geld", theme="geld")
    ready("Over wonen", theme="wonen")
    ready("Nog niet klaar", active=False)
    page = body(sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/"))
    offered = re.findall(r'<option value="\d+">([^<]+)</option>', page)
    assert [name for name in offered if name in ("Over geld", "Voor alles", "Arabisch")] == [
        "Over geld", "Voor alles", "Arabisch",
    ]  # fmt: skip
    assert not {"Over wonen", "Nog niet klaar"} & set(offered)


def test_a_text_that_stands_ready_goes_behind_what_was_typed_and_nothing_is_sent(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    canned = ready("Over geld", theme="geld")
    client = sign_in(cast.colleague)
    page = body(client.post(f"/beheer/vragen/{question.pk}/antwoord/", typed(do="canned", canned=str(canned.pk))))
    assert f"Dag Fatima,\n\n{READY}</textarea>" in page
    assert question.messages.count() == 1
    part = body(client.post(f"/beheer/vragen/{question.pk}/invoegen/", typed(do="canned", canned=str(canned.pk))))
    assert READY in part
    assert "<html" not in part


def test_a_text_with_a_fact_that_is_gone_says_which_and_is_not_sent_so(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    canned = ready("Met een feit", text="Bel {fact:bestaat-niet-meer} vandaag.")
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/antwoord/"
    page = body(client.post(address, typed(do="canned", canned=str(canned.pk))))
    assert "{fact:bestaat-niet-meer} vandaag.</textarea>" in page
    assert "een feit dat er niet meer is: bestaat-niet-meer" in page
    refused = client.post(address, typed(text=canned.text, settled="answered"))
    assert (refused.status_code, question.messages.count()) == (422, 1)


def test_what_is_not_offered_cannot_be_put_in(cast: Cast, question: Question, sign_in: SignIn) -> None:
    other = [ready("Over wonen", theme="wonen"), ready("Nog niet klaar", active=False)]
    client = sign_in(cast.colleague)
    for number in some([*(str(each.pk) for each in other), "0", "x", "9" * 40]):
        part = client.post(f"/beheer/vragen/{question.pk}/invoegen/", typed(do="canned", canned=number))
        assert (part.status_code, READY in body(part)) == (200, False)


def test_a_page_is_found_by_its_words_and_its_address_is_a_link_for_the_resident(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/antwoord/"
    found = body(client.post(address, typed(do="find", page_words="schulden")))
    assert "Dag Fatima,</textarea>" in found
    button = re.search(r'value="(link:\d+)"', found)
    assert button
    put_in = body(client.post(address, typed(do=button[1])))
    line = re.search(rf"Dag Fatima,\s+([^<]*{re.escape(settings.BASE_URL)}/nl/[^<\s]*)</textarea>", put_in)
    assert line
    read = answer_html(line[1], "nl")
    assert re.search(r'<a href="/nl/[^"]+" dir="ltr">', read)
    nothing = body(client.post(address, typed(do="find", page_words="xyzzy")))
    assert "Geen pagina in de taal van je antwoord" in nothing


@pytest.mark.parametrize("button", ["link:0", "link:x", "link:", "find", "canned", "insert", "link:" + "9" * 30])
def test_a_button_without_anything_to_put_in_changes_nothing(
    cast: Cast, question: Question, sign_in: SignIn, button: str
) -> None:
    page = body(sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/antwoord/", typed(do=button)))
    assert "Dag Fatima,</textarea>" in page


def test_an_address_of_somebody_else_stays_text_and_what_is_typed_stays_escaped() -> None:
    own = f"{settings.BASE_URL}/nl/geld/"
    assert answer_html(f"Zie ({own}).", "nl") == f'Zie (<a href="/nl/geld/" dir="ltr">{own}</a>).'
    assert "<a" not in answer_html("https://example.org/nl/ javascript:alert(1)", "nl")
    assert "<b>" not in answer_html(f"<b>{own}</b>", "nl")
    assert 'onclick="' not in answer_html(f'{own}"onclick="x', "nl")

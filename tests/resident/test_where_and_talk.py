"""Where somebody lives, by postcode or by choice, and the wish to talk with somebody."""

import re
import uuid
from datetime import time
from typing import Any

import pytest
from django.test import Client

from home.cache.generation import changed
from questions.models import Question
from questions.statuses import AnswerBy
from questions.waits.models import Channel, Wait, WaitOutcome
from services.models import CalendarInterval, CalendarVersion, Location
from services.pages.models import LocationPage
from tests.markup import one_line
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ELSEWHERE = "perhaps you do not live in our municipality"
NO_EVENING = "This office is not open in the evening."


def filled(**other: Any) -> dict[str, Any]:
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": "Mijn vraag", "answer_by": "page"} | other


def wish(**other: Any) -> dict[str, Any]:
    """The form of somebody who would rather talk at an office in the evening."""
    talk = {"answer_by": "talk", "talk_place": "office", "talk_time": "evening", "phone": "06 1234 5678"}
    return filled(**talk | other)


def page(response: Any) -> str:
    return one_line(response.content.decode())


def asked_by(client: Client, form: dict[str, Any], door: str = "/en/vraag/") -> Question:
    response = client.post(door, form)
    assert response.status_code == 200, page(response)[:2000]
    return Question.objects.get()


def contact_of(question: Question) -> dict[str, Any]:
    return question.contact(question.key_bytes)


@pytest.mark.parametrize("typed", ["8011", "8011AB", "80 11", "8011 ab", "٨٠١١", "\u200f8011\u200f", " 8011 Ab "])
@pytest.mark.parametrize("door", ["vraag", "chat"])
def test_the_postcode_tells_the_district_however_it_is_typed_and_is_not_kept(
    client: Client, typed: str, door: str
) -> None:
    question = asked_by(client, filled(postcode=typed), f"/en/{door}/")
    assert question.district is not None
    assert question.district.slug == "midden"
    assert Wait.objects.get().district == "midden"
    assert contact_of(question) == {}


@pytest.mark.parametrize("typed", ["0000", "801", "80111", "bij het station", "8011ABC"])
def test_what_is_no_postcode_is_told_beside_the_field_and_the_choice_stays(client: Client, typed: str) -> None:
    response = client.post("/en/vraag/", filled(postcode=typed, district="noord"))
    assert response.status_code == 422
    assert "This is not a postcode." in page(response)
    assert f'value="{typed}"' in page(response)
    assert '<option value="noord" selected' in page(response)
    assert not Question.objects.exists()


def test_a_postcode_of_another_town_is_told_kindly_and_the_question_goes_on_without_a_district(client: Client) -> None:
    response = client.post("/en/vraag/", filled(postcode="1012 AB"))
    assert ELSEWHERE in page(response)
    # The four digits alone stand now and then in a number that is made by chance.
    assert not re.search(r'1012 ?AB|"1012"', page(response))
    assert Question.objects.get().district is None


def test_the_choice_from_the_list_goes_before_the_postcode(client: Client) -> None:
    response = client.post("/en/vraag/", filled(postcode="8011", district="noord"))
    district = Question.objects.get().district
    assert ELSEWHERE not in page(response)
    assert district is not None
    assert district.slug == "noord"


def test_the_postcode_of_another_town_does_not_undo_the_choice(client: Client) -> None:
    response = client.post("/en/vraag/", filled(postcode="1012", district="noord"))
    assert ELSEWHERE not in page(response)
    assert Question.objects.get().district is not None


def test_the_wish_to_talk_is_kept_sealed_and_the_question_waits_as_any_other(client: Client) -> None:
    form = wish(talk_location="noord", interpreter="Tigrinya", email="fatima@example.org", best_time="na vieren")
    question = asked_by(client, form)
    assert (question.answer_by, question.channel) == (AnswerBy.TALK, Channel.FORM)
    wait = Wait.objects.get()
    assert (wait.channel, wait.outcome) == (Channel.FORM, WaitOutcome.OPEN)
    assert contact_of(question) == {
        "phone": "0612345678", "email": "fatima@example.org", "best_time": "na vieren", "talk_place": "office",
        "talk_location": "noord", "talk_time": "evening", "interpreter": "Tigrinya",
    }  # fmt: skip
    assert question.sealed_contact is not None
    assert b"Tigrinya" not in bytes(question.sealed_contact)


def test_an_office_and_a_part_of_town_have_a_name_that_the_page_reads_aloud_in_its_own_language(client: Client) -> None:
    arabic = page(client.get("/ar/vraag/"))
    assert '<option value="noord">فريق الحي Noord</option>' in arabic
    assert '<option value="noord" lang="nl">Noord</option>' in arabic
    assert 'lang="nl">Noord</option>' not in page(client.get("/nl/vraag/"))


def test_an_office_without_a_page_in_the_language_has_its_dutch_name_marked_as_such(client: Client) -> None:
    LocationPage.objects.get(location__slug="noord", locale__language_code="ar").delete()
    changed()
    assert '<option value="noord" lang="nl">Wijkteam Noord</option>' in page(client.get("/ar/vraag/"))


def test_who_would_rather_talk_is_no_chat_also_when_the_chat_is_open(client: Client) -> None:
    response = client.post("/en/chat/", wish(begun_as_chat="1"))
    assert Question.objects.get().channel == Channel.FORM
    assert "The chat closed while you were writing" not in page(response)


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"phone": ""}, "id_phone", "Enter your phone number or your e-mail address"),
        ({"phone": "", "talk_place": "phone", "email": "a@example.org"}, "id_phone", "so that we can call you"),
        ({"phone": "", "email": "geen adres"}, "id_email", "This is not an e-mail address"),
        ({"talk_place": ""}, "id_talk_place", "Choose where you would like to talk."),
        ({"talk_place": "maan"}, "id_talk_place", "Choose where you would like to talk."),
        ({"talk_location": "atlantis"}, "id_talk_location", "We do not know this office."),
        ({"talk_time": "nooit"}, "id_talk_time", "Choose a part of the day from the list."),
        ({"interpreter": "t" * 61}, "id_interpreter", "at most 60 characters"),
    ],
)
def test_what_is_missing_from_the_wish_is_told_beside_its_field_and_everything_is_kept(
    client: Client, wrong: dict[str, str], field: str, words: str
) -> None:
    response = client.post("/en/vraag/", wish(name="Fatima") | wrong)
    assert response.status_code == 422
    assert f'id="{field}_error"' in page(response)
    assert words in page(response)
    assert page(response).count(f'id="{field}_error"') == 1
    assert 'value="Fatima"' in page(response)
    assert not Question.objects.exists()


def test_an_address_is_enough_for_an_appointment_at_an_office(client: Client) -> None:
    question = asked_by(client, wish(phone="", email="fatima@example.org"))
    assert question.notice_address(question.key_bytes) == "fatima@example.org"


def test_an_office_is_kept_only_for_who_comes_to_an_office(client: Client) -> None:
    question = asked_by(client, wish(talk_place="home", talk_location="noord", talk_time=""))
    assert contact_of(question) == {"phone": "0612345678", "talk_place": "home", "talk_time": "either"}


def test_who_chose_another_way_leaves_no_wish_to_talk(client: Client) -> None:
    assert contact_of(asked_by(client, wish(answer_by="page", interpreter="Tigrinya"))) == {}


def open_in_the_evening(location: Location) -> None:
    version = some(CalendarVersion.objects.current().filter(calendar=location.calendar))[0]
    CalendarInterval.objects.create(version=version, weekday=1, opens=time(18), closes=time(20), by_appointment=True)


@pytest.mark.parametrize("chosen", ["noord", ""])
def test_an_evening_where_no_evening_is_is_only_told(client: Client, chosen: str) -> None:
    assert NO_EVENING in page(client.post("/en/vraag/", wish(talk_location=chosen)))
    assert Question.objects.get().answer_by == AnswerBy.TALK


def test_an_evening_where_one_is_needs_no_remark(client: Client) -> None:
    open_in_the_evening(Location.objects.get(slug="noord"))
    for chosen in ("noord", ""):
        assert NO_EVENING not in page(client.post("/en/vraag/", wish(talk_location=chosen))), chosen
    assert NO_EVENING in page(client.post("/en/vraag/", wish(talk_location="zuid")))

"""The form on /vraag/: what a resident can do wrong, and what happens then."""

import logging
import re
import uuid
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.test import Client

from questions.models import Conversation, Question
from questions.resident.fields import TEXT_LIMIT

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TEXT = "Ik kan de huur niet betalen, een-geheim-woord."


def filled(**other: Any) -> dict[str, Any]:
    """A form that is filled in well, but for what is given."""
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": TEXT, "answer_by": "page"} | other


def page(response: Any) -> str:
    return str(response.content.decode())


def test_a_good_question_answers_with_reference_and_code_and_no_redirect(client: Client) -> None:
    response = client.post("/nl/vraag/", filled())
    question = Question.objects.get()
    assert response.status_code == 200
    assert question.reference in page(response)
    assert re.search(r"\d{4} \d{4} \d{4}", page(response))
    assert "no-store" in response["Cache-Control"]
    assert response.cookies["gesprek"]["httponly"]
    assert response.cookies["gesprek"]["samesite"] == "Lax"
    assert response.cookies["gesprek"]["max-age"] == ""


def test_a_question_and_what_opens_it_in_this_browser_are_kept_together_or_not_at_all(client: Client) -> None:
    form = filled()
    client.raise_request_exception = False
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Conversation, "save", Mock(side_effect=OperationalError("database is locked")))
        assert client.post("/nl/vraag/", form).status_code == 503
    assert not Question.objects.exists()
    client.post("/nl/vraag/", form)
    assert TEXT in page(client.get("/nl/gesprek/"))


def test_sending_the_same_form_again_makes_no_second_question(client: Client) -> None:
    form = filled()
    first = client.post("/nl/vraag/", form)
    second = client.post("/nl/vraag/", form)
    assert (first.status_code, second.status_code) == (200, 200)
    assert Question.objects.count() == 1
    assert Question.objects.get().reference in page(second)


def test_the_same_form_filled_in_otherwise_is_a_second_question_and_that_is_said(client: Client) -> None:
    form, told = filled(), "You have sent this form before with other answers."
    assert told not in page(client.post("/en/vraag/", form))
    changed = form | {"text": "Toch iets anders"}
    for _time in range(2):
        assert told in page(client.post("/en/vraag/", changed))
    assert Question.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": ""}, "id_text"),
        ({"text": "   \n "}, "id_text"),
        ({"text": "\x00\x07"}, "id_text"),
        ({"text": "x" * (TEXT_LIMIT + 1)}, "id_text"),
        ({"theme": ""}, "id_theme"),
        ({"theme": "bestaat-niet"}, "id_theme"),
        ({"district": "atlantis"}, "id_district"),
        ({"answer_by": "duif"}, "id_answer_by"),
        ({"answer_by": "notice", "email": ""}, "id_email"),
        ({"answer_by": "notice", "email": "geen adres"}, "id_email"),
        ({"answer_by": "notice", "email": "a@b"}, "id_email"),
        ({"answer_by": "call", "phone": ""}, "id_phone"),
        ({"answer_by": "call", "phone": "bel mij"}, "id_phone"),
        ({"answer_by": "call", "phone": "12"}, "id_phone"),
        ({"name": "n" * 101}, "id_name"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_everything_typed_is_kept(
    client: Client, wrong: dict[str, str], field: str
) -> None:
    form = filled(name="Fatima Voorbeeld") | wrong
    response = client.post("/nl/vraag/", form)
    assert response.status_code == 422
    assert f'id="{field}_error"' in page(response)
    assert 'id="error-summary"' in page(response)
    assert form["submission"] in page(response)
    if "text" not in wrong:
        assert "een-geheim-woord" in page(response)
    assert not Question.objects.exists()


def test_a_text_that_is_too_long_is_kept_whole(client: Client) -> None:
    long = "woord " * 4000
    assert long.strip() in page(client.post("/nl/vraag/", filled(text=long)))


def test_a_text_at_the_limit_is_taken(client: Client) -> None:
    assert client.post("/nl/vraag/", filled(text="x" * TEXT_LIMIT)).status_code == 200


def test_emoji_and_mixed_direction_are_words_and_control_characters_are_not(client: Client) -> None:
    client.post("/ar/vraag/", filled(text="مرحبا 😀 Jan\u200f 12\x00\x1b\r\nregel\ttab"))
    question = Question.objects.get()
    assert question.messages.get().text(question.key_bytes) == "مرحبا 😀 Jan\u200f 12\nregel\ttab"
    assert question.language == "ar"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("06 1234 5678", "0612345678"), ("+31 (0)6-12345678", "+31612345678"), ("٠٦١٢٣٤٥٦٧٨", "0612345678")],
)
def test_a_phone_number_may_be_typed_in_many_ways(client: Client, typed: str, kept: str) -> None:
    client.post("/nl/vraag/", filled(answer_by="call", phone=typed, may_leave_message="on"))
    question = Question.objects.get()
    assert question.contact(question.key_bytes) == {"phone": kept, "may_leave_message": True}


def test_what_the_chosen_way_of_answering_does_not_need_is_not_kept(client: Client) -> None:
    client.post("/nl/vraag/", filled(email="fatima@example.org", phone="0612345678", best_time="ochtend"))
    question = Question.objects.get()
    assert question.contact(question.key_bytes) == {}


def test_leaving_a_message_and_saying_who_we_are_are_off_unless_chosen(client: Client) -> None:
    client.post("/nl/vraag/", filled(answer_by="call", phone="0612345678"))
    question = Question.objects.get()
    assert question.contact(question.key_bytes) == {"phone": "0612345678"}


@pytest.mark.parametrize("token", [None, "x" * 64])
def test_a_forged_or_missing_token_gives_the_form_back_filled_in_and_commits_nothing(token: str | None) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get("/nl/vraag/")
    form = filled() | ({"csrfmiddlewaretoken": token} if token else {})
    response = strict.post("/nl/vraag/", form)
    assert response.status_code == 403
    assert not Question.objects.exists()
    body = page(response)
    assert "een-geheim-woord" in body
    fresh = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
    assert fresh
    assert strict.post("/nl/vraag/", form | {"csrfmiddlewaretoken": fresh[1]}).status_code == 200
    assert Question.objects.count() == 1


@pytest.mark.parametrize("submission", ["", "geen-uuid"])
def test_a_damaged_submission_id_is_no_reason_to_refuse_a_question(client: Client, submission: str) -> None:
    assert client.post("/nl/vraag/", filled(submission=submission)).status_code == 200


def test_a_theme_in_the_address_is_chosen_already(client: Client) -> None:
    for door in ("vraag", "chat"):
        shown = page(client.get(f"/nl/{door}/?thema=wonen"))
        assert re.search(r'<option value="wonen"[^>]* selected', shown), door


@pytest.mark.parametrize("door", ["vraag", "chat"])
def test_the_words_come_first_then_the_subject_and_after_the_last_field_only_the_button(
    client: Client, door: str
) -> None:
    form = page(client.get(f"/nl/{door}/")).split('class="form ask"')[1].split("</form>")[0]
    names = re.findall(r'<(?:input|textarea|select|button)\b(?![^>]*type="hidden")[^>]*?(?:name="([^"]*)"|>)', form)
    assert names[:2] == ["text", "theme"]
    assert names[-1] == ""  # the button
    after = form[max(form.rindex(f'name="{name}"') for name in names if name) :]
    assert re.findall(r"<(?:section|h2|details|button)\b", after) == ["<button"]


def test_what_nobody_needs_to_tell_is_folded_until_it_is_filled_in_or_wrong(client: Client) -> None:
    def folded(shown: str) -> bool:
        return '<details class="more" >' in " ".join(shown.split())

    assert folded(page(client.get("/nl/vraag/")))
    assert not folded(page(client.post("/nl/vraag/", filled(text="", name="Fatima Voorbeeld"))))
    assert not folded(page(client.post("/nl/vraag/", filled(district="atlantis"))))


def test_an_unknown_theme_in_the_address_is_told_and_the_form_still_works(client: Client) -> None:
    response = client.get("/nl/vraag/?thema=bestaat-niet")
    assert response.status_code == 200
    assert "utrecht-alert" in page(response)


def test_an_unknown_language_is_not_there(client: Client) -> None:
    assert client.get("/xx/vraag/").status_code == 404


def test_a_flood_of_bytes_is_refused_kindly(client: Client) -> None:
    response = client.post("/nl/vraag/", filled(text="x" * 3_000_000))
    assert response.status_code in (400, 413)
    assert "<h1" in page(response)


def test_nothing_of_what_was_written_is_logged(client: Client, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/nl/vraag/", filled(name="Fatima Voorbeeld"))
        client.post("/nl/vraag/", filled(theme="", name="Fatima Voorbeeld"))
        Client(enforce_csrf_checks=True).post("/nl/vraag/", filled(name="Fatima Voorbeeld"))
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert "geheim" not in logged
    assert "Fatima" not in logged


def test_no_cookie_outlives_the_browser(client: Client) -> None:
    client.get("/nl/vraag/")
    client.post("/nl/vraag/", filled())
    assert {name: cookie["max-age"] for name, cookie in client.cookies.items()} == {"csrftoken": "", "gesprek": ""}

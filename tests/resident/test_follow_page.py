"""Coming back with reference and code."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from questions.privacy import slowdown
from questions.privacy.models import WrongTry
from tests.conftest import MONDAY, Ask

pytestmark = [pytest.mark.django_db, pytest.mark.once]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        lambda code: f"{code[:4]} {code[4:8]} {code[8:]}",
        lambda code: f"{code[:4]}-{code[4:8]}-{code[8:]}",
        lambda code: code.translate(EASTERN),
    ],
)
def test_reference_and_code_open_the_question_however_they_are_typed(client: Client, asked: Ask, typed: object) -> None:
    question = asked("Kan iemand mij helpen?")
    reference = question.question.reference.lower().replace("-", " ")
    response = client.post(
        "/nl/vraag/volgen/",
        {"reference": reference, "code": typed(question.code)},  # type: ignore[operator]
    )
    assert response.status_code == 302
    assert response["Location"] == "/nl/gesprek/"
    assert "Kan iemand mij helpen?" in client.get("/nl/gesprek/").content.decode()


@pytest.mark.parametrize(
    ("reference", "code"), [("", ""), ("K7", "123"), ("KKK-KKK", "abc"), ("KKK-KKK", "1" * 61), ("K" * 41, "1" * 12)]
)
def test_what_cannot_be_a_reference_or_code_is_said_beside_the_field(client: Client, reference: str, code: str) -> None:
    response = client.post("/nl/vraag/volgen/", {"reference": reference, "code": code})
    assert response.status_code == 422
    assert "_error" in response.content.decode()


def test_a_wrong_code_opens_nothing_and_sets_no_cookie(client: Client, asked: Ask) -> None:
    question = asked()
    wrong = str((int(question.code) + 1) % 10**12).zfill(12)
    response = client.post("/nl/vraag/volgen/", {"reference": question.question.reference, "code": wrong})
    assert response.status_code == 422
    assert "gesprek" not in response.cookies
    assert question.question.reference in response.content.decode()


def test_wrong_tries_slow_down_also_the_right_code_and_lock_nobody_out(
    client: Client, asked: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = asked()
    other = asked()
    reference = question.question.reference
    for _ in range(slowdown.FREE_PER_REFERENCE):
        assert client.post("/nl/vraag/volgen/", {"reference": reference, "code": "0" * 12}).status_code == 422
    slowed = client.post("/nl/vraag/volgen/", {"reference": reference, "code": question.code})
    assert slowed.status_code == 429
    assert 0 < int(slowed["Retry-After"]) <= slowdown.LONGEST
    # Somebody else in the same library is not held up.
    assert (
        client.post("/nl/vraag/volgen/", {"reference": other.question.reference, "code": other.code}).status_code == 302
    )
    monkeypatch.setattr(slowdown, "LONGEST", 0)
    assert client.post("/nl/vraag/volgen/", {"reference": reference, "code": question.code}).status_code == 302


def guess(client: Client, reference: str, code: str = "0" * 12, address: str = "192.0.2.1") -> int:
    form = {"reference": reference, "code": code}
    return client.post("/nl/vraag/volgen/", form, REMOTE_ADDR=address).status_code


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything happens at one moment, however slow the machine is."""
    monkeypatch.setattr(timezone, "now", lambda: MONDAY)


def guessed(reference: str, times: int, address: str = "192.0.2.1") -> None:
    """Somebody sends wrong codes for this reference, each from a new browser."""
    for number in range(times):
        slowdown.note_wrong_try(reference, f"browser {number}", address, MONDAY)


def test_a_hundred_wrong_codes_from_one_address_keep_nobody_else_there_out(at_once: None, asked: Ask) -> None:
    question, other = asked(), asked()
    guessed(question.question.reference, 106)
    guessed(other.question.reference, 106)
    assert guess(Client(), question.question.reference) == 429
    assert guess(Client(), question.question.reference, question.code) == 302
    assert guess(Client(), other.question.reference, other.code) == 302


def test_nobody_who_knows_a_reference_can_hold_up_its_owner(at_once: None, asked: Ask) -> None:
    question = asked()
    guesser = Client()
    for _time in range(slowdown.FREE_PER_REFERENCE):
        assert guess(guesser, question.question.reference, address="198.51.100.9") == 422
    assert guess(guesser, question.question.reference, question.code, "198.51.100.9") == 429
    assert guess(Client(), question.question.reference, question.code) == 302
    assert guess(Client(), question.question.reference, question.code, "198.51.100.9") == 302


def test_who_throws_its_cookie_away_is_slowed_by_its_address_and_reference(at_once: None, asked: Ask) -> None:
    reference = asked().question.reference
    guessed(reference, slowdown.FREE_PER_ADDRESS - 1)
    assert guess(Client(), reference) == 422
    assert guess(Client(), reference) == 429
    # Another reference from there is not slowed down, nor is this one from elsewhere.
    assert guess(Client(), asked().question.reference) == 422
    assert guess(Client(), reference, address="198.51.100.9") == 422


def test_a_pause_grows_to_a_minute_and_what_comes_in_meanwhile_is_not_kept(db: None) -> None:
    now, pauses = MONDAY, []
    for number in range(40):
        pause = slowdown.note_wrong_try("K7M-4QX", f"browser {number}", "192.0.2.1", now)
        if pause:
            pauses.append(pause)
            for other in range(5):
                slowdown.note_wrong_try("K7M-4QX", f"other {other}", "192.0.2.1", now)
            now += timedelta(seconds=pause)
    assert pauses[:6] == [2, 4, 8, 16, 32, 60]
    assert set(pauses[6:]) == {60}
    assert WrongTry.objects.count() <= 2 * 40


def test_a_clock_that_is_set_back_makes_no_pause_longer_than_a_minute(db: None) -> None:
    for _time in range(slowdown.FREE_PER_REFERENCE + 8):
        slowdown.note_wrong_try("K7M-4QX", "browser", "192.0.2.1", MONDAY)
    assert slowdown.pause_of_browser("K7M-4QX", "browser", MONDAY - timedelta(hours=3)) <= slowdown.LONGEST


def test_wrong_codes_are_forgotten_when_they_slow_nobody_down_any_more(db: None) -> None:
    slowdown.note_wrong_try("K7M-4QX", "browser", "192.0.2.1", MONDAY)
    assert slowdown.forget_old_tries(MONDAY + slowdown.WINDOW - timedelta(seconds=1)) == 0
    assert slowdown.forget_old_tries(MONDAY + slowdown.WINDOW) == 2

"""Coming back with reference and code."""

import pytest
from django.test import Client

from questions.privacy import slowdown
from tests.conftest import Ask

pytestmark = pytest.mark.django_db
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

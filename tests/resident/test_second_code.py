"""Asking for somebody else, and a code for them: made, used, withdrawn."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.close import close
from questions.models import Conversation, HistoryEntry, Question, SecondCode
from questions.statuses import CloseReason, Status
from tests.conftest import Ask, Cast
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db
CODE = re.compile(r"\b\d{4} \d{4} \d{4}\b")
ADDRESS = "/nl/gesprek/code/"


def body(response: Any) -> str:
    return one_line(response.content.decode())


def question_form(**other: str) -> dict[str, str]:
    return {
        "submission": str(uuid.uuid4()), "theme": "mantelzorg", "text": "Mijn moeder redt het niet meer.",
        "answer_by": "page",
    } | other  # fmt: skip


def entered(question: Question, code: str) -> Client:
    """A browser that came back with this code; one that opens nothing when the code is wrong."""
    client = Client()
    client.post("/nl/vraag/volgen/", {"reference": question.reference, "code": code})
    return client


def made(client: Client, **other: str) -> str:
    """The code that was made and shown; empty when none was."""
    response = client.post(ADDRESS, {"do": "make", "submission": str(uuid.uuid4())} | other)
    found = CODE.search(body(response)) if response.status_code == 200 else None
    return found.group().replace(" ", "") if found else ""


def opens(client: Client) -> bool:
    return "Mijn vraag" in body(client.get("/nl/gesprek/"))


@pytest.fixture
def first(asked: Ask) -> tuple[Client, Question]:
    """The browser of who asked, opened with the question's own code."""
    done = asked("Mijn vraag", now=timezone.now())
    return entered(done.question, done.code), done.question


def test_who_asks_for_somebody_else_says_who_that_is_and_a_colleague_reads_it(
    client: Client, cast: Cast, sign_in: Any
) -> None:
    page = body(client.get("/nl/vraag/"))
    assert "Ik vraag dit voor iemand anders" in page
    sent = client.post("/nl/vraag/", question_form(for_other="on", for_relation="mijn moeder", for_name="Fatma"))
    assert sent.status_code == 200
    question = Question.objects.get()
    assert question.contact(question.key_bytes) == {"for_relation": "mijn moeder", "for_name": "Fatma"}
    seen = body(sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/"))
    assert "mijn moeder" in seen
    assert "Fatma" in seen


def test_without_the_tick_nothing_about_somebody_else_is_kept_and_with_it_the_relation_is_asked(client: Client) -> None:
    refused = client.post("/nl/vraag/", question_form(for_other="on", for_name="Fatma"))
    assert refused.status_code == 422
    assert "Schrijf op wie deze persoon voor u is" in body(refused)
    assert 'value="Fatma"' in body(refused)
    assert not Question.objects.exists()
    client.post("/nl/vraag/", question_form(for_relation="mijn moeder", for_name="Fatma"))
    assert Question.objects.get().sealed_contact is None


def test_the_second_code_is_shown_once_and_opens_the_question_to_read_and_write(first: tuple[Client, Question]) -> None:
    holder, question = first
    code = made(holder)
    assert code
    assert code not in body(holder.get("/nl/gesprek/")).replace(" ", "")
    assert code not in str(SecondCode.objects.values_list())
    other = entered(question, code)
    assert opens(other)
    other.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": "Ik lees mee."})
    assert "Ik lees mee." in body(holder.get("/nl/gesprek/"))
    # The first code stays what it was.
    assert opens(holder)
    assert [entry.what for entry in some(HistoryEntry.objects.filter(question=question))] == ["second_code"]


def test_who_has_the_second_code_makes_and_withdraws_none_and_does_not_close_the_question(
    first: tuple[Client, Question],
) -> None:
    holder, question = first
    other = entered(question, made(holder))
    page = body(other.get("/nl/gesprek/"))
    assert ADDRESS not in page
    assert 'value="withdraw"' not in page
    assert made(other) == ""
    other.post(ADDRESS, {"do": "withdraw"})
    other.post("/nl/gesprek/", {"do": "withdraw"})
    question.refresh_from_db()
    assert question.status == Status.WAITING
    assert SecondCode.objects.filter(withdrawn_at__isnull=True).count() == 1
    assert opens(other)
    holder.post("/nl/gesprek/", {"do": "withdraw"})
    question.refresh_from_db()
    assert question.status == Status.WITHDRAWN


def test_who_has_the_second_code_does_not_choose_another_way_or_get_the_first_code(
    first: tuple[Client, Question], client: Client
) -> None:
    holder, question = first
    other = entered(question, made(holder))
    other.post("/nl/gesprek/anders/", {"do": "tell", "email": "ander@example.org", "submission": str(uuid.uuid4())})
    question.refresh_from_db()
    assert question.sealed_contact is None
    # The same content asked again within the hour is the same question, but only for who asked it.
    form = {"theme": "geld", "text": "Mijn vraag", "answer_by": "page", "submission": str(uuid.uuid4())}
    Question.objects.update(first_opened_at=None)
    other.post("/nl/vraag/", form)
    assert Question.objects.count() == 2


def test_withdrawn_it_opens_nothing_and_what_it_opened_ends_at_once(first: tuple[Client, Question]) -> None:
    holder, question = first
    code = made(holder)
    other = entered(question, code)
    assert opens(other)
    holder.post(ADDRESS, {"do": "withdraw"})
    holder.post(ADDRESS, {"do": "withdraw"})
    assert not opens(other)
    assert other.get("/nl/gesprek/berichten/", headers={"X-Question": question.reference}).status_code == 403
    written = other.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": "Nog iets"})
    assert written.status_code == 403
    assert not opens(entered(question, code))
    assert opens(holder)
    assert [entry.what for entry in question.history.all()] == ["second_code", "second_code_end"]
    again = made(holder)
    assert again
    assert again != code
    assert opens(entered(question, again))
    assert not opens(entered(question, code))


def test_a_conversation_that_was_being_opened_while_the_code_was_withdrawn_opens_nothing(
    first: tuple[Client, Question],
) -> None:
    holder, question = first
    code = made(holder)
    other = entered(question, code)
    SecondCode.objects.update(withdrawn_at=timezone.now())
    assert Conversation.objects.filter(second_code__isnull=False).exists()
    assert not opens(other)


def test_sent_twice_there_is_one_code_and_the_one_that_was_shown_last_works(first: tuple[Client, Question]) -> None:
    holder, question = first
    submission = str(uuid.uuid4())
    lost = made(holder, submission=submission)
    shown = made(holder, submission=submission)
    assert shown
    assert SecondCode.objects.count() == 1
    assert not opens(entered(question, lost))
    assert opens(entered(question, shown))
    # Used by now: sending it once more takes nothing away from who has it.
    assert made(holder, submission=submission) == ""
    assert opens(entered(question, shown))
    # Another form, from another tab, while there is a code: that one stays.
    assert made(holder) == ""
    assert question.history.count() == 1


def test_a_lost_reply_of_long_ago_makes_no_new_code(first: tuple[Client, Question]) -> None:
    holder, _question = first
    submission = str(uuid.uuid4())
    assert made(holder, submission=submission)
    SecondCode.objects.update(made_at=timezone.now() - timedelta(hours=2))
    assert made(holder, submission=submission) == ""


def test_a_question_that_has_ended_gets_no_code_but_the_one_it_has_can_be_withdrawn(
    first: tuple[Client, Question], cast: Cast
) -> None:
    holder, question = first
    code, now = made(holder), timezone.now()
    claim(cast.colleague, question, now)
    close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, now)
    holder.post(ADDRESS, {"do": "withdraw"})
    assert not opens(entered(question, code))
    assert made(holder) == ""
    assert "Geef iemand anders een eigen code" not in body(holder.get("/nl/gesprek/"))


def test_a_stranger_and_a_get_make_nothing(first: tuple[Client, Question], client: Client) -> None:
    holder, _question = first
    assert made(client) == ""
    assert holder.get(ADDRESS + "?do=make").status_code == 302
    assert not SecondCode.objects.exists()


def test_wrong_second_codes_slow_down_as_wrong_first_codes(first: tuple[Client, Question], client: Client) -> None:
    holder, question = first
    code = made(holder)
    wrong = str((int(code) + 1) % 10**12).zfill(12)
    form = {"reference": question.reference, "code": wrong}
    answers = [client.post("/nl/vraag/volgen/", form).status_code for _ in range(7)]
    assert 429 in answers


def test_after_a_forged_token_nothing_is_made(first: tuple[Client, Question]) -> None:
    holder, _question = first
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = holder.cookies
    response = strict.post(ADDRESS, {"do": "make", "submission": str(uuid.uuid4())})
    assert response.status_code == 403
    assert "Mijn vraag" in body(response)
    assert not SecondCode.objects.exists()

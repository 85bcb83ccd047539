"""The same form again is the same thing and is never denied; with other content it is another thing."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from questions.actions.answer import answer
from questions.actions.ask import Contact
from questions.actions.change_way import ask_for_call, leave_question, tell_by_mail
from questions.actions.claim import claim
from questions.actions.close import close
from questions.actions.judge import judge
from questions.actions.record_call import record_call
from questions.actions.refusals import Ended, SomebodyWasFirst
from questions.actions.release import release
from questions.actions.withdraw import withdraw
from questions.actions.write_message import MOST_IN_A_MINUTE, write_message
from questions.models import Colleague, Question, SentForm
from questions.statuses import CloseReason, Judgement, Settled, Status
from questions.waits.models import Channel, Wait
from tests.conftest import MONDAY, Ask, Cast, let_answers_go
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[User | Colleague], Client]
MINUTE = timedelta(minutes=1)


def taken(asked: Ask, cast: Cast, **other: Any) -> Question:
    question = asked(**other).question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    return question


def test_a_message_that_was_sent_is_found_after_the_question_was_closed_or_withdrawn(asked: Ask, cast: Cast) -> None:
    for ending in ("close", "withdraw"):
        question, submission = taken(asked, cast), uuid.uuid4()
        sent = write_message(question, submission=submission, text="Nog iets", language="nl", now=MONDAY)
        if ending == "close":
            close(cast.colleague, question, CloseReason.CLOSED_UNANSWERED, MONDAY)
        else:
            withdraw(question, MONDAY)
        again = write_message(question, submission=submission, text="Nog iets", language="nl", now=MONDAY)
        assert again.pk == sent.pk
        with pytest.raises(Ended):
            write_message(question, submission=submission, text="Iets anders", language="nl", now=MONDAY)


def test_the_resident_sees_the_message_that_was_sent_and_not_that_it_was_not(client: Client, cast: Cast) -> None:
    form = {"theme": "geld", "text": "Mijn vraag", "answer_by": "page", "submission": str(uuid.uuid4())}
    client.post("/nl/vraag/", form)
    message = {"submission": str(uuid.uuid4()), "text": "een-tweede-bericht"}
    client.post("/nl/gesprek/", message)
    client.post("/nl/gesprek/", {"do": "withdraw"})
    response = client.post("/nl/gesprek/", message, follow=True)
    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("een-tweede-bericht") == 1
    assert "niet verstuurd" not in page
    other = client.post("/nl/gesprek/", message | {"text": "een-derde-bericht"})
    assert other.status_code == 409
    assert "een-derde-bericht" in other.content.decode()


def test_a_message_sent_again_with_other_words_counts_for_the_limit(asked: Ask) -> None:
    question, submission = asked().question, uuid.uuid4()
    for number in range(MOST_IN_A_MINUTE + 5):
        try:
            write_message(question, submission=submission, text=f"Bericht {number}", language="nl", now=MONDAY)
        except Exception as refusal:
            assert type(refusal).__name__ == "TooFast"  # noqa: PT017 (what is left of the minute)
    assert question.messages.count() == MOST_IN_A_MINUTE


def test_an_answer_that_was_sent_is_found_after_the_question_ended_or_was_put_back(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    form = {"submission": str(uuid.uuid4()), "text": "Ja", "language": "nl", "settled": "answered"} | {
        "destination": "self"
    }
    client = sign_in(cast.colleague)
    for ending in ("close", "release"):
        question = taken(asked, cast)
        address = f"/beheer/vragen/{question.pk}/antwoord/"
        client.post(address, form)
        let_answers_go()
        if ending == "close":
            close(cast.colleague, question, CloseReason.UNREACHABLE, timezone.now())
        else:
            release(cast.colleague, question, timezone.now())
        response = client.post(address, form, follow=True)
        assert response.status_code == 200
        assert "staat op de pagina van de inwoner" in response.content.decode()
        assert question.messages.count() == 2


def test_an_answer_sent_again_with_another_outcome_or_language_is_not_dropped(asked: Ask, cast: Cast) -> None:
    question, submission = taken(asked, cast), uuid.uuid4()

    def send(settled: Settled, language: str = "nl") -> int:
        return answer(
            cast.colleague, question, submission=submission, text="Ja", language=language, settled=settled, now=MONDAY
        ).number

    assert send(Settled.NOT_YET) == send(Settled.NOT_YET) == 2
    question.refresh_from_db()
    assert question.status == Status.REACTED
    assert send(Settled.ANSWERED) == send(Settled.ANSWERED) == 3
    question.refresh_from_db()
    assert question.status == Status.SETTLED
    assert send(Settled.ANSWERED, "en") == 4


def test_a_colleague_hears_that_an_answer_filled_in_otherwise_is_a_second_one(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    question = taken(asked, cast)
    form = {"submission": str(uuid.uuid4()), "text": "Ja", "language": "nl", "settled": "not_yet"}
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/antwoord/"
    for settled, told in (("not_yet", False), ("not_yet", False), ("answered", True)):
        shown = client.post(address, form | {"settled": settled, "destination": "self"}, follow=True).content.decode()
        assert ("Beide antwoorden zijn verstuurd" in shown) == told
    let_answers_go()
    assert question.messages.count() == 3


def test_a_call_that_is_corrected_is_recorded_and_the_same_call_once(asked: Ask, cast: Cast, sign_in: SignIn) -> None:
    question = taken(asked, cast)
    form = {"submission": str(uuid.uuid4()), "reached": "no"}
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/gesprek/"
    for _time in range(2):
        assert client.post(address, form).status_code == 302
    reached = form | {"reached": "yes", "settled": "agreed", "destination": "team"}
    for _time in range(2):
        assert "Beide telefoontjes" in client.post(address, reached, follow=True).content.decode()
    assert [call.reached for call in question.calls.all()] == [False, True]
    wait = Wait.objects.get()
    assert (wait.outcome, wait.settled_how) == ("answered", "agreed")
    close(cast.colleague, question, CloseReason.UNREACHABLE, timezone.now())
    assert "genoteerd" in client.post(address, reached, follow=True).content.decode()
    assert question.calls.count() == 2


def test_a_call_of_the_release_before_is_not_kept_twice(asked: Ask, cast: Cast) -> None:
    question, submission = taken(asked, cast), uuid.uuid4()

    def call(reached: bool) -> int:
        return record_call(
            cast.colleague, question, submission=submission, reached=reached, settled=Settled.ANSWERED, now=MONDAY
        ).pk

    kept = call(False)
    SentForm.objects.all().delete()
    assert call(False) == kept


def test_another_way_that_was_chosen_is_chosen_once(asked: Ask, cast: Cast) -> None:
    question, submission = taken(asked, cast, channel=Channel.CHAT), uuid.uuid4()
    wish = Contact(phone="0612345678")
    ask_for_call(question, wish, MONDAY, submission)
    record_call(cast.colleague, question, submission=uuid.uuid4(), reached=True, settled=Settled.ANSWERED, now=MONDAY)
    ask_for_call(question, wish, MONDAY, submission)
    assert Wait.objects.open().count() == 0
    ask_for_call(question, Contact(phone="0687654321"), MONDAY, submission)
    assert Wait.objects.open().count() == 1
    question.refresh_from_db()
    assert question.contact(question.key_bytes)["phone"] == "0687654321"


def test_an_earlier_address_sent_again_does_not_take_the_place_of_a_later_one(asked: Ask, cast: Cast) -> None:
    question, first = taken(asked, cast, channel=Channel.CHAT), uuid.uuid4()
    tell_by_mail(question, "een@example.org", MONDAY, first)
    tell_by_mail(question, "twee@example.org", MONDAY, uuid.uuid4())
    tell_by_mail(question, "een@example.org", MONDAY, first)
    question.refresh_from_db()
    assert question.contact(question.key_bytes)["email"] == "twee@example.org"
    leave_question(question, MONDAY, submission := uuid.uuid4())
    withdraw(question, MONDAY)
    leave_question(question, MONDAY, submission)
    with pytest.raises(Ended):
        leave_question(question, MONDAY, uuid.uuid4())


def test_every_form_beside_a_chat_has_an_id(client: Client) -> None:
    form = {"theme": "geld", "text": "Mijn vraag", "submission": str(uuid.uuid4()), "begun_as_chat": "1"}
    client.post("/nl/chat/", form)
    Question.objects.update(channel=Channel.CHAT)
    page = client.get("/nl/gesprek/").content.decode()
    # Writing, a mail, a call, stopping, a code for somebody else.
    assert page.count('name="submission"') == 5


def test_a_judgement_is_kept_once_and_a_slip_can_be_put_right(asked: Ask, cast: Cast) -> None:
    question, submission = asked("Hij slaat mij").question, uuid.uuid4()

    def send(outcome: Judgement, who: Colleague = cast.colleague, key: uuid.UUID = submission) -> None:
        judge(who, question, seen=1, outcome=outcome, now=MONDAY, submission=key)

    send(Judgement.NO_DANGER)
    send(Judgement.NO_DANGER)
    assert question.judgements.count() == 1
    send(Judgement.DANGER)
    assert [row.outcome(question.key_bytes) for row in question.judgements.all()] == [
        Judgement.NO_DANGER, Judgement.DANGER,
    ]  # fmt: skip
    with pytest.raises(SomebodyWasFirst):
        send(Judgement.DANGER, cast.teammate, uuid.uuid4())


def test_closing_twice_says_that_it_is_closed_and_another_reason_that_it_had_ended(
    asked: Ask, cast: Cast, sign_in: SignIn
) -> None:
    question = taken(asked, cast)
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/sluiten/"
    form = {"submission": str(uuid.uuid4()), "reason": "unreachable"}
    for _time in range(2):
        page = client.post(address, form, follow=True).content.decode()
        assert "De vraag is gesloten." in page
    other = client.post(address, form | {"reason": "closed_unanswered"}, follow=True).content.decode()
    assert "al ingetrokken of gesloten" in other
    assert Wait.objects.get().outcome == "unreachable"


def test_nothing_that_was_filled_in_is_kept_in_clear(asked: Ask, cast: Cast) -> None:
    question = taken(asked, cast, channel=Channel.CHAT)
    tell_by_mail(question, "fatima@example.org", MONDAY, uuid.uuid4())
    assert SentForm.objects.exists()
    assert all(len(row.fingerprint) == 64 and "fatima" not in row.fingerprint for row in some(SentForm.objects.all()))


def test_putting_back_twice_takes_the_question_away_from_nobody_else(asked: Ask, cast: Cast, sign_in: SignIn) -> None:
    question = taken(asked, cast)
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/terugleggen/"
    page = one_line(client.get(f"/beheer/vragen/{question.pk}/").content.decode())
    assert f'name="of" value="{cast.colleague.pk}"' in page
    form = {"of": str(cast.colleague.pk)}
    for _time in range(2):
        assert "weer in de wachtrij" in client.post(address, form, follow=True).content.decode()
    question.refresh_from_db()
    claim(cast.teammate, question, MONDAY)
    assert "was je voor" in client.post(address, form, follow=True).content.decode()
    question.refresh_from_db()
    assert question.colleague == cast.teammate

"""The outbox: tried, put off, given up."""

import base64
import logging
import smtplib
import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.erase import erase
from questions.email.deliver import compose, deliver_due
from questions.email.server import OWN_PAUSE, ReadClock, Verdict, pause_after
from questions.models import Outgoing, Question
from questions.statuses import AnswerBy, Settled
from questions.waits.models import Wait
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
ADDRESS = "fatima@example.org"


def at(moment: datetime) -> ReadClock:
    """A clock that stands still."""
    return lambda: moment


@pytest.fixture
def notice(asked: Ask, cast: Cast) -> Outgoing:
    """A notice that waits to be sent."""
    return noticed(asked, cast)


def noticed(asked: Ask, cast: Cast) -> Outgoing:
    """A question that was answered, with its notice in the outbox."""
    question = asked(answer_by=AnswerBy.NOTICE, email=ADDRESS).question
    claim(cast.colleague, question, MONDAY)
    message = answer(
        cast.colleague, question, submission=uuid.uuid4(), text="Ja", language="nl", settled=Settled.ANSWERED,
        now=MONDAY,
    )  # fmt: skip
    return message.notice


def fails(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    """The mail server answers with this."""

    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        raise problem

    monkeypatch.setattr(EmailMessage, "send", send)


def test_a_notice_is_committed_with_the_answer_and_sent_once_by_whoever_comes_first(notice: Outgoing) -> None:
    assert deliver_due(at(MONDAY)) == (1, 1)
    assert deliver_due(at(MONDAY + timedelta(days=1))) == (0, 0)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("problem", [None, smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"unknown")})])
def test_a_question_that_is_erased_while_its_mail_goes_out_holds_up_no_other_mail(
    asked: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch, problem: Exception | None
) -> None:
    erased, other = noticed(asked, cast), noticed(asked, cast)
    sent = EmailMessage.send

    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        if Question.objects.filter(pk=erased.question_id).exists():
            erase(erased.question, MONDAY)
            if problem is not None:
                raise problem
        return sent(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", send)
    assert deliver_due(at(MONDAY)) == (1, 2)
    other.refresh_from_db()
    assert other.accepted_at is not None
    assert not Outgoing.objects.filter(pk=erased.pk).exists()


@pytest.mark.parametrize(
    "problem",
    [
        ConnectionRefusedError(),
        smtplib.SMTPServerDisconnected(),
        smtplib.SMTPRecipientsRefused({ADDRESS: (450, b"busy")}),
        smtplib.SMTPDataError(451, b"try again"),
    ],
)
def test_a_passing_fault_is_tried_again_later_and_the_wait_stays_open(
    notice: Outgoing, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    with monkeypatch.context() as patch:
        fails(patch, problem)
        assert deliver_due(at(MONDAY)) == (0, 1)
        assert deliver_due(at(MONDAY + timedelta(seconds=1))) == (0, 0)
    assert Wait.objects.get().outcome == "open"
    assert deliver_due(at(MONDAY + timedelta(hours=1))) == (1, 1)
    assert Wait.objects.get().reacted_at == MONDAY + timedelta(hours=1)


@pytest.mark.parametrize(
    "problem", [smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}), smtplib.SMTPDataError(554, b"no")]
)
def test_a_refusal_for_good_is_not_tried_again(
    notice: Outgoing, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    fails(monkeypatch, problem)
    deliver_due(at(MONDAY))
    notice.refresh_from_db()
    assert notice.refused_at == MONDAY
    assert deliver_due(at(MONDAY + timedelta(days=2))) == (0, 0)
    assert Wait.objects.get().outcome == "open"


def try_for_days(notice: Outgoing, days: int) -> Outgoing:
    """The background command looks every two hours, so many days long."""
    for number in range(12 * days):
        deliver_due(at(MONDAY + timedelta(hours=2 * number)))
    notice.refresh_from_db()
    return notice


def test_an_address_that_is_put_off_for_four_days_counts_as_refusing(
    notice: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails(monkeypatch, smtplib.SMTPRecipientsRefused({ADDRESS: (450, b"busy")}))
    assert try_for_days(notice, 4).refused_at is None
    assert try_for_days(notice, 6).refused_at is not None


@pytest.mark.parametrize(
    "problem",
    [
        ConnectionRefusedError(),
        OSError(28, "No space left on device"),
        smtplib.SMTPAuthenticationError(535, b"wrong password"),
        smtplib.SMTPSenderRefused(553, b"who are you", "wijkteam@example.org"),
        smtplib.SMTPConnectError(554, b"not you"),
    ],
)
def test_what_fails_by_our_own_fault_is_put_off_and_never_refused(
    notice: Outgoing, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    with monkeypatch.context() as patch:
        fails(patch, problem)
        assert try_for_days(notice, 5).refused_at is None
    assert deliver_due(at(MONDAY + timedelta(days=10))) == (1, 1)


def test_a_clock_that_was_ahead_for_a_moment_refuses_nothing(notice: Outgoing, monkeypatch: pytest.MonkeyPatch) -> None:
    fails(monkeypatch, smtplib.SMTPRecipientsRefused({ADDRESS: (450, b"busy")}))
    deliver_due(at(MONDAY + timedelta(days=4000)))
    notice.refresh_from_db()
    assert notice.refused_at is None


def test_a_key_that_is_missing_puts_a_notice_off_until_it_is_back(notice: Outgoing, settings: Any) -> None:
    ring = settings.KEY_RING
    settings.KEY_RING = "other:" + base64.b64encode(b"o" * 32).decode()
    assert try_for_days(notice, 5).refused_at is None
    settings.KEY_RING = ring
    assert deliver_due(at(MONDAY + timedelta(days=11))) == (1, 1)


def test_each_notice_counts_from_when_the_mail_server_took_it_and_not_from_the_round(
    asked: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _each in range(7):
        noticed(asked, cast)
    moments = iter(MONDAY + timedelta(seconds=number) for number in range(1000))
    now = [next(moments)]

    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        now[0] += timedelta(seconds=2)
        return 1

    monkeypatch.setattr(EmailMessage, "send", send)
    assert deliver_due(lambda: now[0]) == (7, 7)
    reacted = sorted(wait.reacted_at for wait in Wait.objects.all() if wait.reacted_at)
    assert reacted == [MONDAY + timedelta(seconds=2 * number) for number in range(1, 8)]


def test_a_second_round_beside_a_slow_one_sends_nothing_twice(
    asked: Ask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _each in range(5):
        noticed(asked, cast)
    sent: list[str] = []
    now = [MONDAY]

    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        sent.append(self.extra_headers["Message-ID"])
        # For all of them longer than the lease of one; the other round looks in the middle of every dialogue.
        now[0] += timedelta(seconds=90)
        if not other_round:
            other_round.append(True)
            held = now[0]
            deliver_due(lambda: held)
            other_round.clear()
            now[0] = held
        return 1

    other_round: list[bool] = []
    monkeypatch.setattr(EmailMessage, "send", send)
    deliver_due(lambda: now[0])
    assert sorted(sent) == sorted(set(sent))
    assert len(sent) == 5


def test_every_try_of_a_notice_carries_the_same_message_id_and_every_notice_its_own(asked: Ask, cast: Cast) -> None:
    one, other = noticed(asked, cast), noticed(asked, cast)
    again = Outgoing.objects.get(pk=one.pk)
    assert compose(one).message()["Message-ID"] == compose(again).message()["Message-ID"]
    assert compose(one).message()["Message-ID"] != compose(other).message()["Message-ID"]
    assert one.question.reference not in compose(one).message()["Message-ID"]


def test_no_address_stands_in_a_log(notice: Outgoing, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    fails(monkeypatch, smtplib.SMTPSenderRefused(451, ADDRESS.encode(), ADDRESS))
    with caplog.at_level(logging.DEBUG):
        deliver_due(at(MONDAY))
    assert caplog.text
    assert ADDRESS not in caplog.text


def test_by_our_own_fault_no_mail_waits_longer_than_a_quarter_of_an_hour() -> None:
    pauses = [pause_after(Verdict.OURS, tries) for tries in range(1, 8)]
    assert (pauses[0], max(pauses)) == (timedelta(minutes=1), timedelta(minutes=15))
    assert pause_after(Verdict.BUSY, 5) > OWN_PAUSE

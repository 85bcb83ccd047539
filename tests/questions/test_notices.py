"""The outbox: tried, put off, given up."""

import logging
import smtplib
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.mail.deliver import deliver_due
from questions.models import Outgoing
from questions.reachability.models import Wait
from questions.statuses import AnswerBy, Settled
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
ADDRESS = "fatima@example.org"


@pytest.fixture
def notice(asked: Ask, cast: Cast) -> Outgoing:
    """A notice that waits to be sent."""
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
    assert deliver_due(MONDAY) == (1, 1)
    assert deliver_due(MONDAY + timedelta(days=1)) == (0, 0)
    assert len(mail.outbox) == 1


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
        assert deliver_due(MONDAY) == (0, 1)
        assert deliver_due(MONDAY + timedelta(seconds=1)) == (0, 0)
    assert Wait.objects.get().outcome == "open"
    assert deliver_due(MONDAY + timedelta(hours=1)) == (1, 1)
    assert Wait.objects.get().reacted_at == MONDAY + timedelta(hours=1)


@pytest.mark.parametrize(
    "problem", [smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}), smtplib.SMTPDataError(554, b"no")]
)
def test_a_refusal_for_good_is_not_tried_again(
    notice: Outgoing, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    fails(monkeypatch, problem)
    deliver_due(MONDAY)
    notice.refresh_from_db()
    assert notice.refused_at == MONDAY
    assert deliver_due(MONDAY + timedelta(days=2)) == (0, 0)
    assert Wait.objects.get().outcome == "open"


def test_after_four_days_the_address_counts_as_refusing(notice: Outgoing, monkeypatch: pytest.MonkeyPatch) -> None:
    fails(monkeypatch, ConnectionRefusedError())
    deliver_due(MONDAY + timedelta(days=5))
    notice.refresh_from_db()
    assert notice.refused_at is not None


def test_no_address_stands_in_a_log(notice: Outgoing, monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    fails(monkeypatch, smtplib.SMTPSenderRefused(451, ADDRESS.encode(), ADDRESS))
    with caplog.at_level(logging.DEBUG):
        deliver_due(MONDAY)
    assert caplog.text
    assert ADDRESS not in caplog.text

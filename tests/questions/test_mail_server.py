"""The mail server, slow in every way that there is: no request waits for it, and no round for ever."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.utils import timezone

from questions.email.models import StaffMail
from questions.email.server import LONGEST_ROUND, Verdict, send_now
from questions.email.staff_outbox import OutboxBackend, keep_mail, send_kept
from tests.conftest import MONDAY

WORDS = EmailMessage("Er is een bericht", "Lees het hier", "wijkteam@example.org", ["fatima@example.org"])
Speak = Callable[[socket.socket], None]


@contextmanager
def server(speak: Speak) -> Iterator[int]:
    """A mail server that says what this function says, to one visitor after the other; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    visitor, _address = listening.accept()
                except OSError:
                    return
                threading.Thread(target=_said, args=(speak, visitor), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]


def _said(speak: Speak, visitor: socket.socket) -> None:
    with visitor, suppress(OSError):
        speak(visitor)


def silent(visitor: socket.socket) -> None:
    time.sleep(30)


def one_sign_a_moment(visitor: socket.socket) -> None:
    for sign in "220 " + "x" * 300:
        visitor.sendall(sign.encode())
        time.sleep(0.1)


def a_sign_of_the_handshake_a_moment(visitor: socket.socket) -> None:
    lines = visitor.makefile("rb")
    time.sleep(0.5)
    visitor.sendall(b"220 here\r\n")
    lines.readline()
    visitor.sendall(b"250-here\r\n250 STARTTLS\r\n")
    lines.readline()
    visitor.sendall(b"220 go on\r\n")
    for sign in b"\x16\x03\x03\x40\x00\x02\x00\x3f\xf0" + b"\x00" * 300:
        visitor.sendall(bytes([sign]))
        time.sleep(0.1)


def talking(*, after_data: float = 0, at_farewell: float = 0, signs_after_data: bool = False) -> Speak:
    """A server that does its work, and takes its time for one step of it."""

    def speak(visitor: socket.socket) -> None:
        lines = visitor.makefile("rb")
        visitor.sendall(b"220 here\r\n")
        for line in lines:
            word = line[:4].upper()
            if word == b"DATA":
                visitor.sendall(b"354 go on\r\n")
                while lines.readline() != b".\r\n":
                    pass
                if signs_after_data:
                    for _sign in range(100):
                        visitor.sendall(b"2")
                        time.sleep(0.1)
                time.sleep(after_data)
                visitor.sendall(b"250 accepted\r\n")
            elif word == b"QUIT":
                time.sleep(at_farewell)
                visitor.sendall(b"221 bye\r\n")
                return
            else:
                visitor.sendall(b"250 fine\r\n")

    return speak


@pytest.fixture
def smtp(settings: Any) -> Callable[[int], None]:
    """Mail goes to this port, each within a second."""

    def to(port: int) -> None:
        settings.MAIL_BACKEND = "questions.email.server.TimedEmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 1

    return to


@pytest.mark.parametrize("speak", [silent, one_sign_a_moment, talking(after_data=9), talking(signs_after_data=True)])
def test_a_dialogue_is_over_when_its_time_is_over_however_slow_the_server(speak: Speak, smtp: Any) -> None:
    with server(speak) as port:
        smtp(port)
        began = time.monotonic()
        handed = send_now(WORDS, timezone.now)
        assert handed.verdict is Verdict.OURS
        assert time.monotonic() - began < 5


def test_agreeing_on_encryption_has_no_time_of_its_own(smtp: Any, settings: Any) -> None:
    settings.EMAIL_USE_TLS = True
    with server(a_sign_of_the_handshake_a_moment) as port:
        smtp(port)
        handed = send_now(WORDS, timezone.now)
        # Cut, and not given up by a step that had as long again.
        assert (handed.verdict, handed.why == "TimeoutError") == (Verdict.OURS, False)


def test_the_moment_is_that_of_the_yes_and_not_of_the_farewell(smtp: Any) -> None:
    with server(talking(at_farewell=0.6)) as port:
        smtp(port)
        handed = send_now(WORDS, timezone.now)
        assert handed.verdict is Verdict.ACCEPTED
        assert timezone.now() - handed.at > timedelta(seconds=0.5)


def test_a_mail_that_was_accepted_stays_so_when_the_server_takes_no_leave(smtp: Any) -> None:
    with server(talking(at_farewell=9)) as port:
        smtp(port)
        assert send_now(WORDS, timezone.now).verdict is Verdict.ACCEPTED


# --- what the admin sends ------------------------------------------------------------------------------------


@pytest.fixture
def as_served(settings: Any) -> None:
    """The backend of a request, in whose place Django puts one of its own during tests."""
    settings.EMAIL_BACKEND = "questions.email.staff_outbox.OutboxBackend"


@pytest.mark.django_db
@pytest.mark.usefixtures("as_served")
def test_a_mail_of_the_admin_is_kept_sealed_and_sent_by_the_next_look(client: Client) -> None:
    User.objects.create_user("eva", "eva@example.org", "only-for-tests")
    client.post("/beheer/password_reset/", {"email": "eva@example.org"})
    assert mail.outbox == []
    kept = StaffMail.objects.get()
    assert b"eva@example.org" not in bytes(kept.sealed_mail)
    assert send_kept(timezone.now) == (1, 1)
    assert [message.to for message in mail.outbox] == [["eva@example.org"]]
    assert "password_reset" in mail.outbox[0].body
    assert send_kept(timezone.now) == (0, 0)
    assert not StaffMail.objects.exists()


@pytest.mark.django_db
def test_a_kept_mail_is_tried_again_with_the_same_id_and_all_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_mail(EmailMessage("A", "B", to=["a@example.org"], cc=["c@example.org"], headers={"X-One": "1"}), MONDAY)
    seen: list[Any] = []

    def send(self: EmailMessage, fail_silently: bool = False) -> int:
        seen.append(self.message())
        if len(seen) == 1:
            raise ConnectionRefusedError
        return 1

    monkeypatch.setattr(EmailMessage, "send", send)
    assert send_kept(lambda: MONDAY) == (0, 1)
    assert send_kept(lambda: MONDAY + timedelta(seconds=30)) == (0, 0)
    assert send_kept(lambda: MONDAY + timedelta(minutes=2)) == (1, 1)
    assert seen[0]["Message-ID"] == seen[1]["Message-ID"]
    assert (seen[1]["Cc"], seen[1]["X-One"], seen[1]["Subject"]) == ("c@example.org", "1", "A")


@pytest.mark.django_db
def test_a_slow_server_holds_up_no_round_for_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    for _each in range(9):
        keep_mail(WORDS, MONDAY)
    hours = [MONDAY]

    def slow(self: EmailMessage, fail_silently: bool = False) -> int:
        hours.append(hours[-1] + LONGEST_ROUND / 2)
        raise TimeoutError

    monkeypatch.setattr(EmailMessage, "send", slow)
    assert send_kept(lambda: hours[-1]) == (0, 2)
    # The next round goes on where this one stopped.
    assert send_kept(lambda: hours[-1]) == (0, 2)
    assert StaffMail.objects.filter(tries=1).count() == 4


def test_requests_use_the_backend_that_keeps() -> None:
    from portal.settings import base

    assert isinstance(get_connection(base.EMAIL_BACKEND), OutboxBackend)

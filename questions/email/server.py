"""The dialogue with the mail server, which lasts a bounded time whatever the server does, and its outcome.

Also the pauses before another try, and when a mail is given up.
"""

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from threading import Timer
from typing import TypeVar, cast

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

ReadClock = Callable[[], datetime]
"""Reads the time, for what happens after a call has come back."""


class Dialogue(smtplib.SMTP):
    """A dialogue that ends when its time is over.

    The time-out of a socket counts per step: a server that sends one character a second would hold us for hours.
    """

    def __init__(self, host: str, port: int, *, timeout: float, local_hostname: str | None = None) -> None:
        self.over = False
        self.watch = Timer(timeout, self.cut)
        self.watch.daemon = True
        self.watch.start()
        super().__init__(host, port, local_hostname, timeout)

    def cut(self) -> None:
        """Ends the dialogue now; a call that waits for the server raises."""
        self.over = True
        if self.sock is not None:
            with suppress(OSError):
                # Not by its own method, if it is encrypted: that would end the encryption while another thread reads.
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    # smtplib asks a context for `wrap_socket` alone; its types ask for a whole one.
    def starttls(self, *, context: ssl.SSLContext) -> tuple[int, bytes]:  # type: ignore[override]
        return super().starttls(context=cast(ssl.SSLContext, _TwoStepEncryption(self, context)))

    def getreply(self) -> tuple[int, bytes]:
        # Finding the server may have taken all of the time, and then there was nothing yet to cut.
        if self.over:
            self.close()
            raise smtplib.SMTPServerDisconnected("the time for this mail is over")
        return super().getreply()

    def close(self) -> None:
        self.watch.cancel()
        super().close()


@dataclass(frozen=True)
class _TwoStepEncryption:
    """Encrypts a dialogue in two steps, so that it can be cut during the handshake."""

    dialogue: Dialogue
    context: ssl.SSLContext

    def wrap_socket(self, sock: socket.socket, server_hostname: str) -> ssl.SSLSocket:
        """Returns the encrypted socket: the only method of a context that smtplib calls."""
        sealed = self.context.wrap_socket(sock, server_hostname=server_hostname, do_handshake_on_connect=False)
        self.dialogue.sock = sealed
        if self.dialogue.over:
            raise smtplib.SMTPServerDisconnected("the time for this mail is over")
        sealed.do_handshake()
        return sealed


class TimedEmailBackend(EmailBackend):
    """Django's SMTP backend, each mail within PORTAL_SMTP_TIMEOUT seconds."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return Dialogue


class Verdict(Enum):
    """The outcome of sending a mail."""

    ACCEPTED = auto()
    REFUSED = auto()  # for good, because of this address or these words
    BUSY = auto()  # not now, says the server of this address or these words
    OURS = auto()  # nothing to do with this mail: network, mail server, password, disk


@dataclass(frozen=True)
class SendResult:
    """The outcome, the moment at which it was known, and the kind of error."""

    verdict: Verdict
    at: datetime
    why: str = ""


def sender_domain() -> str:
    """Returns the domain of the address from which we send."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")


def longest_dialogue() -> timedelta:
    """Returns a time in which every dialogue has ended, finding the server and its several addresses included."""
    return timedelta(seconds=3 * settings.EMAIL_TIMEOUT + 60)


LONGEST_ROUND = timedelta(minutes=2)
"""After so long no further mail of this round is begun: another kind of mail waits for its turn, and newer mail too."""
Row = TypeVar("Row")


def until_late(rows: Iterable[Row], clock: ReadClock) -> Iterator[Row]:
    """Yields these rows until the round has lasted LONGEST_ROUND; the next round goes on with the others."""
    began = clock()
    for row in rows:
        if clock() - began >= LONGEST_ROUND:
            return
        yield row


def send_now(message: EmailMessage, clock: ReadClock) -> SendResult:
    """Sends the mail and returns the outcome.

    The moment is read after the server's last word on this mail, before the dialogue is closed. The text of an error
    may hold an address; its kind does not.
    """
    connection = get_connection(settings.MAIL_BACKEND)
    message.connection = connection
    try:
        connection.open()
    except (smtplib.SMTPException, OSError) as problem:
        return SendResult(Verdict.OURS, clock(), type(problem).__name__)
    try:
        message.send()
        return SendResult(Verdict.ACCEPTED, clock())
    except (smtplib.SMTPException, OSError, ValueError) as problem:
        return SendResult(_verdict(problem), clock(), type(problem).__name__)
    finally:
        # A mail that was accepted stays accepted when the dialogue cannot be closed.
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def _verdict(problem: Exception) -> Verdict:
    codes: list[int] = []
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in problem.recipients.values()]
    elif isinstance(problem, smtplib.SMTPDataError):
        codes = [problem.smtp_code]
    if codes and all(500 <= code < 600 for code in codes):
        return Verdict.REFUSED
    # Any other code is half a word, of a dialogue that was cut.
    if any(400 <= code < 600 for code in codes):
        return Verdict.BUSY
    if isinstance(problem, ValueError | smtplib.SMTPNotSupportedError):
        # An address that cannot be written on a mail, or that this server cannot be told.
        return Verdict.REFUSED
    return Verdict.OURS


PAUSES = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8)]
OWN_PAUSE = timedelta(minutes=15)
"""The longest while the fault is ours: when it is mended nobody waits for hours."""
GIVE_UP_AFTER = timedelta(days=4)
GIVE_UP_TRIES = 12
"""So many tries as well: a clock that was wrong for a moment must not make a mail look old."""


def pause_after(verdict: Verdict, tries: int) -> timedelta:
    """Returns how long to wait after this many tries; OWN_PAUSE at most while the fault is ours."""
    pause = PAUSES[min(tries, len(PAUSES)) - 1]
    return min(pause, OWN_PAUSE) if verdict is Verdict.OURS else pause


def is_given_up(handed: SendResult, tries: int, created_at: datetime) -> bool:
    """Returns whether the mail is not tried again: refused for good, or put off by its server for GIVE_UP_AFTER.

    What fails by our own fault is put off and never given up (docs/decisions/0047-postpone-never-refuse.md).
    """
    if handed.verdict is Verdict.BUSY:
        return handed.at - created_at > GIVE_UP_AFTER and tries >= GIVE_UP_TRIES
    return handed.verdict is Verdict.REFUSED

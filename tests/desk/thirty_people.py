"""Who asks and who answers the thirty questions: each in a browser of their own, through the addresses of the site.

Every step begins with its moment, on the clock of Amsterdam in 2026: "06-01 16:45:00" is a quarter to five on
6 January.
"""

import re
import smtplib
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from portal.management.commands.run_due import release_answers, send_mail
from questions.models import Colleague, Question, Team
from tests.resident.worry_fields import worry_fields
from tests.services.written_hours import AMSTERDAM


def moment(written: str) -> datetime:
    """The moment in UTC of a day, a month and a time in Amsterdam."""
    return datetime.strptime(f"2026 {written}", "%Y %d-%m %H:%M:%S").replace(tzinfo=AMSTERDAM).astimezone(UTC)


def new_id() -> str:
    return str(uuid.uuid4())


class Town:
    """The clock on the wall, the colleagues, and the command in the background."""

    def __init__(self, patch: pytest.MonkeyPatch, colleagues: dict[str, Colleague]) -> None:
        self.patch = patch
        self.colleagues = colleagues

    def at(self, written: str) -> None:
        now = moment(written)
        self.patch.setattr(timezone, "now", lambda: now)

    def background(self, written: str, *, bounces: bool = False) -> None:
        """One round of the command in the background; the mail server may refuse every address for good."""
        self.at(written)
        with pytest.MonkeyPatch.context() as patch:
            if bounces:
                patch.setattr(EmailMessage, "send", refuse)
            release_answers(timezone.now())
            send_mail(timezone.now())


def refuse(mail: EmailMessage, fail_silently: bool = False) -> int:
    raise smtplib.SMTPRecipientsRefused({mail.to[0]: (550, b"unknown")})


class Asker:
    """A resident in a browser, with the reference and the code that the page showed."""

    def __init__(self, town: Town, language: str) -> None:
        self.town, self.language = town, language
        self.browser = Client()
        self.pk = 0
        self.reference = self.code = ""

    def post(self, written: str, door: str, given: dict[str, Any]) -> Any:
        self.town.at(written)
        return self.browser.post(f"/{self.language}/{door}", given)

    def get(self, written: str, door: str) -> Any:
        self.town.at(written)
        return self.browser.get(f"/{self.language}/{door}")

    def asks(self, written: str, text: str, *, door: str = "vraag/", **given: str) -> None:
        """Fills in a form and writes down what the answer shows."""
        form = {"submission": new_id(), "theme": "geld", "text": text, "answer_by": "page"} | given
        self._asked(self.post(written, door, form))

    def chats(self, written: str, text: str) -> None:
        self._asked(
            self.post(written, "chat/", {"submission": new_id(), "theme": "geld", "text": text, "begun_as_chat": "1"})
        )

    def worries(self, written: str, noticed: str, **given: str) -> None:
        self._asked(self.post(written, "vraag/zorg/", worry_fields(noticed=noticed, **given)))

    def _asked(self, response: Any) -> None:
        assert response.status_code == 200
        question = Question.objects.order_by("pk").last()
        assert question is not None
        self.pk, self.reference = question.pk, question.reference
        self.code = code_in(response)

    def comes_back(self, written: str, code: str = "") -> Any:
        """Opens the conversation with reference and code, as after a night."""
        form = {"reference": self.reference, "code": code or self.code}
        assert self.post(written, "vraag/volgen/", form).status_code == 302
        response = self.get(written, "gesprek/")
        assert self.reference in response.content.decode()
        return response

    def writes(self, written: str, text: str) -> None:
        assert self.post(written, "gesprek/", {"submission": new_id(), "text": text}).status_code == 302

    def polls(self, written: str, after: int) -> None:
        """The page of a chat says up to which number it has the messages."""
        assert self.get(written, f"gesprek/berichten/?na={after}").status_code == 200

    def withdraws(self, written: str) -> None:
        assert self.post(written, "gesprek/", {"do": "withdraw"}).status_code == 302

    def chooses(self, written: str, wish: str, **given: str) -> None:
        """Another way to be answered than in the chat."""
        assert self.post(written, "gesprek/anders/", {"do": wish, "submission": new_id()} | given).status_code == 302

    def makes_code(self, written: str) -> "Asker":
        """Gives somebody else a code, and returns that person."""
        code = code_in(self.post(written, "gesprek/code/", {"submission": new_id()}))
        other = Asker(self.town, self.language)
        other.pk, other.reference, other.code = self.pk, self.reference, code
        return other

    def confirms(self, written: str, door: str) -> None:
        """Opens the page that asks once more, and presses its button."""
        page = self.get(written, door).content.decode()
        shown = re.search(r'name="shown"\s+value="([^"]+)"', page)
        assert shown, door
        assert self.post(written, door, {"shown": shown[1]}).status_code == 302


def code_in(response: Any) -> str:
    found = re.search(r"\d{4} \d{4} \d{4}", response.content.decode())
    assert found
    return found[0]


class Desk:
    """A colleague at the desk with one question."""

    def __init__(self, town: Town, name: str, asker: Asker) -> None:
        self.town, self.colleague, self.asker = town, town.colleagues[name], asker
        self.sent = ""

    def browser(self, written: str) -> Client:
        """Signed in anew: a session does not last the weeks that lie between the questions."""
        self.town.at(written)
        client = Client()
        client.force_login(self.colleague.user, "django.contrib.auth.backends.ModelBackend")
        return client

    def does(self, written: str, door: str, **given: str) -> None:
        """Sends one of the forms of the question; it leads on when it was carried out."""
        form = {"submission": new_id()} | given
        response = self.browser(written).post(f"/beheer/vragen/{self.asker.pk}/{door}/", form)
        assert response.status_code == 302, (door, response.status_code)

    def chat(self, written: str, door: str, **given: str) -> None:
        form = {"submission": new_id()} | given
        response = self.browser(written).post(f"/beheer/vragen/chats/{self.asker.pk}/{door}/", form)
        assert response.status_code == 302, (door, response.status_code)

    def claims(self, written: str) -> None:
        self.does(written, "nemen")

    def answers(self, written: str, settled: str = "answered", destination: str = "") -> None:
        """Looks at the question and sends an answer to what stands on the screen."""
        page = self.browser(written).get(f"/beheer/vragen/{self.asker.pk}/").content.decode()
        seen = re.search(r'name="seen"\s+value="(\d+)"', page)
        assert seen
        self.sent = new_id()
        form = {"submission": self.sent, "text": "Bel Op Orde.", "language": "nl", "seen": seen[1]}
        self.does(written, "antwoord", **form, settled=settled, destination=destination)

    def takes_back(self, written: str) -> None:
        self.does(written, "antwoord/terug", answer=self.sent)

    def calls(self, written: str, settled: str = "", destination: str = "") -> None:
        """Calls; without what it did, nobody picked up."""
        reached = "yes" if settled else "no"
        self.does(written, "gesprek", reached=reached, settled=settled, destination=destination)

    def hands_over(self, written: str, team: str, words: str) -> None:
        to = Team.objects.get(slug=team)
        self.does(written, "overdragen", of=str(self.colleague.pk), to=f"team-{to.pk}", words=words)

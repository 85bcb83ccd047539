"""Foreign words at the desk, translated by a server of our own: marked, sealed, and never in the way."""

import json
import logging
import uuid
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from portal.checks import translation_server_is_ours
from questions.actions.claim import claim
from questions.actions.keep_translation import keep_translation
from questions.actions.refusals import NotAllowed
from questions.desk import translation_server
from questions.desk.translation_server import Fault, NotTranslated, is_private, translate
from questions.models import MachineTranslation, Message, Question
from questions.statuses import Author
from services.models import Theme
from tests.conftest import Ask, Cast
from tests.markup import one_line
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
FOREIGN, DUTCH = "لا أستطيع دفع الإيجار", "Ik kan de huur niet betalen"


class Server:
    """A server on this machine that speaks LibreTranslate's protocol; `answer` decides what it says."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.answer: Callable[[dict[str, str]], tuple[int, bytes]] = lambda asked: said(f"[{asked['target']}] {DUTCH}")
        # A slow server waits for this, which the test gives at its end.
        self.go_on = Event()
        self.go_on.set()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.paths.append(self.path)
                server.asked.append(asked)
                server.go_on.wait(30)
                status, body = server.answer(asked)
                self.send_response(status)
                if 300 <= status < 400:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()


def said(text: object) -> tuple[int, bytes]:
    return 200, json.dumps({"translatedText": text}).encode()


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    made = Server()
    settings.TRANSLATE_URL, settings.TRANSLATE_KEY = made.url + "/", "sleutel"
    yield made
    made.go_on.set()
    made.http.shutdown()
    made.http.server_close()


@pytest.fixture
def question(asked: Ask) -> Question:
    return asked(FOREIGN, language="ar", now=timezone.now()).question


def body(response: Any) -> str:
    return one_line(response.content.decode())


def page(question: Question) -> str:
    return f"/beheer/vragen/{question.pk}/"


def draft(**other: str) -> dict[str, str]:
    return {
        "submission": str(uuid.uuid4()), "text": "Kom langs. Bel {fact:juridisch-loket}.", "language": "ar",
        "settled": "answered",
    } | other  # fmt: skip


def test_without_an_address_there_is_no_button_and_nothing_is_asked(
    cast: Cast, question: Question, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    claim(cast.colleague, question, timezone.now())
    shown = body(client.get(page(question)))
    assert "vertalen/" not in shown
    client.post(f"{page(question)}vertalen/1/")
    client.post(f"{page(question)}antwoord/vertalen/", draft())
    assert not MachineTranslation.objects.exists()


def test_a_message_is_translated_beside_the_original_marked_and_sealed(
    cast: Cast, question: Question, sign_in: SignIn, server: Server
) -> None:
    client = sign_in(cast.colleague)
    assert f"{page(question)}vertalen/1/" in body(client.get(page(question)))
    assert client.post(f"{page(question)}vertalen/1/").status_code == 302
    assert server.paths == ["/translate"]
    assert server.asked == [{"q": FOREIGN, "source": "ar", "target": "nl", "format": "text", "api_key": "sleutel"}]
    shown = body(client.get(page(question)))
    assert FOREIGN in shown
    assert f"[nl] {DUTCH}" in shown
    assert "Vertaald door een computer; kan fout zijn" in shown
    assert f"{page(question)}vertalen/1/" not in shown
    assert DUTCH.encode() not in bytes(MachineTranslation.objects.get().sealed_text)
    # Pressed twice, or by a second colleague: it is there.
    client.post(f"{page(question)}vertalen/1/")
    assert len(server.asked) == 1


def test_the_resident_never_sees_it(cast: Cast, asked: Ask, sign_in: SignIn, server: Server, client: Client) -> None:
    done = asked(FOREIGN, language="ar", now=timezone.now())
    sign_in(cast.colleague).post(f"{page(done.question)}vertalen/1/")
    assert MachineTranslation.objects.exists()
    client.post("/nl/vraag/volgen/", {"reference": done.question.reference, "code": done.code})
    resident = body(client.get("/nl/gesprek/"))
    assert FOREIGN in resident
    assert DUTCH not in resident


def test_what_a_colleague_reads_needs_no_translation(
    cast: Cast, asked: Ask, question: Question, sign_in: SignIn, server: Server
) -> None:
    own = asked("Nederlands", now=timezone.now()).question
    assert "vertalen/1/" not in body(sign_in(cast.colleague).get(page(own)))
    cast.colleague.languages = ["nl", "ar"]
    cast.colleague.save()
    assert "vertalen/1/" not in body(sign_in(cast.colleague).get(page(question)))


def test_only_who_may_read_the_question_has_it_translated(
    cast: Cast, question: Question, sign_in: SignIn, server: Server
) -> None:
    claim(cast.colleague, question, timezone.now())
    for who in some([cast.outsider, cast.editor, cast.leader, cast.administrator, cast.root]):
        assert sign_in(who).post(f"{page(question)}vertalen/1/").status_code == 403, who
        assert sign_in(who).post(f"{page(question)}antwoord/vertalen/", draft()).status_code == 403, who
    # A team-mate reads it, and does not answer.
    mate = sign_in(cast.teammate)
    assert "Kom langs" not in body(mate.post(f"{page(question)}antwoord/vertalen/", draft(), follow=True))
    assert server.asked == []
    assert mate.post(f"{page(question)}vertalen/1/").status_code == 302
    assert len(server.asked) == 1
    assert mate.get(f"{page(question)}vertalen/1/").status_code == 405
    assert mate.post(f"{page(question)}vertalen/9/").status_code == 410
    row = MachineTranslation.objects.get()
    with pytest.raises(NotAllowed):
        keep_translation(cast.outsider, row.message, language="en", text="x", now=timezone.now())


BAD: dict[str, tuple[Callable[[dict[str, str]], tuple[int, bytes]], str]] = {
    "an error": (lambda asked: (500, b"oops"), "antwoordt nu niet"),
    "elsewhere": (lambda asked: (307, b""), "antwoordt nu niet"),
    "too much": (lambda asked: (413, b"{}"), "te lang"),
    "no JSON": (lambda asked: (200, b"<html>"), "geen vertaling"),
    "other JSON": (lambda asked: (200, b'["x"]'), "geen vertaling"),
    "no text": (lambda asked: said(None), "geen vertaling"),
    "nothing to see": (lambda asked: said("  "), "geen vertaling"),
    "not UTF-8": (lambda asked: (200, b'{"translatedText": "\xff"}'), "geen vertaling"),
    "endless": (lambda asked: said("x" * 600_000), "geen vertaling"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_goes_wrong_is_told_nothing_is_lost_and_no_word_is_logged(
    name: str, cast: Cast, question: Question, sign_in: SignIn, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer, told = BAD[name]
    client = sign_in(cast.colleague)
    claim(cast.colleague, question, timezone.now())
    with caplog.at_level(logging.DEBUG):
        # The answer that was being written comes along, and is still there.
        response = client.post(f"{page(question)}vertalen/1/", draft(text="Half af"))
        other = client.post(f"{page(question)}antwoord/vertalen/", draft(text="Half af"))
    for each in (response, other):
        assert told in body(each)
        assert "Half af" in body(each)
        assert FOREIGN in body(each)
    assert not MachineTranslation.objects.exists()
    assert "Half af" not in caplog.text
    assert FOREIGN not in caplog.text
    assert "/elsewhere" not in server.paths


def test_a_slow_server_is_not_waited_for(
    cast: Cast, question: Question, sign_in: SignIn, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation_server, "LONGEST", 0.2)
    server.go_on.clear()
    response = sign_in(cast.colleague).post(f"{page(question)}vertalen/1/", follow=True)
    assert "Het duurt te lang" in body(response)
    assert not MachineTranslation.objects.exists()


def test_a_server_that_is_not_there_is_told(settings: Any) -> None:
    gone = Server()
    gone.http.shutdown()
    gone.http.server_close()
    settings.TRANSLATE_URL = gone.url
    with pytest.raises(NotTranslated) as told:
        translate("Hallo", "nl", "ar")
    assert told.value.fault is Fault.DOWN


def test_too_long_a_text_is_not_sent(server: Server) -> None:
    with pytest.raises(NotTranslated) as told:
        translate("a" * 20_001, "nl", "ar")
    assert told.value.fault is Fault.TOO_LONG
    assert server.asked == []


def test_an_answer_is_proposed_in_the_residents_language_with_ones_own_words_beside_it(
    cast: Cast, question: Question, sign_in: SignIn, server: Server
) -> None:
    server.answer = lambda asked: said(asked["q"].replace("Kom langs", "تعالوا"))
    client = sign_in(cast.colleague)
    claim(cast.colleague, question, timezone.now())
    assert "Vertaal mijn tekst" in body(client.get(page(question)))
    shown = client.post(f"{page(question)}antwoord/vertalen/", draft())
    assert (server.asked[0]["source"], server.asked[0]["target"]) == ("nl", "ar")
    assert "تعالوا. Bel {fact:juridisch-loket}." in body(shown)
    assert 'name="own_words" value="Kom langs. Bel {fact:juridisch-loket}."' in body(shown)
    assert "vertaald door een computer" in body(shown)
    # Nothing is sent by it; the colleague sends it as an answer of their own.
    assert not Message.objects.filter(author=Author.COLLEAGUE).exists()
    sent = draft(text="تعالوا.", own_words="Kom langs.", do="own")
    back = body(client.post(f"{page(question)}antwoord/vertalen/", sent))
    assert "Kom langs.</textarea>" in back
    assert "own_words" not in back


def test_an_answer_that_would_lose_a_fact_stays_as_it_was(
    cast: Cast, question: Question, sign_in: SignIn, server: Server
) -> None:
    client = sign_in(cast.colleague)
    claim(cast.colleague, question, timezone.now())
    shown = body(client.post(f"{page(question)}antwoord/vertalen/", draft()))
    assert "Er is een feit verdwenen" in shown
    assert "Kom langs. Bel {fact:juridisch-loket}.</textarea>" in shown


@pytest.mark.parametrize(("changed", "told"), [({"language": "nl"}, "Kies eerst"), ({"text": " "}, "Schrijf eerst")])
def test_without_another_language_or_words_nothing_is_asked(
    changed: dict[str, str], told: str, cast: Cast, question: Question, sign_in: SignIn, server: Server
) -> None:
    client = sign_in(cast.colleague)
    claim(cast.colleague, question, timezone.now())
    assert told in body(client.post(f"{page(question)}antwoord/vertalen/", draft(**changed)))
    assert server.asked == []


def test_a_sensitive_theme_goes_only_to_our_own_network_and_can_be_left_out(
    cast: Cast, asked: Ask, sign_in: SignIn, server: Server, settings: Any
) -> None:
    chosen = asked(FOREIGN, language="ar", theme="veilig", now=timezone.now()).question
    corrected = asked(FOREIGN, language="ar", now=timezone.now()).question
    Question.objects.filter(pk=corrected.pk).update(theme_corrected=Theme.objects.get(slug="veilig"))
    client, own = sign_in(cast.confidant), settings.TRANSLATE_URL
    for question in (chosen, corrected):
        for url, allowed in (("https://vertalen.example.org", True), (own, False)):
            settings.TRANSLATE_URL, settings.TRANSLATE_SENSITIVE = url, allowed
            assert "vertalen/1/" not in body(client.get(page(question)))
            client.post(f"{page(question)}vertalen/1/")
            assert server.asked == []
        settings.TRANSLATE_URL, settings.TRANSLATE_SENSITIVE = own, True
        client.post(f"{page(question)}vertalen/1/")
        assert len(server.asked) == 1
        server.asked.clear()


@pytest.mark.parametrize(
    ("url", "private", "fine"),
    [
        ("", False, True),
        ("https://vertalen.example.org", False, True),
        ("http://vertalen.example.org", False, False),
        ("http://10.1.2.3:5000", True, True),
        ("http://192.168.1.4", True, True),
        ("http://[::1]:5000", True, True),
        ("http://8.8.8.8", False, False),
        ("http://libretranslate:5000", True, True),
        ("ftp://localhost", True, False),
        ("vertalen", False, False),
    ],
)
def test_the_address_is_checked_at_every_start(url: str, private: bool, fine: bool, settings: Any) -> None:
    settings.TRANSLATE_URL = url
    assert is_private(url) is private
    assert (translation_server_is_ours() == []) is fine

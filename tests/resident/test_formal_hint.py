"""Where an objection, a complaint or a Wmo report belongs: told on the form by a script, and on the confirmation."""

import json
import logging
import re
import uuid
from pathlib import Path
from typing import Any

import brotli
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from questions.models import Question
from questions.waits.models import WaitEvent
from services.facts.models import Fact
from tests.questions.formal_sentences import FOUND
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
OBJECTION = "Ik ben het niet eens met het besluit, een-geheim-woord."


def page(response: Any) -> str:
    return str(response.content.decode())


def asking(text: str = OBJECTION) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": text, "answer_by": "page"}


def test_the_form_carries_the_words_and_shows_nothing_of_them_without_a_script(client: Client) -> None:
    for language, _name in some(settings.LANGUAGES):
        for door in ("vraag", "chat"):
            html = page(client.get(f"/{language}/{door}/"))
            place = html[html.index('<div class="formal-hint"') :].partition("<script")[0]
            assert 'aria-live="polite"' in place
            assert len(re.findall(r"<template[^>]*>\s*<section", place)) == 3
            shown = re.sub(r"<template.*?</template>", "", place, flags=re.DOTALL)
            assert not BeautifulSoup(shown, "html.parser").get_text(strip=True)


def test_the_words_weigh_less_than_three_kilobytes(client: Client) -> None:
    place = BeautifulSoup(page(client.get("/nl/vraag/")), "html.parser").select_one("[data-formal]")
    assert place is not None
    words = [str(place["data-harmless"]), *(str(part["data-phrases"]) for part in place.select("template"))]
    assert len(brotli.compress(json.dumps(words, ensure_ascii=False).encode())) < 3_000


def test_the_script_sends_nothing() -> None:
    script = (Path(settings.HOUSE) / "static/js/formal-hint.js").read_text()
    for word in ("fetch", "XMLHttpRequest", "sendBeacon", "WebSocket", "localStorage", "sessionStorage", "cookie"):
        assert word not in script


def test_the_confirmation_says_where_it_belongs_after_the_question_is_committed(client: Client) -> None:
    html = page(client.post("/nl/vraag/", asking()))
    assert Question.objects.count() == 1
    assert "Bezwaar maakt u bij de gemeente, op papier of digitaal, binnen 6 weken na het besluit." in html
    assert 'href="/nl/klacht/"' in html
    assert "Bezwaar maakt u" not in page(client.post("/nl/vraag/", asking("Ik kan de huur niet betalen.")))


def test_each_kind_in_each_language_is_told_in_that_language(client: Client) -> None:
    for language, _name in some(settings.LANGUAGES):
        for kind in ("objection", "complaint", "wmo_report"):
            text = next(text for text, of in FOUND[language] if of == kind)
            found = BeautifulSoup(page(client.post(f"/{language}/vraag/", asking(text))), "html.parser")
            assert len(found.select("main section.formal")) == 1, (language, kind)


def test_a_chat_that_begins_says_it_as_well(client: Client) -> None:
    form = {"submission": str(uuid.uuid4()), "theme": "geld", "text": OBJECTION, "begun_as_chat": "1"}
    assert 'section class="formal"' in page(client.post("/nl/chat/", form))


def test_without_the_fact_no_number_is_told(client: Client) -> None:
    Fact.objects.filter(slug="bezwaar-weken").update(sample=True)
    html = page(client.post("/nl/vraag/", asking()))
    assert "binnen de tijd die in het besluit staat" in html


def test_nothing_of_it_is_kept_or_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/nl/vraag/", asking())
    assert "geheim" not in caplog.text
    assert "objection" not in caplog.text
    question = Question.objects.get()
    assert not question.history.exists()
    assert all("objection" not in str(event.data) for event in some(WaitEvent.objects.all()))

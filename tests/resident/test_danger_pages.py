"""What a resident sees after words of danger: help lines above everything else, and the same page as ever below."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import timezone, translation

from questions.actions.judge import judge
from questions.models import Question
from questions.statuses import Danger, Judgement
from tests.conftest import Ask, Cast
from tests.markup import one_line

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HITS = "mijn man slaat mij"
BLOCK = 'class="urgent urgent--first"'


def body(response: Any) -> str:
    return one_line(response.content.decode())


def filled(text: str, **other: str) -> dict[str, str]:
    return {"submission": str(uuid.uuid4()), "theme": "geld", "text": text, "answer_by": "page"} | other


def holding(client: Client, asked: Ask, text: str = "Mijn vraag") -> Question:
    """A browser that holds a question with this text."""
    question = asked(text, now=timezone.now())
    client.post("/nl/vraag/volgen/", {"reference": question.question.reference, "code": question.code})
    return question.question


def test_the_confirmation_opens_with_help_lines_and_is_otherwise_the_same(client: Client) -> None:
    response = client.post("/nl/vraag/", filled(HITS))
    page = body(response)
    question = Question.objects.get()
    assert response.status_code == 200
    assert page.index(BLOCK) < page.index("<h1")
    assert page.index("0800-2000") < page.index("<h1")
    assert "Dag en nacht, gratis" in page[: page.index("<h1")]
    assert question.reference in page
    assert re.search(r"\d{4} \d{4} \d{4}", page)
    assert question.danger == Danger.UNJUDGED


@pytest.mark.parametrize(
    ("language", "text", "number", "words"),
    [
        ("en", HITS, "0800-2000", "Day and night, free of charge"),
        ("ar", "I want to kill myself", "0800-0113", "عند التفكير في الانتحار"),
        ("nl", "لا أريد أن أعيش", "0800-0113", "Bel als u aan zelfmoord denkt"),
    ],
)
def test_the_lines_are_in_the_readers_language_whatever_the_words_are_in(
    client: Client, language: str, text: str, number: str, words: str
) -> None:
    page = body(client.post(f"/{language}/vraag/", filled(text)))
    top = page[: page.index("<h1")]
    assert number in top
    assert words in top


def test_a_question_without_danger_opens_as_before(client: Client) -> None:
    page = body(client.post("/nl/vraag/", filled("Ik ben geslagen voor mijn examen")))
    assert BLOCK not in page
    assert page.count('class="more danger-line"') == 1
    assert "data-exit" not in page


def test_help_lines_stand_there_once(client: Client) -> None:
    main = body(client.post("/nl/vraag/", filled(HITS))).split("<main")[1].split("</main>")[0]
    assert main.count("0800-2000</a>") == 1
    assert "danger-line" not in main


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/en/vraag/", filled(HITS)),
        ("/en/vraag/", filled(HITS, theme="")),
        ("/en/chat/", filled(HITS, theme="")),
        ("/en/gesprek/", {"text": HITS}),
    ],
)
def test_the_way_out_is_there_too_and_what_stays_behind_is_said_below_the_lines(
    client: Client, path: str, form: dict[str, str]
) -> None:
    page = body(client.post(path, form))
    assert page.count("data-exit=") == 1
    assert page.count('class="safe-looking') == 1
    assert page.index(BLOCK) < page.index('class="safe-looking') < page.index("<h1")


def test_in_the_conversation_after_words_of_danger_the_way_out_stays(client: Client, asked: Ask) -> None:
    holding(client, asked, HITS)
    page = body(client.get("/nl/gesprek/"))
    assert page.count("data-exit=") == 1
    assert page.index(BLOCK) < page.index('class="safe-looking')


def test_words_that_were_posted_but_not_taken_get_help_lines_too(client: Client) -> None:
    wrong = client.post("/nl/vraag/", filled(HITS, answer_by="call", phone="x"))
    assert wrong.status_code == 422
    assert BLOCK in body(wrong)
    forged = Client(enforce_csrf_checks=True).post("/nl/vraag/", filled(HITS))
    assert forged.status_code == 403
    assert BLOCK in body(forged)
    no_conversation = client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": HITS})
    assert no_conversation.status_code == 403
    assert BLOCK in body(no_conversation)
    assert not Question.objects.exists()


def test_an_empty_form_says_nothing_of_danger(client: Client) -> None:
    for address in ("/nl/vraag/", "/nl/gesprek/"):
        assert BLOCK not in body(client.get(address))


def test_after_such_a_message_the_conversation_opens_at_the_top_with_the_lines(client: Client, asked: Ask) -> None:
    question = holding(client, asked)
    assert BLOCK not in body(client.get("/nl/gesprek/"))
    response = client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": HITS})
    assert response.status_code == 302
    assert response["Location"] == "/nl/gesprek/"
    page = body(client.get(response["Location"]))
    assert page.index(BLOCK) < page.index("<h1")
    assert question.messages.count() == 2


def test_a_message_to_a_closed_question_gets_help_lines_though_it_is_not_taken(client: Client, asked: Ask) -> None:
    holding(client, asked)
    client.post("/nl/gesprek/", {"do": "withdraw"})
    response = client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": HITS})
    assert response.status_code == 409
    assert BLOCK in body(response)


def test_who_reads_the_conversation_later_still_finds_them_until_it_was_a_false_alarm(
    client: Client, asked: Ask, cast: Cast
) -> None:
    question = holding(client, asked, HITS)
    assert BLOCK in body(client.get("/ar/gesprek/"))
    now = timezone.now() + timedelta(minutes=1)
    judge(cast.colleague, question, seen=1, outcome=Judgement.NO_DANGER, now=now)
    assert BLOCK not in body(client.get("/nl/gesprek/"))


def test_the_page_of_a_chat_gets_the_lines_with_what_is_new(client: Client, asked: Ask) -> None:
    question = holding(client, asked)
    part = body(client.get("/nl/gesprek/berichten/", {"na": "1"}, headers={"X-Question": question.reference}))
    assert '<div id="danger"> </div>' in part
    client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": HITS})
    part = body(client.get("/nl/gesprek/berichten/", {"na": "1"}, headers={"X-Question": question.reference}))
    assert BLOCK in part


def test_no_address_and_no_title_tells_of_danger(client: Client, asked: Ask) -> None:
    holding(client, asked, HITS)
    page = body(client.get("/nl/gesprek/"))
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title
    assert "hulp" not in title[1].lower()


def test_a_page_of_another_package_can_show_the_lines_above_what_was_found(rf: Any) -> None:
    template = Template("{% load danger %}{% danger_first text=query %}")
    with translation.override("en"):
        context = {"request": rf.get("/en/zoeken/")}
        assert "0800-0113" in template.render(Context(context | {"query": "zelfmoord"}))
        assert template.render(Context(context | {"query": "huur"})).strip() == ""
        lines = Template("{% load danger %}{% danger_lines query as lines %}{{ lines|length }}")
        assert lines.render(Context({"query": "zelfmoord"})) == "2"

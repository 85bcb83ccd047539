"""The self-check: one question at a time, nothing is kept, and nobody is told no."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.eligibility_check.topics import topics
from services.models import Condition, Law, Theme
from tests.markup import one_line
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PATH = "/nl/kan-ik-hulp-krijgen/"
OWN = {"sec-fetch-site": "same-origin"}
TODAY = date(2026, 11, 21)
REFUSALS = ("geen recht", "u krijgt geen", "afgewezen", "not entitled", "no right to")


def send(client: Client, path: str = PATH, headers: dict[str, str] | None = None, **fields: str) -> HttpResponse:
    return client.post(
        path, {name.replace("given_", "given-"): value for name, value in fields.items()}, headers=headers or OWN
    )


def walk(client: Client, law: str, *answers: str) -> HttpResponse:
    """Answers one question after another, with the fields that the page itself holds."""
    response = send(client, about=law)
    for answer in answers:
        response = client.post(PATH, fields_of(response) | {"answer": answer, "go": "next"}, headers=OWN)
    return response


def fields_of(response: HttpResponse) -> dict[str, str]:
    form = one_line(response.content.decode()).split('<form class="form"')[1].split("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def title(response: HttpResponse) -> str:
    found = re.search(r"<h1>\s*(.*?)\s*</h1>", response.content.decode(), re.DOTALL)
    assert found
    return re.sub(r"<[^>]+>", "", found[1]).strip()


def test_every_law_with_conditions_can_be_chosen(client: Client) -> None:
    html = one_line(client.get(PATH).content.decode())
    laws = Law.objects.all()
    assert len(laws) > 1
    for law in some(laws):
        assert f'value="{law.slug}"' in html


def test_nothing_is_kept_anywhere(client: Client) -> None:
    for response in (client.get(PATH), walk(client, "wmo", "yes"), walk(client, "leerplicht", "24-")):
        assert response.status_code == 200
        assert not response.cookies
        assert response["Cache-Control"] == "no-store"
        assert "Cookie" not in response.get("Vary", "")
        html = one_line(response.content.decode())
        assert "csrfmiddlewaretoken" not in html
        for form in some(re.findall(r"<form[^>]*>", html.split("<main")[1])):
            assert 'method="post"' in form
            assert "?" not in form


def test_a_form_without_an_answer_is_asked_again(client: Client) -> None:
    response = send(client, about="wmo", at="wmo-gemeente", go="next")
    assert title(response) == "Woont u in Zwolle?"
    assert "error-summary" in response.content.decode()
    assert "error-summary" in send(client, at="about").content.decode()


def test_the_previous_question_comes_back_with_its_answer(client: Client) -> None:
    response = walk(client, "wmo", "yes", "yes")
    third = title(response)
    back = client.post(PATH, fields_of(response) | {"go": "back"}, headers=OWN)
    assert title(back) != third
    checked = re.search(r'<input[^>]*name="answer"[^>]*value="yes"[^>]*checked', back.content.decode())
    assert checked
    first = client.post(PATH, fields_of(back) | {"go": "back"}, headers=OWN)
    assert title(first) == "Woont u in Zwolle?"
    start = client.post(PATH, fields_of(first) | {"go": "back"}, headers=OWN)
    assert re.search(r'value="wmo"[^>]*checked', start.content.decode())


def test_an_answer_can_be_changed_and_the_others_stay(client: Client) -> None:
    response = walk(client, "wmo", "yes", "yes")
    changed = client.post(PATH, fields_of(response) | {"go": "change:wmo-gemeente"}, headers=OWN)
    assert title(changed) == "Woont u in Zwolle?"
    ending = client.post(PATH, fields_of(changed) | {"answer": "no", "go": "next"}, headers=OWN)
    assert "check__ask" in ending.content.decode()


def test_age_is_asked_in_ranges_and_never_as_a_number(client: Client) -> None:
    html = one_line(send(client, about="leerplicht").content.decode())
    assert re.findall(r'name="answer" value="([^"]+)"', html) == ["0-4", "5-16", "17-17", "18-23", "24-", "unknown"]
    assert 'type="date"' not in html
    assert 'type="number"' not in html


@pytest.mark.parametrize(
    ("law", "answers", "words"),
    [
        ("leerplicht", ["5-16", "yes"], "seems"),
        ("leerplicht", ["5-16", "unknown"], "perhaps"),
        ("leerplicht", ["24-"], "not"),
        ("wmo", ["no"], "not"),
        ("jeugdwet", ["unknown", "unknown", "unknown"], "perhaps"),
    ],
)
def test_every_ending_says_why_and_leads_to_a_person(client: Client, law: str, answers: list[str], words: str) -> None:
    response = walk(client, law, *answers)
    html = one_line(response.content.decode())
    assert response.context["chance"] == {"seems": "SEEMS_SO", "perhaps": "PERHAPS", "not": "PERHAPS_NOT"}[words]
    theme = Law.objects.get(slug=law).theme
    assert theme
    assert f'class="utrecht-button utrecht-button--primary-action" href="/nl/vraag/?thema={theme.slug}"' in html
    assert html.split("<main")[1].count("utrecht-button--primary-action") == 1
    assert "check__decision" in html
    assert len(response.context["trail"]) == len(answers)
    assert response.context["law"].what_else in html
    assert not any(words in html.lower() for words in REFUSALS)


def test_an_ending_names_the_services_that_may_fit(client: Client) -> None:
    html = one_line(walk(client, "wmo", "yes", "yes", "yes", "yes", "no", "unknown", "no").content.decode())
    shown = html.split('id="fitting"')[1].split("</section>")[0]
    assert re.findall(r'href="/nl/diensten/([^/"]+)/', shown) == ["hulp-en-zorg-thuis", "psychosociale-hulp"]


def test_help_lines_stand_on_the_ending_of_a_sensitive_theme(client: Client) -> None:
    assert "0800-2000" not in walk(client, "wmo", "no").content.decode().split("<main")[1].split("</main>")[0]
    law = Law.objects.get(slug="wmo")
    law.theme = Theme.objects.get(slug="veilig")
    law.save()
    html = one_line(walk(client, "wmo", "no").content.decode())
    assert 'class="urgent"' in html
    assert "data-exit" in html


def test_a_form_from_another_website_keeps_the_answers_and_does_nothing(client: Client) -> None:
    fields = {"about": "wmo", "given_wmo-gemeente": "yes", "at": "wmo-niet-alleen", "answer": "no", "go": "next"}
    response = send(client, headers={"sec-fetch-site": "cross-site"}, **fields)
    assert response.status_code == 403
    assert title(response).startswith("Is het nu moeilijk")
    assert fields_of(response)["given-wmo-gemeente"] == "yes"
    assert "given-wmo-niet-alleen" not in fields_of(response)
    assert 'role="alert"' in response.content.decode()


def test_the_old_browsers_of_residents_are_let_in(client: Client) -> None:
    assert send(client, headers={"origin": "http://testserver"}, about="wmo").status_code == 200
    assert client.post(PATH, {"about": "wmo"}).status_code == 200


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["about", "at", "answer", "go", "given-@age", "given-leerplicht-school", "given-", "x"])
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        st.sampled_from(
            ["leerplicht", "wmo", "@age", "@end", "yes", "5-16", "99-1", "back", "change:@age", "change:", ""]
        )
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=150),
    )
)
def test_whatever_is_sent_a_page_comes_back(client: Client, fields: dict[str, str]) -> None:
    response = client.post(PATH, fields, headers=OWN)
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(PATH).status_code == 405


@pytest.mark.parametrize("language", ["nl", "en", "ar", "pl"])
def test_every_way_through_every_law_ends_in_every_language(client: Client, language: str) -> None:
    path = f"/{language}/kan-ik-hulp-krijgen/"
    found = topics(language, TODAY)
    assert len(found) > 1
    for law, topic in some(found.items()):
        for answers in some(ways(topic)):
            given = {f"given-{key}": answer for key, answer in answers.items()}
            html = one_line(client.post(path, {"about": law, **given}, headers=OWN).content.decode())
            assert "check__ask" in html


def ways(topic: Any) -> Iterator[dict[str, str]]:
    """One answer to all questions, for each sort of answer."""
    for pick in (0, 1, -1):
        answers: dict[str, str] = {}
        while (question := topic.check.path(answers).next) is not None:
            answers[question.key] = question.choices[pick]
        yield answers


def test_a_condition_that_does_not_hold_today_is_not_asked(client: Client) -> None:
    for values in ({"valid_until": date(2020, 1, 1)}, {"valid_until": None, "valid_from": date(2999, 1, 1)}):
        row = Condition.objects.get(slug="wmo-gemeente")
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        assert title(send(client, about="wmo")) != "Woont u in Zwolle?"


def test_a_law_of_which_nothing_holds_is_not_offered(client: Client) -> None:
    for row in Condition.objects.filter(law__slug="jeugdwet"):
        row.valid_until = date(2020, 1, 1)
        row.save()
    assert 'value="jeugdwet"' not in client.get(PATH).content.decode()
    assert "check__question" in send(client, about="jeugdwet").content.decode()


def test_the_words_of_a_page_that_is_not_translated_are_marked_as_dutch(client: Client) -> None:
    html = one_line(send(client, "/pl" + PATH[3:], about="wmo").content.decode())
    assert '<h1><span lang="nl" dir="ltr">Woont u in Zwolle?</span></h1>' in html
    assert "language-notice" in html

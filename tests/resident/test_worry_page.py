"""The form on /vraag/zorg/: a worry about somebody else."""

import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone, translation

from questions.actions.ask import ask
from questions.models import HistoryEntry, Question
from questions.resident.worry_form import TOLD, WorryForm
from tests.resident.worry_fields import NOTICED, worry_fields
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page(response: Any) -> str:
    return str(response.content.decode())


def test_the_numbers_for_danger_stand_above_the_form_in_every_language_and_the_theme_is_chosen(client: Client) -> None:
    for language, _name in some(settings.LANGUAGES):
        html = page(client.get(f"/{language}/vraag/zorg/"))
        assert html.index('href="tel:112"') < html.index('name="noticed"'), language
        assert html.index('href="tel:08002000"') < html.index('name="noticed"'), language
        assert '<option value="veilig" selected>' in html, language
        assert f'href="/{language}/vraag/zorg/"' in page(client.get(f"/{language}/vraag/"))


def test_what_was_told_becomes_a_worry_with_reference_and_code(client: Client) -> None:
    response = client.post("/nl/vraag/zorg/", worry_fields())
    question = Question.objects.get()
    assert response.status_code == 200
    assert question.reference in page(response)
    assert re.search(r"\d{4} \d{4} \d{4}", page(response))
    assert re.search(r"<title>\s*Fijn dat u het ons heeft verteld\s", page(response))
    assert (question.kind, question.theme.slug, question.status) == ("worry", "veilig", "waiting")
    text = question.messages.get().text(question.key_bytes)
    assert text.startswith(f"Wat heeft u gezien of gehoord?\n{NOTICED}\n\nOver wie gaat het?\nEen buur\n\n")
    assert "Mogen wij zeggen dat u het heeft verteld?\nAlleen als u er eerst met mij over heeft gepraat" in text
    report = question.worry.report(question.key_bytes)
    assert set(report) == set(TOLD)
    assert (report["person"], report["may_tell"]) == ("Mevrouw Voorbeeld", "after")
    assert b"geheim" not in bytes(question.worry.sealed_report)


def test_its_conversation_is_read_in_the_same_browser(client: Client) -> None:
    client.post("/nl/vraag/zorg/", worry_fields())
    assert NOTICED in page(client.get("/nl/gesprek/"))


def test_sending_it_twice_makes_one_worry_also_in_another_language(client: Client) -> None:
    form = worry_fields()
    for language in ("nl", "nl", "tr"):
        assert client.post(f"/{language}/vraag/zorg/", form).status_code == 200
    assert Question.objects.count() == 1
    client.post("/nl/vraag/zorg/", form | {"may_tell": "no"})
    assert Question.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"noticed": ""}, "id_noticed"),
        ({"noticed": "\x00 \n"}, "id_noticed"),
        ({"noticed": "x" * 20_001}, "id_noticed"),
        ({"relation": ""}, "id_relation"),
        ({"relation": "koning"}, "id_relation"),
        ({"age_group": ""}, "id_age_group"),
        ({"may_tell": ""}, "id_may_tell"),
        ({"children": "drie"}, "id_children"),
        ({"person": "n" * 201}, "id_person"),
        ({"theme": "bestaat-niet"}, "id_theme"),
        ({"answer_by": "call", "phone": ""}, "id_phone"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_everything_typed_is_kept(
    client: Client, wrong: dict[str, str], field: str
) -> None:
    response = client.post("/nl/vraag/zorg/", worry_fields(name="Fatima Voorbeeld") | wrong)
    assert response.status_code == 422
    assert f'id="{field}_error"' in page(response)
    assert "Fatima Voorbeeld" in page(response)
    assert "Ga eens langs." in page(response)
    assert not Question.objects.exists()


def test_only_what_must_be_known_is_asked_for(client: Client) -> None:
    left = ("person", "children", "knows", "wanted", "district", "name")
    response = client.post("/nl/vraag/zorg/", worry_fields(**dict.fromkeys(left, "")))
    assert response.status_code == 200
    assert "kinderen" not in Question.objects.get().messages.get().text(Question.objects.get().key_bytes)


def test_a_forged_token_writes_nothing_and_keeps_what_was_typed() -> None:
    response = Client(enforce_csrf_checks=True).post("/nl/vraag/zorg/", worry_fields())
    assert response.status_code == 403
    assert "Ga eens langs." in page(response)
    assert not Question.objects.exists()


def test_words_of_danger_open_the_confirmation_with_the_help_lines_and_stop_nothing(client: Client) -> None:
    response = client.post("/nl/vraag/zorg/", worry_fields(noticed="Hij slaat haar elke avond."))
    assert response.status_code == 200
    assert "urgent-first" in page(response)
    assert Question.objects.get().danger == "unjudged"


def test_the_headings_themselves_are_no_words_of_danger_in_any_language(client: Client) -> None:
    choices = [
        {"relation": relation, "age_group": age, "children": known, "knows": known, "may_tell": may}
        for relation, age, known, may in [
            ("family", "child", "yes", "after"), ("neighbour", "adult", "no", "yes"),
            ("friend", "older", "unknown", "no"), ("work", "household", "yes", "no"),
            ("other", "unknown", "no", "after"),
        ]
    ]  # fmt: skip
    for language, _name in some(settings.LANGUAGES):
        with translation.override(language):
            for chosen in some(choices):
                form = WorryForm(worry_fields(noticed="…", wanted="…", **chosen), language=language)
                assert form.is_valid(), form.errors
                question = ask(form.asking(), timezone.now()).question
                assert question.danger == "none", (language, chosen)


def test_whoever_told_us_withdraws_and_the_worry_stays(client: Client) -> None:
    client.post("/en/vraag/zorg/", worry_fields())
    for _time in range(2):
        client.post("/en/gesprek/", {"do": "withdraw"})
    question = Question.objects.get()
    assert (question.status, question.ended_at) == ("waiting", None)
    assert HistoryEntry.objects.filter(question=question, what="withdrawn").count() == 1
    assert "We still look at what you told us" in page(client.get("/en/gesprek/"))


def test_nothing_of_it_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/nl/vraag/zorg/", worry_fields())
        client.post("/nl/vraag/zorg/", worry_fields(relation=""))
    assert "geheim" not in caplog.text
    assert "Voorbeeld" not in caplog.text

"""Handing over, correcting the theme, setting aside and merging, through the screens and with the whole cast."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.merge import merge
from questions.actions.write_message import write_message
from questions.models import Colleague, Question, Team
from questions.privacy.models import QuestionSearch
from questions.statuses import AnswerBy, Status
from questions.waits.models import Correction, Wait
from services.models import Theme
from tests.conftest import Ask, Cast, let_answers_go
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
SECRET = "een-geheim-woord"
NOT_COLLEAGUES = ["editor", "leader", "administrator", "root"]


def body(response: Any) -> str:
    return str(response.content.decode())


def ago(**time: int) -> datetime:
    return timezone.now() - timedelta(**time)


def to(receiver: Colleague | Team) -> str:
    return f"{'team' if isinstance(receiver, Team) else 'colleague'}-{receiver.pk}"


def handing(receiver: Colleague | Team, **other: Any) -> dict[str, Any]:
    return {"submission": str(uuid.uuid4()), "to": to(receiver), "words": SECRET} | other


def merging(reference: str, **other: Any) -> dict[str, Any]:
    return {"submission": str(uuid.uuid4()), "reference": reference, "keep": "last", "sure": "on"} | other


def test_every_door_is_shut_for_who_is_no_colleague(cast: Cast, asked: Ask, sign_in: SignIn, client: Client) -> None:
    question, other = asked(SECRET).question, asked().question
    posts = {
        "overdragen": handing(cast.colleague),
        "thema": {"theme": "wonen", "reason": "other_subject"},
        "apart": {"reason": "spam"},
        "terughalen": {"reason": "by_mistake"},
        "samenvoegen": merging(other.reference),
        f"splitsen/{other.pk}": {"reason": "two_people"},
    }
    for role in NOT_COLLEAGUES:
        browser = sign_in(getattr(cast, role))
        for verb, form in some(posts.items()):
            assert browser.post(f"/beheer/vragen/{question.pk}/{verb}/", form).status_code == 403, (role, verb)
        for address in ("/beheer/vragen/apart/", f"/beheer/vragen/{question.pk}/samenvoegen/"):
            response = browser.get(address)
            assert response.status_code == 403
            assert SECRET not in body(response)
    for verb in some(posts):
        assert client.post(f"/beheer/vragen/{question.pk}/{verb}/")["Location"].startswith("/beheer/login/")
    question.refresh_from_db()
    assert (question.status, question.colleague) == (Status.WAITING, None)
    assert not Correction.objects.exists()


def test_who_may_not_read_it_puts_nothing_in_order(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    sensitive, claimed, plain = asked(theme="veilig").question, asked().question, asked().question
    claim(cast.colleague, claimed, ago(minutes=1))
    for who, question in some([(cast.colleague, sensitive), (cast.outsider, sensitive), (cast.outsider, claimed)]):
        browser = sign_in(who)
        for verb, form in (
            ("overdragen", handing(who)),
            ("thema", {"theme": "wonen", "reason": "other_subject"}),
            ("apart", {"reason": "spam"}),
            ("samenvoegen", merging(plain.reference)),
        ):
            assert browser.post(f"/beheer/vragen/{question.pk}/{verb}/", form).status_code == 403
    page = body(sign_in(cast.outsider).post(f"/beheer/vragen/{plain.pk}/samenvoegen/", merging(claimed.reference)))
    assert "Er is geen vraag met dit vraagnummer die je kunt openen." in page
    assert not Correction.objects.exists()


def test_a_teammate_reads_and_hands_over_and_does_not_set_aside(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=ago(hours=1)).question
    claim(cast.colleague, question, ago(minutes=1))
    browser = sign_in(cast.teammate)
    page = body(browser.get(f"/beheer/vragen/{question.pk}/"))
    assert "/overdragen/" in page
    assert f'/beheer/vragen/{question.pk}/apart/"' not in page
    browser.post(f"/beheer/vragen/{question.pk}/apart/", {"reason": "spam"})
    browser.post(f"/beheer/vragen/{question.pk}/thema/", {"theme": "wonen", "reason": "other_subject"})
    question.refresh_from_db()
    assert (question.status, question.theme_corrected) == (Status.WAITING, None)
    browser.post(f"/beheer/vragen/{question.pk}/overdragen/", handing(cast.teammate, of=cast.colleague.pk))
    question.refresh_from_db()
    assert question.colleague == cast.teammate


def test_the_receiver_reads_the_word_at_the_top_until_they_act(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=ago(hours=1)).question
    browser = sign_in(cast.colleague)
    response = browser.post(f"/beheer/vragen/{question.pk}/overdragen/", handing(cast.outsider), follow=True)
    assert f"Vraag {question.reference} is nu bij Carla." in body(response)
    receiver = sign_in(cast.outsider)
    page = body(receiver.get(f"/beheer/vragen/{question.pk}/"))
    assert page.index(SECRET) < page.index('id="conversation"')
    reply = {"submission": str(uuid.uuid4()), "text": "Zo", "language": "nl", "settled": "not_yet"}
    receiver.post(f"/beheer/vragen/{question.pk}/thema/", {"theme": "wonen", "reason": "other_subject"})
    receiver.post(f"/beheer/vragen/{question.pk}/antwoord/", reply)
    let_answers_go()
    page = body(receiver.get(f"/beheer/vragen/{question.pk}/"))
    assert page.count('id="handed"') == 0


def test_only_who_may_read_it_is_offered_and_who_lost_the_right_is_refused(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(theme="veilig", now=ago(hours=1)).question
    browser = sign_in(cast.confidant)
    page = body(browser.get(f"/beheer/vragen/{question.pk}/"))
    assert f'value="{to(cast.confidant)}"' in page
    for other in (cast.colleague, cast.outsider, Team.objects.get(slug="noord")):
        assert f'value="{to(other)}"' not in page
    cast.outsider.sensitive_themes.add(Theme.objects.get(slug="veilig"))
    assert f'value="{to(cast.outsider)}"' in body(browser.get(f"/beheer/vragen/{question.pk}/"))
    cast.outsider.sensitive_themes.clear()
    response = browser.post(f"/beheer/vragen/{question.pk}/overdragen/", handing(cast.outsider))
    assert response.status_code == 422
    assert "Deze vraag kan daar nu niet heen." in body(response)
    assert SECRET in body(response)
    question.refresh_from_db()
    assert question.colleague is None


def test_a_word_is_required_and_not_too_long_and_what_was_typed_is_kept(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(now=ago(hours=1)).question
    browser = sign_in(cast.colleague)
    for words in some(["", "  \u200b ", "x" * 1_001]):
        form = handing(cast.outsider, words=words)
        response = browser.post(f"/beheer/vragen/{question.pk}/overdragen/", form)
        assert response.status_code == 422
        assert f'value="{to(cast.outsider)}" selected' in body(response)
    assert not question.history.exists()


def test_correcting_to_a_sensitive_theme_leads_to_the_queue_and_says_why(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(now=ago(hours=1)).question
    browser = sign_in(cast.colleague)
    address = f"/beheer/vragen/{question.pk}/"
    page = body(browser.post(f"{address}thema/", {"theme": "wonen", "reason": "other_subject"}, follow=True))
    assert "De vraag staat nu onder" in page
    assert "Gekozen" in page
    response = browser.post(f"{address}thema/", {"theme": "veilig", "reason": "turned_out"}, follow=True)
    assert "de vraag is voor jou gesloten" in body(response)
    assert response.redirect_chain[0][0] == "/beheer/vragen/"
    assert browser.get(address).status_code == 403
    assert sign_in(cast.confidant).get(address).status_code == 200
    other = asked(now=ago(hours=1)).question
    assert browser.post(f"/beheer/vragen/{other.pk}/thema/", {"theme": "wonen"}).status_code == 422
    for wrong in ("", "bestaat-niet"):
        assert (
            browser.post(f"/beheer/vragen/{other.pk}/thema/", {"theme": wrong, "reason": "turned_out"}).status_code
            == 422
        )


def test_what_stands_aside_is_in_the_list_and_comes_back(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=ago(hours=1)).question
    hidden = asked(theme="veilig", now=ago(hours=1)).question
    browser, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/"
    assert browser.post(f"{address}apart/", {"reason": ""}).status_code == 422
    browser.post(f"{address}apart/", {"reason": "spam"}, follow=True)
    sign_in(cast.confidant).post(f"/beheer/vragen/{hidden.pk}/apart/", {"reason": "test"})
    assert question.reference not in body(browser.get("/beheer/vragen/"))
    page = body(browser.get("/beheer/vragen/apart/"))
    assert question.reference in page
    assert "Spam" in page
    assert hidden.reference not in page
    assert "Schreef opnieuw" not in page
    write_message(question, submission=uuid.uuid4(), text="Hallo?", language="nl", now=timezone.now())
    assert "Schreef opnieuw" in body(browser.get("/beheer/vragen/apart/"))
    assert "De inwoner schreef daarna opnieuw." in body(browser.get(address))
    assert browser.post(f"{address}terughalen/").status_code == 422
    browser.post(f"{address}terughalen/", {"reason": "wrote_again"})
    question.refresh_from_db()
    assert question.status == Status.WAITING
    assert question.reference in body(browser.get("/beheer/vragen/"))


def test_words_of_danger_in_what_stands_aside_put_it_on_top_of_the_queue(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    asked(now=ago(days=2))
    question = asked(now=ago(hours=1)).question
    browser = sign_in(cast.colleague)
    browser.post(f"/beheer/vragen/{question.pk}/apart/", {"reason": "spam"}, follow=True)
    write_message(question, submission=uuid.uuid4(), text="Hij slaat mij", language="nl", now=timezone.now())
    queue = body(browser.get("/beheer/vragen/"))
    assert queue.index("queue-item--danger") < queue.index(question.reference)
    assert f"/beheer/vragen/{question.pk}/" in queue


def test_what_stands_aside_is_not_called_closed_or_passed_on(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=ago(hours=1)).question
    claim(cast.colleague, question, ago(hours=0))
    browser, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/"
    doors = {f'action="{address}{verb}/"' for verb in ("gesprek", "sluiten", "formeel")}

    def seen(page: str) -> set[str]:
        return {door for door in doors if door in page}

    assert seen(body(browser.get(address))) == doors
    browser.post(f"{address}apart/", {"reason": "test"})
    page = body(browser.get(address))
    assert f'action="{address}terughalen/"' in page
    assert seen(page) == set()


def test_the_resident_of_what_stands_aside_sees_no_difference(client: Client, cast: Cast, sign_in: SignIn) -> None:
    form = {"theme": "geld", "text": "Mijn vraag", "answer_by": "page", "submission": str(uuid.uuid4())}
    client.post("/nl/vraag/", form)
    question = Question.objects.get()

    def state() -> str:
        page = body(client.get("/nl/gesprek/"))
        return page[page.index('id="state"') : page.index("</p>", page.index('id="state"'))]

    before = state()
    sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/apart/", {"reason": "spam"})
    assert Wait.objects.get().excluded
    assert state() == before
    assert not re.search(r"\bspam\b", body(client.get("/nl/gesprek/")).lower())
    client.post("/nl/gesprek/", {"submission": str(uuid.uuid4()), "text": "Bent u er?"})
    assert question.messages.count() == 2


def test_two_questions_become_one_and_two_again(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    early = asked(SECRET, now=ago(hours=2), answer_by=AnswerBy.NOTICE, email="a@example.org").question
    late = asked(now=ago(hours=1), answer_by=AnswerBy.NOTICE, email="a@example.org").question
    browser = sign_in(cast.colleague)
    page = body(browser.get(f"/beheer/vragen/{late.pk}/samenvoegen/"))
    assert f'value="{early.reference}"' in page
    assert "zelfde mailadres of telefoon" in page
    logged = QuestionSearch.objects.get()
    assert (logged.user, logged.read) == (cast.colleague.user, 1)
    form = merging("", candidate=early.reference, sure="")
    page = body(browser.post(f"/beheer/vragen/{late.pk}/samenvoegen/", form, follow=True))
    assert SECRET in page
    assert f"Ook gesteld als {early.reference}" in page
    assert late.reference in body(browser.get(f"/beheer/vragen/{early.pk}/"))
    apart = f"/beheer/vragen/{late.pk}/splitsen/{early.pk}/"
    refused = browser.post(apart)
    assert refused.status_code == 422
    assert "Kies een reden." in body(refused)
    page = body(browser.post(apart, {"reason": "two_people"}, follow=True))
    assert "Niet meer samengevoegd: Ze zijn van twee mensen" in page
    early.refresh_from_db()
    assert early.status == Status.WAITING
    assert SECRET not in body(browser.get(f"/beheer/vragen/{late.pk}/"))


def test_a_number_that_is_not_the_one_that_was_chosen_merges_nothing_and_both_are_named(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    def asking(email: str) -> Question:
        return asked(now=ago(hours=1), answer_by=AnswerBy.NOTICE, email=email).question

    question, same, other = asking("a@example.org"), asking("a@example.org"), asking("b@example.org")
    browser, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/samenvoegen/"
    response = browser.post(address, merging(other.reference, candidate=same.reference))
    assert response.status_code == 422
    assert f"Je koos {same.reference} en typte {other.reference}." in body(response)
    assert not Question.objects.filter(merged_into__isnull=False).exists()
    browser.post(address, merging(same.reference.lower(), candidate=same.reference))
    assert Question.objects.filter(merged_into__isnull=False).count() == 1


def test_a_merge_that_cannot_be_says_why_beside_the_field(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question, other = asked(now=ago(hours=2)).question, asked(now=ago(hours=1)).question
    browser, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/samenvoegen/"
    for form, words in some(
        [
            (merging("K0M-4QO"), "Er is geen vraag met dit vraagnummer die je kunt openen."),
            (merging("K7M"), "nooit een O, een nul of een 1"),
            (merging(""), "Kies een vraag, of typ een vraagnummer."),
            (merging(question.reference), "Dit is de vraag zelf."),
            (merging(other.reference, sure=""), "Het is niet zeker dat één persoon beide vragen stelde."),
            (merging(other.reference, keep="x"), "Kies welke verdergaat."),
        ]
    ):
        response = browser.post(address, form)
        assert response.status_code in (409, 422), words
        assert words in body(response) or "Selecteer een geldige keuze" in body(response), words
        assert str(form["reference"]) in body(response)
    other.refresh_from_db()
    assert other.status == Status.WAITING
    typed = other.reference.replace("-", " ").lower()
    browser.post(address, merging(typed))
    question.refresh_from_db()
    assert question.merged_into == other


def test_the_page_of_the_merged_question_says_where_the_answer_comes_in_six_languages(
    client: Client, cast: Cast, asked: Ask
) -> None:
    form = {"theme": "geld", "text": SECRET, "answer_by": "page", "submission": str(uuid.uuid4())}
    client.post("/nl/vraag/", form)
    mine, other = Question.objects.get(), asked("andere-woorden", now=timezone.now()).question
    merge(cast.colleague, other, mine, now=timezone.now(), sure=True)
    said = set()
    for language in ("nl", "en", "ar", "tr", "pl", "uk"):
        page = body(client.get(f"/{language}/gesprek/"))
        assert other.reference in page, language
        assert f"/{language}/vraag/volgen/" in page
        assert "andere-woorden" not in page
        place = page.index('id="state"')
        said.add(page[place : page.index("</p>", place)])
    assert len(said) == 6
    other.delete()
    assert client.get("/nl/gesprek/").status_code == 200

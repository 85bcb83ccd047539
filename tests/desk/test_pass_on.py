"""Passing a question on as objection, complaint or Wmo report: confirmed to the resident, and no clock stops."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.mark_read import mark_read
from questions.actions.pass_on import pass_on
from questions.actions.refusals import Ended, NotAllowed
from questions.actions.withdraw import withdraw
from questions.desk_choices import FormalKind
from questions.models import FormalMatter, HistoryEntry, Outgoing
from questions.privacy.keyring import CannotOpen
from questions.privacy.keys import destroy_key
from questions.resident.presenters import conversation_status
from questions.statuses import AnswerBy
from questions.waits.models import Channel, Wait, WaitEvent
from services.facts.models import Fact
from tests.conftest import Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def body(response: Any) -> str:
    return str(response.content.decode())


def test_one_click_makes_a_matter_and_a_message_in_the_history(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked("Ik heb een klacht over jullie.", district="oost", now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    client, address = sign_in(cast.colleague), f"/beheer/vragen/{question.pk}/formeel/"
    assert "Dit kan formeel zijn: Klacht" in body(client.get(f"/beheer/vragen/{question.pk}/"))
    form = {"submission": str(uuid.uuid4()), "kind": "complaint"}
    for again in (form, form, {"submission": str(uuid.uuid4()), "kind": "complaint"}):
        assert client.post(address, again).status_code == 302
    matter = FormalMatter.objects.get()
    assert (matter.kind, matter.theme, matter.district) == ("complaint", "geld", "oost")
    assert matter.received_on == timezone.localdate(question.asked_at)
    assert HistoryEntry.objects.get(what="passed_on").data == {"kind": "complaint"}
    text = question.messages.get(number=2).text(question.key_bytes)
    assert text.startswith("Wij behandelen wat u schreef als een klacht. Wij kregen het op ")
    assert "Binnen 6 weken hoort u wat ervan is gekomen." in text
    html = body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert "Dit kan formeel zijn" not in html
    assert f'href="/beheer/vragen/formeel/{matter.pk}/"' in html


def test_without_a_kind_nothing_happens(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    claim(cast.colleague, question, timezone.now())
    for wrong in ({}, {"kind": ""}, {"kind": "petitie"}):
        assert sign_in(cast.colleague).post(f"/beheer/vragen/{question.pk}/formeel/", wrong).status_code == 422
    assert not FormalMatter.objects.exists()


def test_only_who_answers_the_question_passes_it_on(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    address, form = f"/beheer/vragen/{question.pk}/formeel/", {"kind": "complaint"}
    with pytest.raises(NotAllowed):
        pass_on(cast.colleague, question, FormalKind.COMPLAINT, now=timezone.now())
    claim(cast.colleague, question, timezone.now())
    for other in (cast.teammate, cast.outsider, cast.confidant):
        sign_in(other).post(address, form)
    for other in (cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(other).post(address, form).status_code == 403
    assert not FormalMatter.objects.exists()
    assert question.messages.count() == 1


def test_no_clock_stops_and_there_is_no_first_sign_also_when_the_resident_reads_it(cast: Cast, asked: Ask) -> None:
    now = timezone.now()
    for channel, by, contact in (
        (Channel.FORM, AnswerBy.PAGE, {}),
        (Channel.FORM, AnswerBy.NOTICE, {"email": "fatima@example.org"}),
        (Channel.CHAT, AnswerBy.PAGE, {}),
    ):
        question = asked(now=now, channel=channel, answer_by=by, **contact).question
        claim(cast.colleague, question, now)
        before = WaitEvent.objects.filter(wait__link__question=question.pk).count()
        pass_on(cast.colleague, question, FormalKind.OBJECTION, now=now)
        call_command("run_due")
        mark_read(question, timezone.now())
        wait = Wait.objects.get(link__question=question.pk)
        question.refresh_from_db()
        assert (question.status, wait.outcome, wait.reacted_at, wait.first_sign_at) == ("waiting", "open", None, None)
        assert WaitEvent.objects.filter(wait__link__question=question.pk).count() == before
        # The page says that there is no answer yet, not that we have a new message.
        standing = conversation_status(question, timezone.now())
        assert (standing.waiting, standing.answered) == (True, False)
    assert len(mail.outbox) == 1


def test_a_notice_goes_only_to_who_asked_for_one(cast: Cast, asked: Ask) -> None:
    now = timezone.now()
    question = asked(now=now, answer_by=AnswerBy.NOTICE, email="fatima@example.org").question
    claim(cast.colleague, question, now)
    for _time in range(2):
        pass_on(cast.colleague, question, FormalKind.WMO_REPORT, now=now)
    assert Outgoing.objects.get().message.number == 2


def test_the_confirmation_is_in_the_language_of_the_resident_and_without_a_fact_without_a_number(
    cast: Cast, asked: Ask
) -> None:
    seen = set()
    for language, _name in some(settings.LANGUAGES):
        for kind in FormalKind:
            question = asked(language=language, now=timezone.now()).question
            claim(cast.colleague, question, timezone.now())
            pass_on(cast.colleague, question, kind, now=timezone.now())
            message = question.messages.get(number=2)
            text = message.text(question.key_bytes)
            assert message.language == language
            assert "%(" not in text
            assert ("6" in text.split("\n\n", 1)[1]) == (kind != FormalKind.OBJECTION), (language, kind)
            seen.add(text)
    assert len(seen) == len(FormalKind) * len(settings.LANGUAGES)
    Fact.objects.filter(slug="klacht-weken").delete()
    question = asked(now=timezone.now()).question
    claim(cast.colleague, question, timezone.now())
    pass_on(cast.colleague, question, FormalKind.COMPLAINT, now=timezone.now())
    assert "Wij laten u weten hoelang het duurt." in question.messages.get(number=2).text(question.key_bytes)


def test_another_kind_puts_a_mistake_right_and_tells_the_resident(cast: Cast, asked: Ask) -> None:
    question, now = asked().question, timezone.now()
    claim(cast.colleague, question, now)
    matter = pass_on(cast.colleague, question, FormalKind.COMPLAINT, now=now)
    FormalMatter.objects.update(admissible_on=matter.received_on)
    pass_on(cast.colleague, question, FormalKind.OBJECTION, now=now)
    matter.refresh_from_db()
    assert (matter.kind, matter.admissible_on) == ("objection", None)
    assert question.messages.count() == 3


def test_a_question_that_ended_or_lost_its_key_is_not_passed_on(cast: Cast, asked: Ask) -> None:
    now = timezone.now()
    ended, lost = asked().question, asked().question
    for question in (ended, lost):
        claim(cast.colleague, question, now)
    withdraw(ended, now)
    destroy_key(lost.pk)
    with pytest.raises(Ended):
        pass_on(cast.colleague, ended, FormalKind.COMPLAINT, now=now)
    with pytest.raises(CannotOpen):
        pass_on(cast.colleague, lost, FormalKind.COMPLAINT, now=now)
    assert not FormalMatter.objects.exists()


def test_the_hint_for_staff_is_kept_nowhere(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked("Ik ben het niet eens met het besluit.").question
    other = asked("Ik kan de huur niet betalen.").question
    client = sign_in(cast.colleague)
    assert "Dit kan formeel zijn: Bezwaar" in body(client.get(f"/beheer/vragen/{question.pk}/"))
    assert "Dit kan formeel zijn" not in body(client.get(f"/beheer/vragen/{other.pk}/"))
    assert not HistoryEntry.objects.exists()
    assert not FormalMatter.objects.exists()

"""What was left out, merged or corrected: the report counts it, and the leader sees who did it and why."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.record_call import record_call
from questions.statuses import AnswerBy, Settled
from questions.waits.models import Channel
from services.models import Theme
from tests.conftest import Ask, Cast
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
LIST = "/beheer/bereikbaarheid/correcties/"


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return one_line(response.content.decode())


def post(client: Client, pk: int, verb: str, **form: str) -> None:
    assert client.post(f"/beheer/vragen/{pk}/{verb}/", form).status_code == 302, verb


def test_only_who_may_see_figures_sees_who_corrected(cast: Cast, sign_in: SignIn, client: Client) -> None:
    assert sign_in(cast.leader).get(LIST).status_code == 200
    for other in (cast.colleague, cast.teammate, cast.confidant, cast.editor, cast.administrator):
        assert sign_in(other).get(LIST).status_code == 403
    assert client.get(LIST)["Location"].startswith("/beheer/login/")


def test_what_colleagues_do_through_their_doors_stands_in_report_and_list(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    hour = timedelta(hours=1)
    spam, early, late, other = (asked("geheime woorden", now=timezone.now() - n * hour).question for n in (5, 4, 3, 2))
    browser, leader = sign_in(cast.colleague), sign_in(cast.leader)
    post(browser, spam.pk, "apart", reason="spam")
    post(browser, late.pk, "samenvoegen", reference=early.reference, keep="last", sure="on")
    post(browser, other.pk, "thema", theme="wonen", reason="turned_out")
    page = text(leader, "/beheer/bereikbaarheid/")
    assert 'data-count="asked">2<' in page
    assert 'data-count="open">2<' in page
    assert "weggelaten 1, samengevoegd 1, teruggehaald 0, thema verbeterd 1" in page
    assert LIST in page
    rows = text(leader, LIST)
    for words in some(["Anna", "Spam", "Samengevoegd", "Thema", "5 u 0 min", Theme.objects.get(slug="wonen").name]):
        assert words in rows, words
    for secret in some([spam.reference, early.reference, late.reference, other.reference, "geheime woorden"]):
        assert secret not in rows
    post(browser, spam.pk, "terughalen", reason="by_mistake")
    page = text(leader, "/beheer/bereikbaarheid/")
    assert 'data-count="asked">3<' in page
    assert "teruggehaald 1" in page
    rows = text(leader, LIST)
    assert rows.count("Anna") == 4
    for why in some(["Spam", "Dat bleek in het gesprek", "De vraag was per ongeluk apart gezet"]):
        assert why in rows, why


def test_a_wait_left_out_beyond_nine_in_ten_is_marked_and_first(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    now = timezone.now()
    for _ in range(20):
        question = asked(
            now=now - timedelta(hours=3), answer_by=AnswerBy.CALL, phone="0612345678", channel=Channel.CALLBACK
        ).question
        claim(cast.colleague, question, now - timedelta(hours=2))
        question.refresh_from_db()
        record_call(
            cast.colleague, question, submission=question.uid, reached=True, settled=Settled.ANSWERED,
            now=now - timedelta(hours=2),
        )  # fmt: skip
    browser, leader = sign_in(cast.colleague), sign_in(cast.leader)
    for minutes, reason in ((30 * 60, "spam"), (30, "test")):
        question = asked(
            now=now - timedelta(minutes=minutes), answer_by=AnswerBy.CALL, phone="0612345678", channel=Channel.CALLBACK
        ).question
        post(browser, question.pk, "apart", reason=reason)
    rows = text(leader, LIST)
    assert rows.count("data-late") == 1
    assert rows.index("data-late") < rows.index("1 d 6 u") < rows.index("30 min")
    assert "Terugbelverzoek" in rows or "Terugbellen" in rows

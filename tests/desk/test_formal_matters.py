"""The list of formal matters and the days of each; what stays when a question is forgotten."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from questions.actions.date_formal import date_formal, dates_of
from questions.actions.forget import forget
from questions.actions.refusals import NotAllowed, SomebodyWasFirst, WrongDay
from questions.desk_choices import FormalKind
from questions.formal.dates import FormalDates
from questions.models import FormalMatter, HistoryEntry, Question
from tests.conftest import Ask, Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
LIST = "/beheer/vragen/formeel/"


def body(response: Any) -> str:
    return str(response.content.decode())


def passed_on(question: Question, kind: str = "complaint") -> FormalMatter:
    """A matter of this question, received on its day."""
    return FormalMatter.objects.create(
        question=question, kind=kind, theme=question.theme.slug, received_on=timezone.localdate(question.asked_at)
    )


def typed(day: date) -> str:
    return f"{day:%-d-%-m-%Y}"


def seen(matter: FormalMatter) -> str:
    return "|".join(dates_of(matter).written().values())


def test_open_matters_come_first_with_a_mark_at_a_term_that_has_passed(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    now = timezone.now()
    # At noon: late in the evening so many days ago is the day after, when the clocks have gone back since.
    noon = timezone.localtime(now).replace(hour=12)
    late, new, done = (asked(now=noon - timedelta(days=days)).question for days in (43, 42, 44))
    rows = [passed_on(question) for question in (late, new, done)]
    FormalMatter.objects.filter(pk=rows[2].pk).update(resolved_on=timezone.localdate(now))
    html = body(sign_in(cast.colleague).get(LIST))
    assert html.count("Termijn voorbij") == 1
    assert html.index(late.reference) < html.index("Termijn voorbij") < html.index(new.reference)
    assert html.index(new.reference) < html.index(done.reference)


def test_a_matter_is_seen_by_who_may_read_its_question_and_by_nobody_else(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(theme="veilig").question
    matter = passed_on(question)
    for who, may in ((cast.confidant, True), (cast.colleague, False)):
        assert (question.reference in body(sign_in(who).get(LIST))) is may
        assert sign_in(who).get(f"{LIST}{matter.pk}/").status_code == (200 if may else 404)
    for other in (cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(other).get(LIST).status_code == 403
        assert sign_in(other).post(f"{LIST}{matter.pk}/", {}).status_code == 403


def test_days_are_written_down_and_corrected(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    today = timezone.localdate()
    question = asked(now=timezone.now() - timedelta(days=10)).question
    matter, client = passed_on(question), sign_in(cast.colleague)
    first = {
        "seen": seen(matter), "received_on": typed(matter.received_on), "admissible_on": typed(today),
        "resolved_on": typed(today),
    }  # fmt: skip
    for _time in range(2):
        assert client.post(f"{LIST}{matter.pk}/", first).status_code == 302
    matter.refresh_from_db()
    assert (matter.admissible_on, matter.resolved_on) == (today, today)
    entry = HistoryEntry.objects.get(what="formal_state")
    assert (entry.colleague, entry.data["resolved_on"]) == (cast.colleague, today.isoformat())
    client.post(f"{LIST}{matter.pk}/", {"seen": seen(matter), "received_on": first["received_on"]})
    matter.refresh_from_db()
    assert (matter.admissible_on, matter.resolved_on) == (None, None)


def test_what_cannot_be_is_told_beside_its_field_and_kept(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now() - timedelta(days=10)).question
    matter, client = passed_on(question), sign_in(cast.colleague)
    tomorrow, before = timezone.localdate() + timedelta(days=1), matter.received_on - timedelta(days=1)
    for name, wrong in (
        ("resolved_on", typed(tomorrow)), ("resolved_on", typed(before)), ("received_on", typed(before)),
        ("received_on", ""), ("admissible_on", "29-2-2025"), ("inadmissible_on", "gisteren"),
    ):  # fmt: skip
        form = {"seen": seen(matter), "received_on": typed(matter.received_on)} | {name: wrong}
        response = client.post(f"{LIST}{matter.pk}/", form)
        assert response.status_code == 422, (name, wrong)
        assert f'id="id_{name}_error"' in body(response)
        assert f'value="{wrong}"' in body(response) or not wrong
    with pytest.raises(WrongDay):
        date_formal(
            cast.colleague, matter, FormalDates(matter.received_on, resolved_on=tomorrow), seen=dates_of(matter),
            now=timezone.now(),
        )  # fmt: skip
    assert not HistoryEntry.objects.filter(what="formal_state").exists()


def test_an_objection_has_no_admissible_days(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    matter = passed_on(asked().question, FormalKind.OBJECTION)
    html = body(sign_in(cast.colleague).get(f"{LIST}{matter.pk}/"))
    assert 'name="resolved_on"' in html
    assert "admissible_on" not in html


def test_two_colleagues_at_once_do_not_undo_each_other(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    matter = passed_on(asked().question)
    old, today = dates_of(matter), timezone.localdate()
    date_formal(
        cast.teammate, matter, FormalDates(matter.received_on, admissible_on=today), seen=old, now=timezone.now()
    )
    with pytest.raises(SomebodyWasFirst):
        date_formal(
            cast.colleague, matter, FormalDates(matter.received_on, resolved_on=today), seen=old, now=timezone.now()
        )
    form = {"seen": "|".join(old.written().values()), "received_on": typed(matter.received_on)}
    told = sign_in(cast.colleague).post(f"{LIST}{matter.pk}/", form | {"resolved_on": typed(today)}, follow=True)
    assert "Een collega heeft deze dagen intussen gewijzigd" in body(told)
    matter.refresh_from_db()
    assert (matter.admissible_on, matter.resolved_on) == (today, None)


def test_the_question_of_a_team_mate_is_the_team_mates(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    matter = passed_on(question)
    claim(cast.teammate, question, timezone.now())
    with pytest.raises(NotAllowed):
        date_formal(
            cast.colleague, matter, FormalDates(matter.received_on, resolved_on=timezone.localdate()),
            seen=dates_of(matter), now=timezone.now(),
        )  # fmt: skip
    form = {"seen": seen(matter), "received_on": typed(matter.received_on), "resolved_on": typed(timezone.localdate())}
    assert sign_in(cast.colleague).post(f"{LIST}{matter.pk}/", form).status_code == 409
    assert sign_in(cast.teammate).post(f"{LIST}{matter.pk}/", form).status_code == 302


def test_a_matter_whose_question_is_forgotten_stays_and_can_still_be_resolved(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(theme="veilig").question
    matter = passed_on(question)
    forget(question)
    client = sign_in(cast.colleague)
    html = body(client.get(LIST))
    assert "Vergeten" in html
    assert question.reference not in html
    matter.refresh_from_db()
    form = {"seen": seen(matter), "received_on": typed(matter.received_on), "resolved_on": typed(timezone.localdate())}
    assert client.post(f"{LIST}{matter.pk}/", form).status_code == 302
    matter.refresh_from_db()
    assert matter.resolved_on == timezone.localdate()

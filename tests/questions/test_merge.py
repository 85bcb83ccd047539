"""Merging and taking apart: nobody waits unseen, nothing is counted twice, no text crosses."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.actions.answer import answer
from questions.actions.claim import claim
from questions.actions.exclude import exclude, include
from questions.actions.merge import merge
from questions.actions.refusals import CannotMerge, MergeProblem, NotAllowed, Refused
from questions.actions.unmerge import unmerge
from questions.actions.withdraw import withdraw
from questions.actions.write_message import write_message
from questions.desk_choices import ApartReason, ExclusionReason, HistoryKind, QuestionKind, TakeBackReason
from questions.models import Colleague, Message, Question
from questions.privacy.keyring import CannotOpen
from questions.statuses import OPEN, AnswerBy, Danger, Settled, Status
from questions.waits.models import Channel, Correction, Wait
from questions.waits.writer import rebuild, waits_of
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LATER = MONDAY + 5 * HOUR
TWO_PEOPLE = ApartReason.TWO_PEOPLE


def two(asked: Ask, *, mail: tuple[str, str] = ("a@example.org", "A@example.org")) -> tuple[Question, Question]:
    """One asked on Monday and one an hour later, with these addresses."""
    return tuple(
        asked(now=at, email=address, answer_by=AnswerBy.NOTICE if address else AnswerBy.PAGE).question
        for at, address in zip((MONDAY, MONDAY + HOUR), mail, strict=True)
    )  # type: ignore[return-value]


def problem(colleague: Colleague, survivor: Question, other: Question, *, sure: bool = False) -> MergeProblem:
    with pytest.raises(CannotMerge) as refused:
        merge(colleague, survivor, other, now=LATER, sure=sure)
    return refused.value.problem


def named(question: Question, name: str) -> Question:
    """The question with this name beside the way to reach who asked it."""
    key = question.key_bytes
    question.seal_contact(key, question.contact(key) | {"name": name})
    question.save()
    return question


@pytest.mark.parametrize(
    ("names", "surely_one"),
    [(("Ad Bos", " ad  BOS"), True), (("Ad Bos", ""), True), (("Ad Bos", "Eva Bos"), False)],
)
def test_two_names_at_one_address_may_be_two_people(
    asked: Ask, cast: Cast, names: tuple[str, str], surely_one: bool
) -> None:
    early, late = map(named, two(asked), names)
    if not surely_one:
        assert problem(cast.colleague, late, early) == "unsure"
    merge(cast.colleague, late, early, now=LATER, sure=not surely_one)
    early.refresh_from_db()
    assert early.merged_into == late


def reply(colleague: Colleague, question: Question, now: datetime = LATER) -> None:
    question.refresh_from_db()
    claim(colleague, question, now)
    question.refresh_from_db()
    answer(colleague, question, submission=uuid.uuid4(), text="Zo", language="nl", settled=Settled.ANSWERED, now=now)


def test_the_earliest_start_goes_on_in_the_survivor_and_the_other_wait_is_left_out(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    (first,), (second,) = waits_of(early.pk), waits_of(late.pk)
    merge(cast.colleague, late, early, now=LATER)
    for row in (early, late, first, second):
        row.refresh_from_db()
    assert (early.status, early.merged_into, early.ended_at) == (Status.MERGED, late, LATER)
    assert (late.status, late.waiting_since) == (Status.WAITING, MONDAY)
    assert (first.excluded, second.excluded) == (False, True)
    assert first in waits_of(late.pk)
    row = Correction.objects.get()
    assert (row.wait, row.what, row.reason, row.who) == (second, "merged", "duplicate", "Anna")
    assert {entry.what for entry in some(early.history.all())} == {HistoryKind.MERGED}
    assert rebuild() == 0


def test_the_answer_of_the_survivor_counts_from_the_earliest_start(asked: Ask, cast: Cast) -> None:
    early, late = two(asked, mail=("", ""))
    merge(cast.colleague, late, early, now=LATER, sure=True)
    reply(cast.colleague, late, LATER + HOUR)
    (counted,) = Wait.objects.counted()
    assert (counted.started_at, counted.reacted_at) == (MONDAY, LATER + HOUR)
    assert not early.messages.filter(author="colleague").exists()
    write_message(late, submission=uuid.uuid4(), text="Dank", language="nl", now=LATER + 2 * HOUR)
    assert Wait.objects.counted().open().get().kind == "follow_up"


def test_the_one_asked_first_may_survive_and_keeps_its_own_wait(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    merge(cast.colleague, early, late, now=LATER)
    assert [wait.excluded for wait in waits_of(early.pk)] == [False]
    assert [wait.excluded for wait in waits_of(late.pk)] == [True]


def test_the_same_form_again_is_the_same(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    submission = uuid.uuid4()
    for _ in range(2):
        merge(cast.colleague, late, early, now=LATER, submission=submission)
    assert Correction.objects.count() == 1


def test_taking_apart_gives_back_both_with_their_figures(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    before = [(wait.pk, wait.excluded, wait.outcome, wait.started_at) for wait in Wait.objects.order_by("pk")]
    for survivor, other in ((late, early), (early, late)):
        merge(cast.colleague, survivor, other, now=LATER)
        for _ in range(2):
            unmerge(cast.colleague, survivor, other, TWO_PEOPLE, LATER + HOUR)
        for question, start in ((early, MONDAY), (late, MONDAY + HOUR)):
            question.refresh_from_db()
            assert (question.status, question.waiting_since) == (Status.WAITING, start)
            assert (question.merged_into, question.ended_at) == (None, None)
            assert [wait.started_at for wait in waits_of(question.pk)] == [start]
    after = [(wait.pk, wait.excluded, wait.outcome, wait.started_at) for wait in Wait.objects.order_by("pk")]
    assert after == before
    taken_apart = Correction.objects.filter(what=Correction.What.INCLUDED)
    assert {(row.reason, row.who) for row in taken_apart} == {("two_people", str(cast.colleague))}
    assert rebuild() == 0


def test_an_answer_to_the_survivor_is_no_answer_to_what_is_taken_apart(asked: Ask, cast: Cast) -> None:
    early, late = two(asked, mail=("", ""))
    merge(cast.colleague, late, early, now=LATER, sure=True)
    reply(cast.colleague, late, LATER + HOUR)
    unmerge(cast.colleague, late, early, TWO_PEOPLE, LATER + 2 * HOUR)
    early.refresh_from_db()
    assert (early.status, early.waiting_since) == (Status.WAITING, MONDAY)
    counted = sorted((wait.started_at, wait.outcome) for wait in Wait.objects.counted())
    assert counted == [(MONDAY, "open"), (MONDAY + HOUR, "answered")]
    assert rebuild() == 0


def test_questions_of_two_people_stay_two_and_a_doubt_is_asked(asked: Ask, cast: Cast) -> None:
    assert problem(cast.colleague, *two(asked, mail=("a@example.org", "b@example.org")), sure=True) == "other_person"
    early, late = two(asked, mail=("a@example.org", ""))
    assert problem(cast.colleague, late, early) == "unsure"
    merge(cast.colleague, late, early, now=LATER, sure=True)


def test_a_phone_number_is_the_same_with_and_without_its_country(asked: Ask, cast: Cast) -> None:
    early, late = (
        asked(now=LATER, answer_by=AnswerBy.CALL, phone=phone, channel=Channel.CALLBACK).question
        for phone in ("06 12345678", "+31612345678")
    )
    merge(cast.colleague, late, early, now=LATER)


def test_what_cannot_become_one_is_refused_and_nothing_is_written(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    sensitive = asked(theme="veilig").question
    theirs, ended, aside, worry = (asked().question for _ in range(4))
    claim(cast.teammate, theirs, MONDAY)
    withdraw(ended, MONDAY)
    exclude(cast.colleague, aside, ExclusionReason.SPAM, MONDAY)
    Question.objects.filter(pk=worry.pk).update(kind=QuestionKind.WORRY)
    before = Correction.objects.count()
    assert problem(cast.colleague, early, early, sure=True) == "itself"
    assert problem(cast.colleague, early, sensitive, sure=True) == "gone"
    for other, why in some([(theirs, "somebody_elses"), (ended, "ended"), (aside, "ended"), (worry, "other_kind")]):
        for pair in ((early, other), (other, early)):
            assert problem(cast.colleague, *pair, sure=True) == why
    assert problem(cast.confidant, early, sensitive, sure=True) == "less_closed"
    merge(cast.confidant, sensitive, early, now=LATER, sure=True)
    with pytest.raises(NotAllowed):
        merge(cast.colleague, sensitive, late, now=LATER, sure=True)
    assert problem(cast.confidant, late, sensitive, sure=True) == "holds_another"
    assert Correction.objects.count() == before + 1


def test_an_answer_that_is_under_way_is_waited_for(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    reply(cast.colleague, early)
    assert problem(cast.colleague, late, early) == "answer_under_way"
    chat = asked(channel=Channel.CHAT).question
    reply(cast.colleague, chat)
    assert problem(cast.colleague, late, chat, sure=True) == "answer_under_way"


def test_a_question_that_was_erased_meanwhile_is_gone(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    stale = Question.objects.get(pk=early.pk)
    early.delete()
    for pair in ((late, stale), (stale, late)):
        assert problem(cast.colleague, *pair) == "gone"
    with pytest.raises(CannotOpen):
        exclude(cast.colleague, stale, ExclusionReason.SPAM, LATER)


def test_crosswise_the_second_one_finds_it_ended(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    merge(cast.colleague, late, early, now=LATER)
    assert problem(cast.teammate, early, late) == "ended"


def test_words_of_danger_stay_visible_on_the_survivor(asked: Ask, cast: Cast) -> None:
    early = asked("Hij slaat mij", now=MONDAY).question
    late = asked(now=MONDAY + HOUR).question
    merge(cast.colleague, late, early, now=LATER, sure=True)
    for question in (early, late):
        question.refresh_from_db()
    assert (late.danger, early.danger) == (Danger.UNJUDGED, Danger.JUDGED)
    found = late.danger_found(late.key_bytes)
    assert found is not None
    assert found.kinds
    unmerge(cast.colleague, late, early, TWO_PEOPLE, LATER)
    early.refresh_from_db()
    assert early.danger == Danger.UNJUDGED


def test_of_several_the_last_one_comes_off_first(asked: Ask, cast: Cast) -> None:
    first, second, third = (asked(now=MONDAY + number * HOUR).question for number in range(3))
    merge(cast.colleague, third, second, now=LATER, sure=True)
    merge(cast.colleague, third, first, now=LATER + HOUR, sure=True)
    assert Wait.objects.counted().get().started_at == MONDAY
    with pytest.raises(CannotMerge) as refused:
        unmerge(cast.colleague, third, second, TWO_PEOPLE, LATER + 2 * HOUR)
    assert refused.value.problem == "later_first"
    unmerge(cast.colleague, third, first, TWO_PEOPLE, LATER + 2 * HOUR)
    unmerge(cast.colleague, third, second, TWO_PEOPLE, LATER + 3 * HOUR)
    assert Wait.objects.counted().count() == 3


def test_who_may_not_put_both_in_order_takes_nothing_apart(asked: Ask, cast: Cast) -> None:
    early, late = two(asked)
    claim(cast.colleague, late, MONDAY)
    merge(cast.colleague, late, early, now=LATER)
    for who in (cast.teammate, cast.outsider, cast.confidant):
        with pytest.raises(NotAllowed):
            unmerge(who, late, early, TWO_PEOPLE, LATER)
    early.refresh_from_db()
    assert early.status == Status.MERGED


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "unmerge", "exclude", "include", "answer", "write", "withdraw"]),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    max_size=9,
)


def do(what: str, cast: Cast, one: Question, other: Question, now: datetime) -> None:
    """Does it when it may be done."""
    try:
        match what:
            case "merge":
                merge(cast.colleague, one, other, now=now, sure=True)
            case "unmerge":
                unmerge(cast.colleague, one, other, TWO_PEOPLE, now)
            case "exclude":
                exclude(cast.colleague, one, ExclusionReason.TEST, now)
            case "include":
                include(cast.colleague, one, TakeBackReason.BY_MISTAKE, now)
            case "answer":
                reply(cast.colleague, one, now)
            case "write":
                write_message(one, submission=uuid.uuid4(), text="En?", language="nl", now=now)
            case "withdraw":
                withdraw(one, now)
    except Refused:
        return


def unseen(waits: Iterable[Wait]) -> list[Wait]:
    """Those that are left out of the figures while no line of the leader's list says so."""
    return [wait for wait in waits if wait.corrections.exclude(what="theme").first().what not in ("excluded", "merged")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_colleagues_do_nobody_waits_unseen_and_the_rows_follow_from_the_events(
    asked: Ask, cast: Cast, steps: list[tuple[str, int, int]]
) -> None:
    questions = [asked(now=MONDAY + number * HOUR).question for number in range(3)]
    for number, (what, one, other) in enumerate(steps):
        do(what, cast, *(Question.objects.get(pk=questions[each].pk) for each in (one, other)), LATER + number * HOUR)
    linked = Wait.objects.filter(link__question__in=questions)
    assert not unseen(linked.filter(excluded=True))
    for question in some(Question.objects.filter(pk__in=[each.pk for each in questions])):
        waiting = [wait for wait in waits_of(question.pk) if wait.outcome == "open" and not wait.excluded]
        assert len(waiting) <= 1
        if question.status in OPEN:
            assert (question.status == Status.WAITING) == bool(waiting), steps
        elif question.status == Status.MERGED:
            assert not waiting
            assert question.merged_into is not None
    # Where nobody was answered, each stands for itself or in another, with the earliest start of all that it holds.
    answered = Message.objects.filter(question__in=questions, colleague__isnull=False).exists()
    for question in some(Question.objects.filter(pk__in=[each.pk for each in questions])):
        holder = question.merged_into or question
        if holder.status == Status.WAITING and not answered:
            starts = [question.asked_at, holder.asked_at, *holder.merged.values_list("asked_at", flat=True)]
            assert min(starts) == min(wait.started_at for wait in waits_of(holder.pk) if not wait.excluded)
    assert rebuild() == 0

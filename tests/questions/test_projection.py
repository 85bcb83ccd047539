"""A wait follows from its events: the cases that the database tests do not reach."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from questions.waits.projection import Delivery, Event, OutcomeCode, PastEvent, WaitState, project

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OPENING = {
    "channel": "form", "entry_channel": "form", "kind": "first", "theme": "geld", "district": "", "language": "nl",
    "source": "measured", "precision": "",
}  # fmt: skip


def state(*events: tuple[Event, int, dict[str, object]]) -> WaitState:
    """The state after an opening and these events, each so many minutes later."""
    return project(
        [
            PastEvent(Event.OPENED, START, OPENING),
            *(PastEvent(e, START + timedelta(minutes=m), d) for e, m, d in events),
        ]
    )


def minutes(at: datetime | None) -> float | None:
    return None if at is None else (at - START).total_seconds() / 60


def reacted(minute: int, delivery: Delivery, number: int = 1) -> tuple[Event, int, dict[str, object]]:
    return (Event.REACTION_COMMITTED, minute, {"reaction": f"message-{number}", "delivery": delivery.value})


def documented() -> list[list[str]]:
    """The rows of "Moments of a wait" in docs/kpi.md."""
    text = (Path(__file__).parents[2] / "docs" / "kpi.md").read_text(encoding="utf-8")
    table = text.split("### Moments of a wait\n")[1].split("###")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    return rows[2:]


def told(row: list[str]) -> WaitState:
    """The state after what a row of the document says."""
    events: list[tuple[Event, int, dict[str, object]]] = []
    number = 0
    for part in row[1].split(", "):
        minute, word, *more = part.split()
        if word in list(Delivery):
            number += 1
            events.append(reacted(int(minute), Delivery(word), number))
            if more == ["settles"]:
                events.append((Event.SETTLED, int(minute), {"reaction": f"message-{number}", "how": "answered"}))
            continue
        about: dict[str, object] = {"reaction": f"message-{number}"}
        names = {"sign": Event.FIRST_SIGN, "accepted": Event.NOTICE_ACCEPTED, "refused": Event.NOTICE_REFUSED}
        event = names.get(word) or Event(word)
        if word == "settled":
            about |= {"how": "answered"}
        known = event in (Event.NOTICE_ACCEPTED, Event.NOTICE_REFUSED, Event.RECEIVED, Event.SETTLED)
        events.append((event, int(minute), about if known else {}))
    return state(*events)


@pytest.mark.parametrize("row", documented(), ids=lambda row: f"{row[0]}: {row[1]}")
def test_every_moment_in_the_document_is_what_the_events_add_up_to(row: list[str]) -> None:
    found = told(row)
    moments = [
        "-" if at is None else f"{minutes(at):g}" for at in (found.first_sign_at, found.reacted_at, found.settled_at)
    ]
    assert [*moments, found.outcome.value, found.answer_outcome.value] == row[2:]


def test_a_bounce_takes_an_accepted_notice_back() -> None:
    about = {"reaction": "message-1"}
    events = [
        reacted(5, Delivery.NOTICE),
        (Event.NOTICE_ACCEPTED, 6, about),
        (Event.NOTICE_REFUSED, 9, about),
    ]
    assert state(*events[:2]).outcome is OutcomeCode.ANSWERED
    assert state(*events).outcome is OutcomeCode.OPEN


def test_in_a_chat_only_what_was_received_counts() -> None:
    sent = reacted(2, Delivery.RECEIPT)
    assert state(sent).outcome is OutcomeCode.OPEN
    assert minutes(state(sent, (Event.RECEIVED, 4, {"reaction": "message-1"})).reacted_at) == 4


def test_a_first_sign_of_life_is_noted_and_stops_nothing() -> None:
    one = state((Event.FIRST_SIGN, 1, {}), (Event.FIRST_SIGN, 3, {}))
    assert (minutes(one.first_sign_at), one.outcome) == (1, OutcomeCode.OPEN)


def test_the_earliest_reaction_in_the_residents_hands_is_the_one_that_counts() -> None:
    two = state(
        reacted(5, Delivery.NOTICE, 1),
        reacted(8, Delivery.PAGE, 2),
        (Event.NOTICE_ACCEPTED, 20, {"reaction": "message-1"}),
    )
    assert minutes(two.reacted_at) == 8


def test_who_withdrew_before_the_notice_was_accepted_had_no_answer() -> None:
    events = [
        reacted(5, Delivery.NOTICE),
        (Event.WITHDRAWN, 7, {}),
        (Event.NOTICE_ACCEPTED, 9, {"reaction": "message-1"}),
    ]
    assert state(*events).outcome is OutcomeCode.WITHDRAWN  # type: ignore[arg-type]


def test_an_answer_counts_when_the_wait_ends_at_the_same_moment() -> None:
    both = [reacted(5, Delivery.PAGE), (Event.WITHDRAWN, 5, {})]
    assert [state(*order).outcome for order in (both, both[::-1])] == [OutcomeCode.ANSWERED] * 2  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", [Event.LEFT, Event.WITHDRAWN, Event.CLOSED_UNANSWERED, Event.UNREACHABLE])
def test_an_ending_after_an_answer_changes_nothing(ending: Event) -> None:
    answered = state(reacted(5, Delivery.PAGE), (ending, 9, {}))
    assert (answered.outcome, minutes(answered.ended_at)) == (OutcomeCode.ANSWERED, 5)


def test_a_change_of_channel_keeps_start_and_entry_channel() -> None:
    moved = state((Event.CHANNEL_CHANGED, 3, {"channel": "callback"}))
    assert (moved.channel, moved.entry_channel, moved.started_at) == ("callback", "form", START)


def test_a_corrected_theme_stands_beside_the_one_that_was_chosen() -> None:
    corrected = state((Event.THEME_CORRECTED, 3, {"theme": "wonen"}))
    assert (corrected.theme, corrected.theme_corrected) == ("geld", "wonen")


def test_an_exclusion_can_be_taken_back() -> None:
    assert state((Event.EXCLUDED, 1, {"reason": "spam"})).excluded
    assert not state((Event.EXCLUDED, 1, {"reason": "spam"}), (Event.INCLUDED, 2, {})).excluded


def test_settled_counts_from_when_that_reaction_is_received() -> None:
    settled = (Event.SETTLED, 5, {"reaction": "message-1", "how": "answered"})
    pending = state(reacted(5, Delivery.NOTICE), settled)
    assert pending.settled_at is None
    done = state(reacted(5, Delivery.NOTICE), settled, (Event.NOTICE_ACCEPTED, 8, {"reaction": "message-1"}))
    assert minutes(done.settled_at) == 8


def test_a_wait_that_does_not_begin_with_its_opening_or_opens_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="begins"):
        project([PastEvent(Event.LEFT, START)])
    with pytest.raises(ValueError, match="opens once"):
        state((Event.OPENED, 1, OPENING))

"""What a wait is, computed from its events (docs/kpi.md, sections 1 and 2). Pure: no database, no clock.

The stop of a wait is not a field that somebody sets: it follows from what happened. A reaction counts when it is in the
resident's hands, so a reaction with a notice waits for the mail server, and a call until somebody picks up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Event(StrEnum):
    """Everything that can happen to a wait."""

    OPENED = "opened"
    CHANNEL_CHANGED = "channel_changed"
    THEME_CORRECTED = "theme_corrected"
    FIRST_SIGN = "first_sign"
    REACTION_COMMITTED = "reaction_committed"
    NOTICE_ACCEPTED = "notice_accepted"
    NOTICE_REFUSED = "notice_refused"
    RECEIVED = "received"
    CALL_ATTEMPTED = "call_attempted"
    SETTLED = "settled"
    LEFT = "left"
    WITHDRAWN = "withdrawn"
    CLOSED_UNANSWERED = "closed_unanswered"
    UNREACHABLE = "unreachable"
    EXCLUDED = "excluded"
    INCLUDED = "included"


class OutcomeCode(StrEnum):
    """How a wait stands (docs/kpi.md, section 1)."""

    ANSWERED = "answered"
    OPEN = "open"
    LEFT = "left"
    WITHDRAWN = "withdrawn"
    CLOSED_UNANSWERED = "closed_unanswered"
    UNREACHABLE = "unreachable"


class Delivery(StrEnum):
    """What must have happened before a reaction is in the resident's hands."""

    PAGE = "page"  # readable at once on the resident's page
    NOTICE = "notice"  # and a notice accepted by the mail server
    RECEIPT = "receipt"  # and the page acknowledged it, as in a chat; or, once gone, the notice that was asked for


ENDINGS = {
    Event.LEFT: OutcomeCode.LEFT,
    Event.WITHDRAWN: OutcomeCode.WITHDRAWN,
    Event.CLOSED_UNANSWERED: OutcomeCode.CLOSED_UNANSWERED,
    Event.UNREACHABLE: OutcomeCode.UNREACHABLE,
}

# The only things an event may carry: names from lists, numbers, yes or no. Never words that somebody wrote.
DATA_KEYS = frozenset(
    {"channel", "entry_channel", "kind", "theme", "district", "language", "source", "precision", "delivery",
     "reaction", "reached", "how", "reason"}
)  # fmt: skip


@dataclass(frozen=True)
class PastEvent:
    """One event: what happened, when, and its data."""

    event: Event
    at: datetime
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class WaitState:
    """A wait as its events make it. Moments are aware datetimes; None is "not yet"."""

    channel: str
    entry_channel: str
    kind: str
    theme: str
    theme_corrected: str
    district: str
    language: str
    source: str
    precision: str
    started_at: datetime
    first_sign_at: datetime | None
    reacted_at: datetime | None
    settled_at: datetime | None
    settled_how: str
    ended_at: datetime | None
    outcome: OutcomeCode
    answer_ended_at: datetime | None
    answer_outcome: OutcomeCode
    excluded: bool
    pending: bool


@dataclass
class Reaction:
    """One reaction by a person, and since when it is in the resident's hands."""

    committed_at: datetime
    delivery: Delivery
    refused: bool = False
    received_at: datetime | None = None
    by_notice: bool = False


def _take_receipt(reaction: Reaction, event: Event, at: datetime) -> None:
    """Records on the reaction that a notice was accepted or refused, or that the page was read."""
    if event is Event.NOTICE_REFUSED:
        reaction.refused = True
        # A mail that bounced after it was accepted takes the reaction back; a page that was read stays read.
        if reaction.by_notice:
            reaction.received_at, reaction.by_notice = None, False
        return
    if reaction.received_at is not None:
        return
    if event in _delivering_events(reaction):
        reaction.received_at = max(at, reaction.committed_at)
        reaction.by_notice = event is Event.NOTICE_ACCEPTED


def _delivering_events(reaction: Reaction) -> tuple[Event, ...]:
    """Returns the events that put this reaction in the resident's hands."""
    if reaction.refused:
        return (Event.RECEIVED,)
    if reaction.delivery is Delivery.NOTICE:
        return (Event.NOTICE_ACCEPTED,)
    if reaction.delivery is Delivery.RECEIPT:
        return (Event.RECEIVED, Event.NOTICE_ACCEPTED)
    return (Event.RECEIVED,)


def _earliest_end(
    endings: list[tuple[datetime, OutcomeCode]], answered_at: datetime | None
) -> tuple[datetime | None, OutcomeCode]:
    """Returns the earliest ending; an answer goes before another ending at the same moment."""
    first = min(endings, key=lambda end: end[0], default=None)
    if answered_at is not None and (first is None or answered_at <= first[0]):
        return answered_at, OutcomeCode.ANSWERED
    return first or (None, OutcomeCode.OPEN)


def _answers(
    settlings: list[tuple[object, str, datetime]], reactions: Mapping[object, Reaction], reacted_at: datetime
) -> list[tuple[datetime, str]]:
    """Returns when each real answer was in the resident's hands, and how it settled the question.

    One that was called a real answer only later counts from then on.
    """
    found = []
    for reaction, how, said_at in settlings:
        received_at = reactions[reaction].received_at if reaction in reactions else None
        if received_at is not None:
            found.append((max(received_at, reacted_at, said_at), how))
    return found


def project(events: Iterable[PastEvent]) -> WaitState:
    """Returns the state that follows from the events, in the order of recording.

    Raises ValueError when the first event does not open the wait or a later one opens it again.
    """
    listed = list(events)
    if not listed or listed[0].event is not Event.OPENED:
        raise ValueError("a wait begins with its opening")
    opening = {key: str(value) for key, value in listed[0].data.items()}
    started_at = listed[0].at
    channel = opening["channel"]
    theme_corrected = ""
    first_sign_at: datetime | None = None
    reactions: dict[object, Reaction] = {}
    settlings: list[tuple[object, str, datetime]] = []
    endings: list[tuple[datetime, OutcomeCode]] = []
    excluded = False

    for happened in listed[1:]:
        data, at = happened.data, happened.at
        match happened.event:
            case Event.OPENED:
                raise ValueError("a wait opens once")
            case Event.CHANNEL_CHANGED:
                channel = str(data["channel"])
            case Event.THEME_CORRECTED:
                theme_corrected = str(data["theme"])
            case Event.FIRST_SIGN:
                first_sign_at = first_sign_at or at
            case Event.REACTION_COMMITTED:
                delivery = Delivery(str(data["delivery"]))
                received = at if delivery is Delivery.PAGE else None
                reactions[data["reaction"]] = Reaction(at, delivery, received_at=received)
            case Event.CALL_ATTEMPTED:
                if data["reached"]:
                    reactions[data["reaction"]] = Reaction(at, Delivery.PAGE, received_at=at)
            case Event.NOTICE_ACCEPTED | Event.NOTICE_REFUSED | Event.RECEIVED:
                if data["reaction"] in reactions:
                    _take_receipt(reactions[data["reaction"]], happened.event, at)
            case Event.SETTLED:
                settlings.append((data["reaction"], str(data["how"]), at))
            case Event.EXCLUDED:
                excluded = True
            case Event.INCLUDED:
                excluded = False
            case ending:
                endings.append((at, ENDINGS[ending]))

    # How it stands for the first reaction (R1), and for the first real answer (R2), which may come later or never.
    in_hand = [reaction.received_at for reaction in reactions.values() if reaction.received_at is not None]
    ended_at, outcome = _earliest_end(endings, min(in_hand, default=None))
    reacted_at = ended_at if outcome is OutcomeCode.ANSWERED else None
    answered = [] if reacted_at is None else _answers(settlings, reactions, reacted_at)
    answer_at, how = min(answered, default=(None, ""))
    answer_ended_at, answer_outcome = _earliest_end(endings, answer_at)
    settled = answer_outcome is OutcomeCode.ANSWERED
    return WaitState(
        channel=channel,
        entry_channel=opening["entry_channel"],
        kind=opening["kind"],
        theme=opening["theme"],
        theme_corrected=theme_corrected,
        district=opening["district"],
        language=opening["language"],
        source=opening["source"],
        precision=opening["precision"],
        started_at=started_at,
        first_sign_at=first_sign_at,
        reacted_at=reacted_at,
        settled_at=answer_at if settled else None,
        settled_how=how if settled else "",
        ended_at=ended_at,
        outcome=outcome,
        answer_ended_at=answer_ended_at,
        answer_outcome=answer_outcome,
        excluded=excluded,
        pending=outcome is OutcomeCode.OPEN and bool(reactions),
    )

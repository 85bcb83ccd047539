"""The only writer of waits: opens them, records what happens, keeps the projection in step."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from home.database.give_way import giving_way
from questions.waits.models import Channel, Source, Wait, WaitEvent, WaitKind, WaitLink, WaitOutcome
from questions.waits.projection import DATA_KEYS, ENDINGS, Event, PastEvent, WaitState, project

# Rows at a time, when many are read or written: a transaction of so many holds nobody up.
BATCH = 500


def _state_fields(state: WaitState) -> dict[str, object]:
    return asdict(state) | {"outcome": state.outcome.value, "answer_outcome": state.answer_outcome.value}


def _history(wait: Wait) -> list[PastEvent]:
    return [PastEvent(Event(row.event), row.at, row.data) for row in wait.events.order_by("number")]


def _check(data: dict[str, object]) -> None:
    """Raises ValueError for data that could be text of a person."""
    for key, value in data.items():
        if key not in DATA_KEYS:
            raise ValueError(f"an event of a wait has no place for {key!r}")
        if isinstance(value, str) and (len(value) > 60 or any(sign.isspace() for sign in value)):
            raise ValueError(f"{key!r} must be a name from a list")


def open_wait(
    *,
    at: datetime,
    recorded_at: datetime,
    channel: Channel,
    kind: WaitKind,
    theme: str,
    district: str,
    language: str,
    source: Source = Source.MEASURED,
    precision: str = "",
    question_id: int | None = None,
) -> Wait:
    """Writes a new wait with its first event, linked to its question if there is one, and returns it.

    Raises ValueError for data that could be text of a person.
    """
    data: dict[str, object] = {
        "channel": channel.value,
        "entry_channel": channel.value,
        "kind": kind.value,
        "theme": theme,
        "district": district,
        "language": language,
        "source": source.value,
        "precision": precision,
    }
    _check(data)
    state = project([PastEvent(Event.OPENED, at, data)])
    with transaction.atomic():
        wait = Wait.objects.create(**_state_fields(state))
        WaitEvent.objects.create(
            wait=wait, number=1, event=Event.OPENED.value, at=at, recorded_at=recorded_at, data=data,
            sample=source is Source.SAMPLE,
        )  # fmt: skip
        if question_id is not None:
            WaitLink.objects.create(wait=wait, question_id=question_id)
    return wait


def record(wait: Wait, event: Event, *, at: datetime, recorded_at: datetime, **data: object) -> Wait:
    """Writes the event and the projection that follows from it; returns the wait as it now stands.

    The caller holds the question's row, which keeps two events of one wait in order. Raises ValueError for data that
    could be text of a person.
    """
    _check(data)
    with transaction.atomic():
        history = _history(wait)
        WaitEvent.objects.create(
            wait=wait, number=len(history) + 1, event=event.value, at=at, recorded_at=recorded_at, data=data,
            sample=wait.source == Source.SAMPLE,
        )  # fmt: skip
        _write(wait, project([*history, PastEvent(event, at, data)]))
    return wait


def carry_reactions(
    old: Wait, new: Wait, *, since: datetime, recorded_at: datetime, without: Collection[str] = ()
) -> None:
    """Copies the reactions written after `since` from the old wait to the new one, which was opened later.

    Those in `without` stay behind: who wrote them did not know what the new wait is about.
    """
    written = (Event.REACTION_COMMITTED.value, Event.SETTLED.value)
    for row in old.events.filter(event__in=written, at__gt=since).order_by("number"):
        if row.data["reaction"] in without:
            continue
        record(new, Event(row.event), at=row.at, recorded_at=recorded_at, **row.data)


def _write(wait: Wait, state: WaitState) -> bool:
    """Brings the row in line with the state; returns whether anything differed."""
    changed = _differing(wait, state)
    for name, value in changed.items():
        setattr(wait, name, value)
    if changed:
        wait.save(update_fields=list(changed))
    return bool(changed)


def _differing(wait: Wait, state: WaitState) -> dict[str, object]:
    """Returns the fields of the row that differ from the state."""
    return {name: value for name, value in _state_fields(state).items() if getattr(wait, name) != value}


def rebuild() -> int:
    """Makes every projection again from its events; returns the number of rows that differed (0 when all was well).

    Runs beside a site in use: many at a time are only compared, and what seems to differ is looked at once more with
    its row locked, for an event may have come between the two halves of the first look.
    """
    differed, last = 0, 0
    while rows := list(Wait.objects.filter(pk__gt=last).order_by("pk").prefetch_related("events")[:BATCH]):
        last = rows[-1].pk
        differed += sum(_rebuilt(wait.pk) for wait in rows if not _in_step(wait))
    return differed


def _in_step(wait: Wait) -> bool:
    history = [PastEvent(Event(row.event), row.at, row.data) for row in wait.events.all()]
    return bool(history) and not _differing(wait, project(history))


def _rebuilt(pk: int) -> bool:
    """Locks the row and brings it in line with its events; returns whether it differed, False when it is gone."""
    with transaction.atomic():
        wait = Wait.objects.select_for_update().filter(pk=pk).first()
        return wait is not None and _write(wait, project(_history(wait)))


def waits_of(question_id: int) -> list[Wait]:
    """Returns the waits of a question, oldest first."""
    return list(Wait.objects.filter(link__question_id=question_id).order_by("started_at", "pk"))


def open_wait_of(question_id: int) -> Wait | None:
    """Returns the open wait of this question; None when there is none.

    There is never more than one that counts: after a merge another may stand beside it, left out of the figures.
    """
    return Wait.objects.open().filter(link__question_id=question_id).order_by("excluded", "pk").first()


def last_event_of(question_id: int) -> datetime | None:
    """Returns the moment of the last event of any wait of this question; None without events."""
    found: datetime | None = WaitEvent.objects.filter(wait__link__question_id=question_id).aggregate(at=Max("at"))["at"]
    return found


def unfinished_waits_of(question_id: int) -> list[Wait]:
    """Returns the waits of this question without a real answer, whether or not they had a reaction."""
    return [wait for wait in waits_of(question_id) if wait.answer_outcome == WaitOutcome.OPEN]


def waits_with(question_id: int, reaction: str) -> list[Wait]:
    """Returns the waits of this question on which this reaction was written, oldest first."""
    written = WaitEvent.objects.filter(event=Event.REACTION_COMMITTED.value, data__reaction=reaction)
    return [wait for wait in waits_of(question_id) if written.filter(wait=wait).exists()]


def move_wait(wait: Wait, question_id: int) -> None:
    """Puts the wait with another question, in which it goes on as it began."""
    WaitLink.objects.filter(wait=wait).update(question_id=question_id)


def has_reaction_since(wait: Wait, since: datetime) -> bool:
    """Returns whether the wait was answered or ended in any way after this moment."""
    written = [event.value for event in (Event.REACTION_COMMITTED, Event.CALL_ATTEMPTED, *ENDINGS)]
    return wait.events.filter(event__in=written, at__gt=since).exists()


def open_again_as_at(wait: Wait, moment: datetime, *, recorded_at: datetime, question_id: int) -> Wait:
    """Opens another wait with the same start and everything that happened up to the moment, and returns it.

    Events never change: what was written on a wait in another question's name cannot be taken off it.
    """
    opening, *rest = wait.events.filter(at__lte=moment).order_by("number")
    with transaction.atomic():
        again = Wait.objects.create(**_state_fields(project([PastEvent(Event.OPENED, opening.at, opening.data)])))
        WaitEvent.objects.create(
            wait=again, number=1, event=opening.event, at=opening.at, recorded_at=recorded_at, data=opening.data
        )
        WaitLink.objects.create(wait=again, question_id=question_id)
        for row in rest:
            record(again, Event(row.event), at=row.at, recorded_at=recorded_at, **row.data)
    return again


def last_reaction_in_hand(wait: Wait) -> str:
    """Returns the name of the last reaction that is in the resident's hands; empty when there is none."""
    history = _history(wait)
    reactions = [past.data["reaction"] for past in history if "reaction" in past.data]
    for reaction in reversed(reactions):
        settling = PastEvent(Event.SETTLED, wait.started_at, {"reaction": reaction, "how": "answered"})
        if project([*history, settling]).settled_at is not None:
            return str(reaction)
    return ""


def forget_links(question_id: int) -> int:
    """Deletes the links between the question and its waits; returns how many. Figures stay as they were."""
    return WaitLink.objects.filter(question_id=question_id).delete()[0]


def write_samples(histories: Iterable[Sequence[PastEvent]]) -> int:
    """Writes made-up waits from their events, many at a time; returns the number of waits.

    The rows are those that `open_wait` and `record` would make, one event after the other, each recorded when it
    happened. Raises ValueError for a history that is no sample: real waits are written as they happen.
    """
    listed = list(histories)
    for history in listed:
        if not history or history[0].data.get("source") != Source.SAMPLE:
            raise ValueError("only samples are written many at a time")
        for happened in history:
            _check(dict(happened.data))
    for start in giving_way(range(0, len(listed), BATCH)):
        _write_some(listed[start : start + BATCH])
    return len(listed)


def _write_some(histories: list[Sequence[PastEvent]]) -> None:
    """Writes these waits in one transaction, short enough for a site in use."""
    rows = [Wait(**_state_fields(project(history))) for history in histories]
    with transaction.atomic():
        waits = Wait.objects.bulk_create(rows)
        WaitEvent.objects.bulk_create(
            (
                WaitEvent(
                    wait=wait, number=number, event=happened.event.value, at=happened.at, recorded_at=happened.at,
                    data=dict(happened.data), sample=True,
                )
                for wait, history in zip(waits, histories, strict=True)
                for number, happened in enumerate(history, start=1)
            ),
            batch_size=BATCH,
        )  # fmt: skip


def clear_samples() -> int:
    """Deletes every made-up wait with its events; returns how many. The database refuses to delete others."""
    gone = 0
    while some := list(Wait.objects.sample().values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            WaitEvent.objects.filter(wait__in=some).delete()
            gone += Wait.objects.filter(pk__in=some).delete()[1].get(Wait._meta.label, 0)
    return gone

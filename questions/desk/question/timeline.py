"""Everything that happened to a question, in the order in which it happened, a stretch at a time.

Which rows stand in a stretch is found by the database; only these are opened. A question that was merged into this one
stands in between with everything of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import IntegerField, Model, QuerySet, Value
from django.utils.translation import gettext as _

from questions.desk.question.history_lines import history_line
from questions.desk.question.presenters import message_line, moment
from questions.message_text import LogLine
from questions.models import CallAttempt, DangerJudgement, HistoryEntry, Message, Note, Question
from questions.privacy.keyring import CannotOpen
from questions.statuses import Judgement

AT_ONCE = 50


@dataclass(frozen=True)
class Stretch:
    """A part of the log. `number` counts from the end, where 1 is the latest; `number_of` is how many there are.

    `last_seen` is the number of the last message of the question that somebody who sees this has read.
    """

    lines: list[LogLine]
    number: int
    number_of: int
    last_seen: int


@dataclass(frozen=True)
class _Kind:
    """A table with things that happened, how its rows are read, and how one becomes a line."""

    model: type[Model]
    joined: tuple[str, ...]
    line: Callable[[Any, Question, bytes], LogLine]


def stretch_of(question: Question, key: bytes, merged: Iterable[Question], number: int = 1) -> Stretch:
    """Returns this stretch of the log, the nearest when there is no such one.

    `merged` are the questions that were merged into this one, as far as whoever looks may read them. Raises CannotOpen
    when the key of the question is gone.
    """
    questions = {question.pk: question} | {each.pk: each for each in merged}
    keys: dict[int, bytes | None] = {pk: key if pk == question.pk else _key_of(questions[pk]) for pk in questions}
    everything = _everything(list(questions)).order_by("-at", "-rank", "-pk")
    found = list(everything[: AT_ONCE + 1])
    number_of = 1
    if len(found) > AT_ONCE:
        number_of = -(-everything.count() // AT_ONCE)
    number = min(max(number, 1), number_of)
    start = (number - 1) * AT_ONCE
    found = found[:AT_ONCE] if number == 1 else list(everything[start : start + AT_ONCE])
    rows = _rows([(rank, pk) for _at, rank, pk in found])
    lines = [
        _line(_KINDS[rank], rows[rank, pk], question, questions, keys)
        for _at, rank, pk in reversed(found)
        if (rank, pk) in rows
    ]
    own = [line.number for line in lines if line.number]
    last_seen = question.last_number if number == 1 else max(own, default=0)
    return Stretch(lines, number, number_of, last_seen)


def _key_of(question: Question) -> bytes | None:
    try:
        return question.key_bytes
    except CannotOpen:
        return None


def _everything(ids: list[int]) -> QuerySet[Any, Any]:
    """Returns moment, kind and key of everything that happened to these questions, as one query."""
    parts = [
        kind.model._default_manager.filter(question__in=ids)
        .order_by()
        .annotate(rank=Value(rank, IntegerField()))
        .values_list("at", "rank", "pk")
        for rank, kind in enumerate(_KINDS)
    ]
    return parts[0].union(*parts[1:], all=True)


def _rows(found: list[tuple[int, int]]) -> dict[tuple[int, int], Any]:
    """Returns the rows of this stretch by kind and key: a query for each kind that stands in it."""
    rows: dict[tuple[int, int], Any] = {}
    for rank, kind in enumerate(_KINDS):
        keys = [pk for each, pk in found if each == rank]
        if keys:
            read = kind.model._default_manager.filter(pk__in=keys).select_related("colleague__user", *kind.joined)
            rows |= {(rank, row.pk): row for row in read}
    return rows


def _line(
    kind: _Kind, row: Any, question: Question, questions: dict[int, Question], keys: dict[int, bytes | None]
) -> LogLine:
    its = questions[row.question_id]
    key = keys[its.pk]
    row.question = its
    if key is None:
        line = LogLine(row.at, _("Cannot be opened now"), its.reference, kind="history")
    else:
        line = kind.line(row, its, key)
    # The numbers of another conversation are not those of this one.
    return line if its == question else replace(line, number=0, source=its.reference)


def _call_line(call: CallAttempt, question: Question, key: bytes) -> LogLine:
    if call.reached:
        text = _("%(who)s called and spoke with the resident, %(when)s")
    else:
        text = _("%(who)s called and reached nobody, %(when)s")
    return LogLine(call.at, "", text % {"who": call.colleague, "when": moment(call.at)}, kind="history")


def _judgement_line(judgement: DangerJudgement, question: Question, key: bytes) -> LogLine:
    text = _("%(who)s judged whether there is danger, %(when)s")
    sentence = text % {"who": judgement.colleague, "when": moment(judgement.at)}
    outcome = judgement.outcome(key)
    said = sentence if outcome == Judgement.UNSAID else f"{sentence}: {outcome.label}"
    return LogLine(judgement.at, "", said, kind="history")


def _note_line(note: Note, question: Question, key: bytes) -> LogLine:
    return LogLine(note.at, note.text(key), str(note.colleague), mine=True, kind="internal")


def _history_line(entry: HistoryEntry, question: Question, key: bytes) -> LogLine:
    return history_line(entry, key)


# Of what happened in the same moment this is the order.
_KINDS = (
    _Kind(Message, ("notice",), message_line),
    _Kind(CallAttempt, (), _call_line),
    _Kind(DangerJudgement, (), _judgement_line),
    _Kind(HistoryEntry, (), _history_line),
    _Kind(Note, (), _note_line),
)

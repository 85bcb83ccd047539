"""What is measured of a wait: the first sign of life, the first reaction (R1), the first real answer (R2).

A screen that shows one of them shows the others beside it (docs/kpi.md, section 2).
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from questions.waits.models import Channel, Wait, WaitOutcome

End = tuple[datetime | None, str]
"""When it ended and as what; None while it is open."""


class Measure(StrEnum):
    """The moment up to which the waiting is counted."""

    SIGN = "sign"
    REACTION = "reaction"
    ANSWER = "answer"


KPI_CHANNELS = (Channel.DESK, Channel.PHONE, Channel.EMAIL, Channel.CHAT)
"""The channels that carry the name KPI Bereikbaarheid."""
BESIDE = (Channel.FORM, Channel.CALLBACK)
"""These stand beside them, under their own names."""

HEADLINES = {Channel.CHAT: Measure.ANSWER}


def headline_of(channel: str) -> Measure:
    """Returns the measure that comes first for this channel; of several channels together the first reaction."""
    return HEADLINES.get(Channel(channel), Measure.REACTION) if channel else Measure.REACTION


def shown_for(channel: str, waits: Iterable[Wait]) -> list[Measure]:
    """Returns the measures of these waits, the headline first; the sign of life where somebody gave one."""
    pair = [Measure.REACTION, Measure.ANSWER]
    if headline_of(channel) is Measure.ANSWER:
        pair.reverse()
    return [*pair, Measure.SIGN] if any(wait.first_sign_at for wait in waits) else pair


def end_of(wait: Wait, measure: Measure) -> End:
    """Returns when the wait ended for this measure, and how. The first reaction is a sign of life as well."""
    if measure is Measure.ANSWER:
        return wait.answer_ended_at, wait.answer_outcome
    signs = [at for at in (wait.first_sign_at, wait.reacted_at) if at is not None]
    if measure is Measure.SIGN and signs:
        return min(signs), WaitOutcome.ANSWERED.value
    return wait.ended_at, wait.outcome

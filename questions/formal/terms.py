"""The terms that the law sets, from their facts; without the fact nobody promises a number."""

from datetime import date, timedelta

from questions.desk_choices import FormalKind
from services.facts.models import Fact, facts_by_slug

# How long an objection can be made after a decision.
TO_OBJECT = "bezwaar-weken"
# Within how many weeks the resident hears what became of it.
TO_ANSWER = {FormalKind.COMPLAINT: "klacht-weken", FormalKind.WMO_REPORT: "wmo-melding-weken"}


def weeks_to_object() -> int:
    """Returns within how many weeks somebody can object; 0 when no fact says so."""
    return _weeks(TO_OBJECT)


def weeks_to_answer(kind: FormalKind) -> int:
    """Returns within how many weeks a matter of this kind is answered; 0 when no fact says so."""
    return _weeks(TO_ANSWER.get(kind, ""))


def answer_due_on(kind: FormalKind, received_on: date) -> date | None:
    """Returns the last day of the term of a matter that was received then; None when no fact sets a term."""
    weeks = weeks_to_answer(kind)
    return received_on + timedelta(weeks=weeks) if weeks else None


def _weeks(slug: str) -> int:
    fact = facts_by_slug().get(slug)
    return int(fact.value) if fact is not None and fact.kind == Fact.Kind.NUMBER and not fact.sample else 0

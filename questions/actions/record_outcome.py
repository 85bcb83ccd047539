"""Where a question ended, which offer was missing, and when the first conversation was. The only writer of these rows.

They outlive the question, for policy: forgetting takes the question away and leaves them.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.utils import timezone

from questions.desk_choices import Destination
from questions.models import Gap, Outcome, Question

# A first conversation may be planned: so far ahead, counted from today.
AHEAD = timedelta(days=365)


@dataclass(frozen=True)
class Ending:
    """Where a question ended; `no_offer` says that no fitting offer exists, `gap` in a few words which."""

    destination: Destination
    no_offer: bool = False
    gap: str = ""

    def fields(self) -> dict[str, Any]:
        """Returns it by field, as it is sealed and as the forms name it."""
        return asdict(self) | {"destination": self.destination.value}

    @classmethod
    def of(cls, fields: dict[str, Any]) -> Self | None:
        """Returns the ending that is written in these fields; None when they name no destination."""
        chosen = str(fields.get("destination", ""))
        if chosen not in Destination:
            return None
        return cls(Destination(chosen), bool(fields.get("no_offer")), str(fields.get("gap", "")))


def write_ending(question: Question, ending: Ending, at: datetime) -> Outcome:
    """Writes where the question ended and returns the row: one for each question, whatever is changed later.

    The day of the first ending stays. The caller holds the question's row.
    """
    outcome = _outcome_of(question)
    outcome.destination = ending.destination
    outcome.no_offer = ending.no_offer
    outcome.settled_on = outcome.settled_on or timezone.localdate(at)
    outcome.save()
    if not (ending.no_offer and ending.gap):
        Gap.objects.filter(outcome=outcome).delete()
        return outcome
    gap = Gap.objects.filter(outcome=outcome).first() or Gap(outcome=outcome)
    gap.at = at
    gap.seal_words(ending.gap)
    gap.save()
    return outcome


def write_first_conversation(question: Question, on: date | None) -> Outcome:
    """Writes the day of the first conversation, None for not known, and returns the row. The caller holds the row."""
    outcome = _outcome_of(question)
    outcome.first_conversation_on = on
    outcome.save()
    return outcome


def days_for_conversation(question: Question, now: datetime) -> tuple[date, date]:
    """Returns the first and the last day that a first conversation can have."""
    return timezone.localdate(question.asked_at), timezone.localdate(now) + AHEAD


def ending_in(outcome: Outcome | None) -> Ending | None:
    """Returns where a question ended; None when nobody said so. Raises CannotOpen without the key of the words."""
    if outcome is None or not outcome.destination:
        return None
    gap = getattr(outcome, "gap", None)
    return Ending(Destination(outcome.destination), outcome.no_offer, gap.words() if gap else "")


def forget_old_gaps(now: datetime, term: timedelta) -> int:
    """Deletes the words on missing offers past their term; returns how many. The counts stay."""
    return Gap.objects.filter(at__lte=now - term).delete()[0]


def _outcome_of(question: Question) -> Outcome:
    """Returns the row of this question with its theme and district as they are now, new when there is none yet."""
    outcome = Outcome.objects.filter(question=question).first() or Outcome(
        question=question, asked_on=timezone.localdate(question.asked_at)
    )
    outcome.theme = question.effective_theme.slug
    outcome.district = question.district.slug if question.district else ""
    return outcome

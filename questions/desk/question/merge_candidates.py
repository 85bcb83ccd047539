"""Which questions may be the same as this one, asked twice."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from questions.actions.same_person import ways_of
from questions.models import Colleague, Question
from questions.models.question import QuestionQuerySet
from questions.permissions import readable_by
from questions.privacy.access_log import record_search
from questions.privacy.keys import keys_of
from questions.statuses import OPEN

# Contacts of so many questions are opened, in memory, the nearest in time first.
MOST_OPENED = 200
MOST_OFFERED = 10
CLOSE_IN_TIME = timedelta(hours=48)


@dataclass(frozen=True)
class Candidate:
    """A question that may be the same. `same_person` says that the mail address or the phone number is equal."""

    question: Question
    same_person: bool


def candidates_for(colleague: Colleague, question: Question) -> list[Candidate]:
    """Returns the open questions that may be the same and that this colleague may read, the likeliest first.

    Those with the same mail address or phone number, then those on the same theme, in the same language and within
    CLOSE_IN_TIME. Of how many contacts were opened for it is written down who did it and when, as for a search.
    """
    others = readable_by(colleague).filter(status__in=OPEN, kind=question.kind).exclude(pk=question.pk)
    others = others.select_related("theme", "theme_corrected")
    ways = ways_of(question.contact(question.key_bytes))
    contacts = _contacts(_nearest(others.filter(sealed_contact__isnull=False), question)) if ways else []
    if contacts:
        record_search(colleague.user_id, len(contacts), timezone.now())
    same = [each for each, contact in contacts if ways & ways_of(contact)]
    near = others.filter(
        theme=question.theme,
        language=question.language,
        asked_at__gte=question.asked_at - CLOSE_IN_TIME,
        asked_at__lte=question.asked_at + CLOSE_IN_TIME,
    )
    known = {candidate.pk for candidate in same}
    alike = [each for each in near.order_by("-asked_at", "-pk")[: MOST_OFFERED + len(known)] if each.pk not in known]
    found = [Candidate(each, True) for each in same] + [Candidate(each, False) for each in alike]
    return found[:MOST_OFFERED]


def _nearest(questions: QuestionQuerySet, question: Question) -> list[Question]:
    """Returns at most MOST_OPENED of these, as many before as after the moment at which the question was asked."""
    half = MOST_OPENED // 2
    before = questions.filter(asked_at__lte=question.asked_at).order_by("-asked_at", "-pk")[:half]
    after = questions.filter(asked_at__gt=question.asked_at).order_by("asked_at", "pk")[:half]
    return [*before, *after]


def _contacts(questions: list[Question]) -> list[tuple[Question, dict[str, Any]]]:
    """Returns each of these with how its resident can be reached; those that cannot be opened are left out."""
    keys = keys_of({each.pk: each.uid for each in questions})
    return [(each, each.contact(keys[each.pk])) for each in questions if each.pk in keys]

"""The laws that the self-check can be about, each with its conditions in the words of one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from services.conditions.presenters import ConditionView, LawView, law_views
from services.eligibility_check.rules import Check, Rule


@dataclass(frozen=True)
class Topic:
    """A law that the check can be about: its words, and its rules in the order in which they are asked."""

    law: LawView
    conditions: Mapping[str, ConditionView]
    check: Check


def topics(language: str, day: date) -> dict[str, Topic]:
    """Returns the laws that the check can be about on this day, by slug: those with a condition that holds."""
    found = {}
    for slug, law in law_views(language).items():
        valid = law.valid(day)
        if valid:
            found[slug] = Topic(law, {each.slug: each for each in valid}, check_of(valid))
    return found


def check_of(conditions: tuple[ConditionView, ...]) -> Check:
    """Returns the check of these conditions: those for all help first, in each group age before other conditions."""
    rules = [Rule(each.slug, each.services, each.route, each.minimum_age, each.maximum_age) for each in conditions]
    return Check(tuple(sorted(rules, key=lambda rule: (bool(rule.services), not rule.has_ages))))

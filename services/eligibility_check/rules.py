"""The questions of the self-check, and what the answers come to. Pure: no words, no pages and no database.

Every condition is a rule. A rule without services counts for all help; rules with the same route belong together, and
meeting all rules of one route is enough. Somebody is told that help seems possible, that it may be possible, or that it
may not be possible in this way: never more than that, since a person decides. An answer "I do not know" closes no way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

YES, NO, UNKNOWN = "yes", "no", "unknown"
AGE = "@age"
"""The key of the one question that all rules with an age share; no condition can have this slug."""
WHOLE = ""
"""The service of a target that stands for all help under a law, where no rule names a service."""

Answers = Mapping[str, str]
Target = tuple[str, str]
"""The slug of a service, and a route to it."""


class Chance(IntEnum):
    """How likely help is; never more certain than this, since a person decides."""

    PERHAPS_NOT = 0
    PERHAPS = 1
    SEEMS_SO = 2


@dataclass(frozen=True)
class Band:
    """A range of ages that meet the same rules; `last` is included, and None means no upper limit."""

    first: int
    last: int | None

    def __str__(self) -> str:
        return f"{self.first}-{'' if self.last is None else self.last}"


@dataclass(frozen=True)
class Rule:
    """The parts of a condition by which the check decides."""

    slug: str
    services: frozenset[str] = frozenset()
    route: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None

    @property
    def has_ages(self) -> bool:
        """Returns whether it is decided by age, so that nothing else is asked for it."""
        return self.minimum_age is not None or self.maximum_age is not None

    @property
    def question(self) -> str:
        """Returns the key of the question that decides it."""
        return AGE if self.has_ages else self.slug

    def counts_for(self, target: Target) -> bool:
        """Returns whether it must be met to get this service by this route."""
        service, route = target
        return (not self.services or service in self.services) and self.route in ("", route)

    def takes(self, band: Band) -> bool:
        """Returns whether everybody in this range of ages meets it."""
        return (self.minimum_age or 0) <= band.first and (
            self.maximum_age is None or (band.last is not None and band.last <= self.maximum_age)
        )


@dataclass(frozen=True)
class CheckQuestion:
    """A question, and the answers that can be chosen."""

    key: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class CheckPath:
    """The questions that were answered, in order, and the one that follows; None when the check is done."""

    given: tuple[tuple[CheckQuestion, str], ...]
    next: CheckQuestion | None

    @property
    def answers(self) -> dict[str, str]:
        """Returns the answers by the key of their question."""
        return {question.key: answer for question, answer in self.given}

    def before(self, key: str) -> CheckQuestion | None:
        """Returns the question before the one with this key, or the last one for an unknown key; None at the start."""
        keys = [question.key for question, _answer in self.given]
        place = keys.index(key) if key in keys else len(keys)
        return self.given[place - 1][0] if place else None


@dataclass(frozen=True)
class CheckOutcome:
    """How likely help is: under the law as a whole, and for each service for which it may be possible."""

    chance: Chance
    services: tuple[tuple[str, Chance], ...]


@dataclass(frozen=True)
class Check:
    """The rules of one law, in the order in which they are asked."""

    rules: tuple[Rule, ...]

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """Returns the ranges of ages that the rules tell apart, from young to old; empty when no rule has an age."""
        aged = [rule for rule in self.rules if rule.has_ages]
        if not aged:
            return ()
        starts = {0, *(rule.minimum_age or 0 for rule in aged)}
        starts |= {rule.maximum_age + 1 for rule in aged if rule.maximum_age is not None}
        first = sorted(starts)
        return tuple(
            Band(start, follows - 1 if follows else None)
            for start, follows in zip(first, [*first[1:], None], strict=True)
        )

    @cached_property
    def questions(self) -> tuple[CheckQuestion, ...]:
        """Returns every question once, in the order of the rules; age comes where the first rule with an age stands."""
        keys = dict.fromkeys(rule.question for rule in self.rules)
        ages = (*(str(band) for band in self.bands), UNKNOWN)
        return tuple(CheckQuestion(key, ages if key == AGE else (YES, NO, UNKNOWN)) for key in keys)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Returns every service that a rule names, once for each route to it."""
        services = list(dict.fromkeys(service for rule in self.rules for service in sorted(rule.services))) or [WHOLE]
        return tuple((service, route) for service in services for route in self._routes(service))

    def understood(self, sent: Answers) -> dict[str, str]:
        """Returns the answers that are known choices of known questions; anything else that was sent is left out."""
        return {each.key: sent[each.key] for each in self.questions if sent.get(each.key) in each.choices}

    def path(self, answers: Answers) -> CheckPath:
        """Returns the path that these answers follow; a question that can change nothing any more is skipped."""
        given: list[tuple[CheckQuestion, str]] = []
        counted: dict[str, str] = {}
        for question in self.questions:
            if not self._matters(question, counted):
                continue
            if question.key not in answers:
                return CheckPath(tuple(given), question)
            counted[question.key] = answers[question.key]
            given.append((question, answers[question.key]))
        return CheckPath(tuple(given), None)

    def outcome(self, answers: Answers) -> CheckOutcome:
        """Returns how likely help is with these answers; answers to questions that are not asked do not count."""
        counted = self.path(answers).answers
        chances: dict[str, Chance] = {}
        for target in self.targets:
            service = target[0]
            chances[service] = max(chances.get(service, Chance.PERHAPS_NOT), self.chance(target, counted))
        best = max(chances.values(), default=Chance.PERHAPS)
        open_ones = [(service, chance) for service, chance in chances.items() if service and chance]
        return CheckOutcome(best, tuple(sorted(open_ones, key=lambda each: -each[1])))

    def chance(self, target: Target, answers: Answers) -> Chance:
        """Returns how likely help is, for one service by one route."""
        met = [self.met(rule, answers) for rule in self.rules if rule.counts_for(target)]
        if False in met:
            return Chance.PERHAPS_NOT
        return Chance.PERHAPS if None in met else Chance.SEEMS_SO

    def met(self, rule: Rule, answers: Answers) -> bool | None:
        """Returns whether a rule is met; None when that is not known."""
        answer = answers.get(rule.question, UNKNOWN)
        if not rule.has_ages:
            return {YES: True, NO: False}.get(answer)
        band = next((band for band in self.bands if str(band) == answer), None)
        return None if band is None else rule.takes(band)

    def decided_by(self, key: str) -> tuple[Rule, ...]:
        """Returns the rules that the question with this key decides."""
        return tuple(rule for rule in self.rules if rule.question == key)

    def _routes(self, service: str) -> Sequence[str]:
        routes = [rule.route for rule in self.rules if rule.route and (not rule.services or service in rule.services)]
        return list(dict.fromkeys(routes)) or [""]

    def _matters(self, question: CheckQuestion, answers: Answers) -> bool:
        return any(
            rule.counts_for(target)
            for target in self.targets
            if self.chance(target, answers)
            for rule in self.decided_by(question.key)
        )


def every_path(check: Check) -> Iterator[CheckPath]:
    """Yields every path through the check, to its end."""
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        answers = waiting.pop()
        path = check.path(answers)
        if path.next is None:
            yield path
            continue
        waiting += [answers | {path.next.key: answer} for answer in path.next.choices]

"""Which question follows on an answer, and who helps in the end. Pure: it knows no files, no words and no database.

The table (content/finder/rules.yaml) says per theme what can be the matter, and for each of these who helps: yourself,
the sociale basis, the team, or specialised help. The same three questions lead to the column: what somebody wants to do
themselves, how daily life goes, and how long it can wait.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WEIGHTS = ("self", "basis", "team", "special", "now")
"""The kinds of help, from light to heavy; the last is for what cannot wait."""
DANGER = "gevaar"
"""An answer to every question."""

Key = tuple[str, str]
"""Where the words of a question stand: in which part, under which name."""
FIRST: Key = ("questions", "onderwerp")
OWN_STRENGTH: Key = ("questions", "kring")
DAILY_LIFE: Key = ("questions", "dagelijks")
URGENCY: Key = ("questions", "haast")


@dataclass(frozen=True)
class Helper:
    """Somebody who helps: a name of its own or one in the words, and the fact that holds the number."""

    key: str
    icon: str
    name: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Ending:
    """Who helps: in the first place and besides, and the pages that tell more."""

    key: str
    weight: str
    main: tuple[Helper, ...]
    also: tuple[Helper, ...]
    pages: tuple[str, ...]
    sensitive: bool = False


@dataclass(frozen=True)
class FinderQuestion:
    """What is asked, and where each answer leads: to the next question or to an ending."""

    key: Key
    leads_to: Mapping[str, "FinderQuestion | Ending"]

    @property
    def choices(self) -> list[str]:
        """The answers to choose from, without that of danger, which has a place of its own."""
        return [answer for answer in self.leads_to if answer != DANGER]


@dataclass(frozen=True)
class Given:
    """An answer that was given."""

    question: FinderQuestion
    answer: str


@dataclass(frozen=True)
class Position:
    """How far somebody is: the answers that were understood, and what follows on them."""

    given: tuple[Given, ...]
    at: FinderQuestion | Ending
    lost: bool = False
    """Whether more was answered than could be understood."""

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers, without their questions."""
        return tuple(each.answer for each in self.given)


@dataclass(frozen=True)
class Rules:
    """The whole table, as questions that follow on each other."""

    first: FinderQuestion
    endings: Mapping[str, Ending]
    helpers: Mapping[str, Helper]
    themes: tuple[str, ...]

    def narrowed(self, themes: Sequence[str]) -> "Rules":
        """Returns the same rules for these themes only, in this order: a theme can be closed for questions."""
        known = {theme: self.first.leads_to[theme] for theme in themes if theme in self.themes}
        first = FinderQuestion(FIRST, {**known, DANGER: self.first.leads_to[DANGER]})
        return Rules(first, self.endings, self.helpers, tuple(known))


def walk(first: FinderQuestion, answers: Sequence[str]) -> Position:
    """Follows the answers as far as they can be understood."""
    at: FinderQuestion | Ending = first
    given: list[Given] = []
    for answer in answers:
        if not isinstance(at, FinderQuestion) or answer not in at.leads_to:
            return Position(tuple(given), at, lost=True)
        given.append(Given(at, answer))
        at = at.leads_to[answer]
    return Position(tuple(given), at)


def longest(at: FinderQuestion | Ending) -> int:
    """Returns how many questions can still follow, this one included."""
    return 1 + max(map(longest, at.leads_to.values())) if isinstance(at, FinderQuestion) else 0


def positions(first: FinderQuestion) -> Iterator[Position]:
    """Yields every position that can be reached from the first question."""
    waiting = [Position((), first)]
    while waiting:
        place = waiting.pop()
        yield place
        if isinstance(place.at, FinderQuestion):
            for answer, follows in place.at.leads_to.items():
                waiting.append(Position((*place.given, Given(place.at, answer)), follows))

"""Which question follows on an answer, and who helps in the end. Pure: no files, no words and no database.

The table (content/finder/rules.yaml) has, per theme, what can be the matter, and for each of these who helps: yourself,
the sociale basis (help in the neighbourhood), the team, or specialised help. The same three questions choose among
these four: what somebody wants to do themselves, how daily life goes, and how long it can wait.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WEIGHTS = ("self", "basis", "team", "special", "now")
"""The kinds of help, from light to heavy; the last is help that cannot wait."""
DANGER = "gevaar"
"""The answer that can be given to every question."""

Key = tuple[str, str]
"""The place of a question's words in a file: the part, and the name in it."""
FIRST: Key = ("questions", "onderwerp")
OWN_STRENGTH: Key = ("questions", "kring")
DAILY_LIFE: Key = ("questions", "dagelijks")
URGENCY: Key = ("questions", "haast")


@dataclass(frozen=True)
class Helper:
    """Somebody who helps. An empty name is in the words of each language; `fact` names the fact with the number."""

    key: str
    icon: str
    name: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Ending:
    """Who helps, in the first place and besides, and the keys of the pages that tell more."""

    key: str
    weight: str
    main: tuple[Helper, ...]
    also: tuple[Helper, ...]
    pages: tuple[str, ...]
    sensitive: bool = False


@dataclass(frozen=True)
class FinderQuestion:
    """A question, and for each answer the next question or the ending to which it leads."""

    key: Key
    leads_to: Mapping[str, "FinderQuestion | Ending"]

    @property
    def choices(self) -> list[str]:
        """Returns the answers except that of danger, which has a place of its own on the page."""
        return [answer for answer in self.leads_to if answer != DANGER]


@dataclass(frozen=True)
class Given:
    """An answer that was given, with its question."""

    question: FinderQuestion
    answer: str


@dataclass(frozen=True)
class Position:
    """The answers that were understood, and the question or ending that follows on them."""

    given: tuple[Given, ...]
    at: FinderQuestion | Ending
    lost: bool = False
    """Whether there were further answers that could not be understood."""

    @property
    def answers(self) -> tuple[str, ...]:
        """Returns the answers without their questions."""
        return tuple(each.answer for each in self.given)


@dataclass(frozen=True)
class Rules:
    """The whole table as questions that lead to each other."""

    first: FinderQuestion
    endings: Mapping[str, Ending]
    helpers: Mapping[str, Helper]
    themes: tuple[str, ...]

    def narrowed(self, themes: Sequence[str]) -> "Rules":
        """Returns the rules for these themes only, in this order: not every theme can be chosen for questions."""
        known = {theme: self.first.leads_to[theme] for theme in themes if theme in self.themes}
        first = FinderQuestion(FIRST, {**known, DANGER: self.first.leads_to[DANGER]})
        return Rules(first, self.endings, self.helpers, tuple(known))


def walk(first: FinderQuestion, answers: Sequence[str]) -> Position:
    """Returns the position after these answers, as far as they can be understood."""
    at: FinderQuestion | Ending = first
    given: list[Given] = []
    for answer in answers:
        if not isinstance(at, FinderQuestion) or answer not in at.leads_to:
            return Position(tuple(given), at, lost=True)
        given.append(Given(at, answer))
        at = at.leads_to[answer]
    return Position(tuple(given), at)


def longest(at: FinderQuestion | Ending) -> int:
    """Returns how many questions can still follow, this one included; 0 for an ending."""
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

"""The fields that a form of the self-check sends. Pure: nothing that is sent can make it fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.eligibility_check.rules import Answers

ABOUT, AT, ANSWER, GO = "about", "at", "answer", "go"
"""Names of fields: the law, the question on the screen, its answer, and the button that was pressed."""
GIVEN = "given-"
"""Begins the name of a field with an earlier answer; the key of the question follows."""
NEXT, BACK, CHANGE, START = "next", "back", "change:", "start"
END = "@end"
"""The value of AT at the ending, in the place of a question's key."""
LONGEST = 100


@dataclass(frozen=True)
class SentAnswers:
    """The fields of the form as they were sent."""

    about: str = ""
    at: str = ""
    answer: str = ""
    go: str = NEXT
    given: Answers = field(default_factory=dict)

    @property
    def change(self) -> str:
        """Returns the key of the question that somebody wants to answer again; empty when there is none."""
        return self.go.removeprefix(CHANGE) if self.go.startswith(CHANGE) else ""


def sent_answers(posted: Mapping[str, str]) -> SentAnswers:
    """Returns the fields of the form as they were sent; unknown names and values that are too long are left out."""
    short = {name: value for name, value in posted.items() if len(name) <= LONGEST and len(value) <= LONGEST}
    return SentAnswers(
        about=short.get(ABOUT, ""),
        at=short.get(AT, ""),
        answer=short.get(ANSWER, ""),
        go=short.get(GO, NEXT),
        given={name.removeprefix(GIVEN): value for name, value in short.items() if name.startswith(GIVEN)},
    )

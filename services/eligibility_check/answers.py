"""What a form of the self-check sends, as far as it can be understood. Pure: nothing that is sent can break it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.eligibility_check.rules import Answers

ABOUT, AT, ANSWER, GO = "about", "at", "answer", "go"
"""What it is about, which question was on the screen, its answer, and the button."""
GIVEN = "given-"
"""Before the key of a question that was answered earlier."""
NEXT, BACK, CHANGE, START = "next", "back", "change:", "start"
END = "@end"
"""Stands for the ending, where a question would stand."""
LONGEST = 100


@dataclass(frozen=True)
class SentAnswers:
    """The fields of the form, as they were sent."""

    about: str = ""
    at: str = ""
    answer: str = ""
    go: str = NEXT
    given: Answers = field(default_factory=dict)

    @property
    def change(self) -> str:
        """The question that somebody wants to answer again, if any."""
        return self.go.removeprefix(CHANGE) if self.go.startswith(CHANGE) else ""


def sent_answers(posted: Mapping[str, str]) -> SentAnswers:
    """Returns the form as it was sent; whatever does not belong in it is left out."""
    short = {name: value for name, value in posted.items() if len(name) <= LONGEST and len(value) <= LONGEST}
    return SentAnswers(
        about=short.get(ABOUT, ""),
        at=short.get(AT, ""),
        answer=short.get(ANSWER, ""),
        go=short.get(GO, NEXT),
        given={name.removeprefix(GIVEN): value for name, value in short.items() if name.startswith(GIVEN)},
    )

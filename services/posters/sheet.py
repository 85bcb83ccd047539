"""What stands on a sheet of paper: plain values, of which the press makes a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """Poster or flyer."""

    POSTER = "poster"
    """A4, one side: hangs where people come, is read from two metres."""
    FLYER = "flyer"
    """A5, two sides: is taken along."""


@dataclass(frozen=True)
class TextRun:
    """Some words in one line; what is written from left to right in every language, and what is an example, say so."""

    text: str
    bold: bool = False
    ltr: bool = False
    sample: bool = False


Line = tuple[TextRun, ...]


@dataclass(frozen=True)
class ContactWay:
    """A way to reach the team."""

    icon: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class HelpNumber:
    """A help line."""

    name: str
    number: str
    sample: bool
    language: str
    """Of its name, which may be Dutch everywhere."""


@dataclass(frozen=True)
class SheetTopic:
    """What a sheet is about."""

    title: str
    """Of the document: what a list of files or a screen reader calls it."""
    heading: str
    summary: str
    tint: str
    icon: str
    address: str
    """Where the code leads."""
    steps: tuple[Line, ...] = ()
    numbers: tuple[HelpNumber, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One poster or flyer, in one language."""

    kind: SheetKind
    language: str
    direction: str
    organisation: str
    team: str
    colour: str
    topic: SheetTopic
    ways: tuple[ContactWay, ...]
    words: Mapping[str, str]
    """What stands on every sheet, by name: headings, and what is said with the code."""

    @property
    def readable_address(self) -> str:
        """The address as somebody types it."""
        return self.topic.address.partition("://")[2].rstrip("/")

    @property
    def has_examples(self) -> bool:
        """Whether something on it is invented, so that it must not be handed out."""
        lines = [*self.topic.steps, *(line for way in self.ways for line in way.lines)]
        return any(number.sample for number in self.topic.numbers) or any(run.sample for line in lines for run in line)


@dataclass(frozen=True)
class Untranslated:
    """There is no sheet in this language: these of its words exist in Dutch only."""

    texts: tuple[str, ...]


def bold_beginnings(steps: Sequence[Line]) -> tuple[Line, ...]:
    """Returns the bold words that each step begins with; nothing when one of them begins otherwise."""
    heads = []
    for step in steps:
        head = []
        for run in step:
            if not run.bold:
                break
            head.append(run)
        if not head:
            return ()
        heads.append(tuple(head))
    return tuple(heads)


def file_name(sheet: Sheet, theme: str, district: str) -> str:
    """Returns what the file is called, without its ending; one that keeps silent about its theme does so here too."""
    about = theme if sheet.topic.numbers or sheet.topic.steps else ""
    return "-".join(part for part in (sheet.kind.value, about, district, sheet.language) if part)

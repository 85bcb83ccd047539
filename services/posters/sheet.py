"""The contents of a sheet of paper: plain values, of which the press makes a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """The kind of sheet: a poster or a flyer."""

    POSTER = "poster"
    """A4, one side: hangs where people come, is read from two metres."""
    FLYER = "flyer"
    """A5, two sides: is taken along."""


@dataclass(frozen=True)
class TextRun:
    """Some words in one line. `ltr`: written from left to right in every language; `sample`: an example."""

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
    """The language of its name, which may be Dutch everywhere."""


@dataclass(frozen=True)
class SheetTopic:
    """The part of a sheet about its theme."""

    title: str
    """The title of the document, which a list of files or a screen reader uses."""
    heading: str
    summary: str
    tint: str
    icon: str
    address: str
    """The address to which the QR code leads."""
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
    """The texts that every sheet has, by name: headings, and what stands beside the QR code."""

    @property
    def readable_address(self) -> str:
        """Returns the address as somebody types it, without scheme and last slash."""
        return self.topic.address.partition("://")[2].rstrip("/")

    @property
    def has_examples(self) -> bool:
        """Returns whether something on it is an example, so that it must not be handed out."""
        lines = [*self.topic.steps, *(line for way in self.ways for line in way.lines)]
        return any(number.sample for number in self.topic.numbers) or any(run.sample for line in lines for run in line)


@dataclass(frozen=True)
class Untranslated:
    """Stands for a sheet that does not exist in a language: these of its texts are Dutch only."""

    texts: tuple[str, ...]


def bold_beginnings(steps: Sequence[Line]) -> tuple[Line, ...]:
    """Returns the bold words with which each step begins; empty when one of the steps does not begin with any."""
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
    """Returns the name of the file without its ending; a discreet sheet does not name its theme here either."""
    about = theme if sheet.topic.numbers or sheet.topic.steps else ""
    return "-".join(part for part in (sheet.kind.value, about, district, sheet.language) if part)

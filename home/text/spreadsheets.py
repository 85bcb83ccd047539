"""A list as a file for a spreadsheet: opened by a double click in a Dutch Excel, and never with a formula in it. Pure.

What residents and editors wrote stands in such lists. A cell that begins like a formula is one for a spreadsheet, and
a formula can send the other cells away.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator

MARK = "\ufeff"
"""Without it a Dutch Excel takes the letters for those of another alphabet."""
SEPARATOR = ";"
"""What divides columns where the comma divides whole numbers from cents."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def cell_of_text(value: str) -> str:
    """Returns the value as a cell that is words or a plain number, whatever it begins with."""
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value


def for_double_click(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the list as CSV, a row at a time: semicolons, a byte order mark, no cell that is a formula."""
    writer = csv.writer(_Echo(), delimiter=SEPARATOR)
    yield MARK.encode()
    for row in csv.reader(_lines(chunks)):
        yield writer.writerow([cell_of_text(cell) for cell in row])


class _Echo:
    """Gives back what is written."""

    def write(self, text: str) -> bytes:
        return text.encode()


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    rest = ""
    for chunk in chunks:
        *whole, rest = (rest + decoder.decode(chunk)).removeprefix(MARK).split("\n")
        yield from (f"{line}\n" for line in whole)
    if rest:
        yield rest

"""A list as CSV that a Dutch Excel opens by a double click, and in which no cell is a formula. Pure.

Such lists hold what residents and editors wrote. A spreadsheet takes a cell that begins like a formula for one, and a
formula can send the other cells away.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator

MARK = "\ufeff"
"""The byte order mark. Without it a Dutch Excel reads the letters in another encoding."""
SEPARATOR = ";"
"""The character between columns, where the comma is the decimal sign."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def cell_of_text(value: str) -> str:
    """Returns the value as a cell that is no formula: one that begins like a formula gets a quote in front."""
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value


def for_double_click(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the CSV of these chunks a row at a time, with a byte order mark and semicolons, without formulas."""
    writer = csv.writer(_Echo(), delimiter=SEPARATOR)
    yield MARK.encode()
    for row in csv.reader(_lines(chunks)):
        yield writer.writerow([cell_of_text(cell) for cell in row])


class _Echo:
    """A file for `csv.writer` that returns what is written to it, as bytes."""

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

"""Looking at every one of something says nothing when there is none."""

from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def some(found: Iterable[Item]) -> list[Item]:
    """Returns what was found, as a list. Fails when that is nothing: a loop over it would check nothing and pass."""
    items = list(found)
    assert items, "nothing was found to look at"
    return items

"""The query of the directory, read from the address of the page and written back into one. Pure.

The names in the address are Dutch in every language. Unknown values are ignored: an old link still shows a list.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from home.text.normalise import western_digits
from home.text.visible import in_one_line
from services.directory import facets

IN_ADDRESS = {
    facets.THEME: "thema",
    facets.DISTRICT: "stadsdeel",
    facets.AUDIENCE: "voor",
    facets.COST: "kosten",
    facets.LANGUAGE: "taal",
    facets.WHEELCHAIR: "rolstoel",
    facets.PLACE: "waar",
}
TEXT, POSTCODE, PAGE = "q", "postcode", "pagina"
LONGEST_TEXT = 200
_POSTCODE = re.compile(r"([1-9][0-9]{3})[^\W\d_]{0,2}")


def postcode_digits(typed: str) -> str:
    """Returns the four digits of the postcode that was typed, with or without its letters; empty when it is none."""
    found = _POSTCODE.fullmatch("".join(western_digits(typed).split()))
    return found[1] if found else ""


@dataclass(frozen=True)
class DirectoryQuery:
    """What was chosen and typed in the directory."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    postcode: str = ""
    """As typed; empty when nothing was."""
    page: int = 1

    @property
    def anything(self) -> bool:
        """Returns whether anything was chosen or typed."""
        return bool(self.chosen or self.text or self.postcode)

    @property
    def digits(self) -> str:
        """Returns the four digits of the postcode; empty when it is none."""
        return postcode_digits(self.postcode)

    def without(self, name: str) -> "DirectoryQuery":
        """Returns the query without one facet, the text or the postcode, on the first page."""
        if name in IN_ADDRESS:
            rest = {facet: value for facet, value in self.chosen.items() if facet != name}
            return replace(self, chosen=rest, page=1)
        return replace(self, text="", page=1) if name == TEXT else replace(self, postcode="", page=1)

    def choosing(self, facet: str, value: str) -> "DirectoryQuery":
        """Returns the query with this value chosen, on the first page."""
        return replace(self, chosen={**self.chosen, facet: value}, page=1)

    def on_page(self, number: int) -> "DirectoryQuery":
        """Returns the query for another page of the list."""
        return replace(self, page=number)

    @property
    def query(self) -> str:
        """Returns the query string with its question mark; empty when nothing was asked."""
        pairs = [(TEXT, self.text), (POSTCODE, self.postcode)]
        pairs += [(name, self.chosen.get(facet, "")) for facet, name in IN_ADDRESS.items()]
        pairs += [(PAGE, str(self.page))] if self.page > 1 else []
        given = [(name, value) for name, value in pairs if value]
        return f"?{urlencode(given)}" if given else ""


def directory_query(given: Mapping[str, str], known: Mapping[str, frozenset[str]]) -> DirectoryQuery:
    """Returns the query in an address; values that are not `known` are ignored."""
    chosen = {
        facet: value for facet, name in IN_ADDRESS.items() if (value := given.get(name, "")) and value in known[facet]
    }
    page = western_digits(given.get(PAGE, ""))
    return DirectoryQuery(
        chosen=chosen,
        text=in_one_line(given.get(TEXT, ""))[:LONGEST_TEXT],
        postcode=in_one_line(given.get(POSTCODE, ""))[:10],
        page=int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 6 and int(page) else 1,
    )

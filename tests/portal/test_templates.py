"""Templates can be read: one element a line, and no line beyond the edge of a screen."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLResolver, get_resolver

HOUSE = Path(__file__).parents[2]
TEMPLATES = sorted(
    path
    for app in ("site/portal", "home", "services", "questions")
    for path in (HOUSE / app).rglob("templates/**/*")
    if path.is_file()
)
WIDTH = 120
# What a browser sets on a line of its own, whatever stands around it.
BLOCK = re.compile(
    r"<(?:address|article|aside|blockquote|body|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    r"h[1-6]|head|header|hr|html|legend|li|link|main|meta|nav|ol|p|pre|script|section|summary|table|tbody|td|tfoot|th|"
    r"thead|title|tr|ul)\b"
)


def lines() -> list[tuple[str, str]]:
    """Every line of every template, with where it stands."""
    found = [
        (f"{path.relative_to(HOUSE)}:{number}", line)
        for path in TEMPLATES
        for number, line in enumerate(path.read_text().splitlines(), start=1)
    ]
    assert len(found) > 1000
    return found


def test_no_line_of_a_template_is_too_long() -> None:
    assert [place for place, line in lines() if len(line) > WIDTH] == []


def test_a_line_of_a_template_begins_one_block_element_at_most() -> None:
    assert [place for place, line in lines() if len(BLOCK.findall(line)) > 1] == []


def names_of(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The names of all addresses, each with its namespace in front."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        elif pattern.name:
            yield prefix + pattern.name


def test_every_address_that_a_template_asks_for_is_there() -> None:
    """`{% url … as address %}` says nothing of a name that is not there."""
    there = set(names_of(get_resolver()))
    asked = {name for _place, line in lines() for name in re.findall(r"{% url [\"']([\w:]+)[\"']", line)}
    assert len(asked) > 30
    assert asked <= there


def test_a_page_with_keys_has_the_list_of_them() -> None:
    """Without it `?` opens the list of the admin, which knows none of ours."""
    texts = {str(path.relative_to(HOUSE)): path.read_text() for path in TEMPLATES if path.suffix == ".html"}
    whole = {name: text for name, text in texts.items() if text.startswith("{% extends")}
    pages = {name: text for name, text in whole.items() if re.search("data-key[ =>-]", text)}
    assert len(pages) > 5
    assert [name for name, text in pages.items() if "js/desk-keys.js" not in text] == []
    assert [name for name, text in pages.items() if 'include "desk/keys.html"' not in text] == []

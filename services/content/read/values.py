"""Turns the words of a file into the values of a page, and into the strings that wagtail-localize keeps."""

import json
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from services.content.read.markdown import Leaf, Text
from services.content.read.pages import PageFile
from services.content.read.schema import SOURCE
from services.content.read.words import Chosen, Words

_BLOCKS = uuid.UUID("5d2c1f0e-6b7a-4f53-9a10-0c8f4be5a1d7")

PageNumbers = dict[str, int]
String = str | Leaf


def link_attributes(target: str, numbers: PageNumbers) -> dict[str, str]:
    """Returns the attributes of a link to a target, as rich text stores them."""
    kind, _, rest = target.partition(":")
    if kind == "page":
        return {"id": str(numbers[rest]), "linktype": "page"}
    if kind == "door":
        return {"href": f"/{SOURCE}/{rest.strip('/')}/"}
    return {"href": target}


def opening_tag(numbers: PageNumbers) -> Callable[[str], str]:
    """Returns a function that returns the opening tag of a link to a target."""

    def opening(target: str) -> str:
        attributes = link_attributes(target, numbers)
        return "<a" + "".join(f' {name}="{value}"' for name, value in attributes.items()) + ">"

    return opening


def field_values(page: PageFile, words: Words, numbers: PageNumbers) -> dict[str, Any]:
    """Returns the values of the fields with words that the file fills, by name."""
    opening = opening_tag(numbers)
    values: dict[str, Any] = {}
    for name, value in words.fields.items():
        if isinstance(value, Text):
            values[name] = value.html(opening)
        elif isinstance(value, list):
            values[name] = json.dumps(
                [
                    {"type": block, "value": _raw(content, (number, block), page, name, opening), "id": identity}
                    for number, block, content, identity in _blocks(page, name, value)
                ]
            )
        else:
            values[name] = value
    return values


def strings(page: PageFile, words: Words) -> dict[str, list[String]]:
    """Returns the strings by path, in order, as wagtail-localize extracts them from the page."""
    found: dict[str, list[String]] = {}
    for name, value in words.fields.items():
        if isinstance(value, list):
            for number, block, content, identity in _blocks(page, name, value):
                found |= dict(_paths(content, f"{name}.{identity}", (number, block), page, name))
        else:
            found |= dict(_paths(value, name, (), page, name))
    return found


def _identity(page: PageFile, name: str, *place: object) -> str:
    """Returns an id for a block that is the same in every load."""
    return str(uuid.uuid5(_BLOCKS, "/".join([page.key, name, *map(str, place)])))


def _blocks(page: PageFile, name: str, value: list[tuple[str, Any]]) -> Iterator[tuple[int, str, Any, str]]:
    for number, (block, content) in enumerate(value):
        yield number, block, content, _identity(page, name, number, block)


def _raw(value: Any, place: tuple[object, ...], page: PageFile, name: str, opening: Callable[[str], str]) -> Any:
    if isinstance(value, Text):
        return value.html(opening)
    if isinstance(value, dict):
        return {key: _raw(part, (*place, key), page, name, opening) for key, part in value.items()}
    if isinstance(value, list):
        return [
            {
                "type": "item",
                "value": _raw(part, (*place, number), page, name, opening),
                "id": _identity(page, name, *place, number),
            }
            for number, part in enumerate(value)
        ]
    return value


def _paths(
    value: Any, path: str, place: tuple[object, ...], page: PageFile, name: str
) -> Iterator[tuple[str, list[String]]]:
    if isinstance(value, Text):
        yield path, list(value.leaves)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _paths(part, f"{path}.{key}", (*place, key), page, name)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            identity = _identity(page, name, *place, number)
            yield from _paths(part, f"{path}.{identity}", (*place, number), page, name)
    elif value and not isinstance(value, Chosen):
        yield path, [value]

"""The words of a page in one language, read from its file and checked against the fields of its type."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from wagtail import blocks

from home.models import BasePage
from home.pages.reserved_slugs import DOORS
from home.translation.string_rules import markup_in
from services.content.read import schema
from services.content.read.markdown import NotAllowed, Text, parsed
from services.yaml_files.documents import Document, Report

READABLE_DOORS = DOORS - {"stroom", "beheer", "healthz", "readyz", "api", "static", "media"}


class Chosen(str):
    """A choice out of a list: not words, so it is the same in every language."""


@dataclass
class Words:
    """The words of one page in one language, field by field, ready to be compared and written.

    A plain field is a string, a rich field a Text; a stream is a list of (name of the block, value), whose values are
    made of these.
    """

    document: Document
    fields: dict[str, Any] = field(default_factory=dict)
    rows: list[tuple[tuple[str | int, ...], str, str]] = field(default_factory=list)
    """The rows that blocks name: the place, the kind and the slug of each."""


def texts_in(words: Words) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Yields every rich text in these words with its place."""

    def walk(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
        if isinstance(value, Text):
            yield place, value
        elif isinstance(value, dict):
            for name, part in value.items():
                yield from walk(part, (*place, name))
        elif isinstance(value, list):
            for number, part in enumerate(value):
                yield from walk(part, (*place, number))
        elif isinstance(value, tuple):  # a block: name and value
            yield from walk(value[1], (*place, value[0]))

    for name, value in words.fields.items():
        yield from walk(value, (name,))


def read_words(model: type[BasePage], document: Document, report: Report) -> Words:
    """Returns the words in a file, and reports what does not fit the fields of this page type."""
    words = Words(document)
    data = document.data.get("words") if isinstance(document.data, dict) else None
    if not isinstance(data, dict):
        report(document.fault("`words:` is missing"))
        return words
    known = schema.word_fields(model)
    for name in data:
        if name not in known:
            report(document.fault(f"a {model.__name__} has no such field", "words", name))
    for name, form in known.items():
        value = data.get(name)
        if value in (None, "", []):
            if form.required:
                report(document.fault("must be filled in", "words", name))
            continue
        if form.kind == schema.STREAM:
            words.fields[name] = _stream(model, name, value, words, report)
        elif not isinstance(value, str):
            report(document.fault("must be text", "words", name))
        elif form.kind == schema.RICH:
            words.fields[name] = _rich(value, document, ("words", name), report)
        else:
            words.fields[name] = _plain(value, form.max_length, document, ("words", name), report)
    return words


def only_words(value: str, document: Document, place: tuple[Any, ...], report: Report) -> None:
    """Reports markup and invisible characters in a text of any language."""
    part = markup_in(value)
    if part:
        report(document.fault(f"{part} cannot stand in a text", *place))


def _plain(value: str, longest: int | None, document: Document, place: tuple[Any, ...], report: Report) -> str:
    text = value.strip()
    only_words(value, document, place, report)
    if longest and len(text) > longest:
        report(document.fault(f"has {len(text)} characters, at most {longest} fit", *place))
    if "\n" in text:
        report(document.fault("must be one line", *place))
    return text


def _rich(value: str, document: Document, place: tuple[Any, ...], report: Report) -> Text:
    only_words(value, document, place, report)
    try:
        text = parsed(value)
    except NotAllowed as problem:
        report(document.fault(f"{problem} (line {problem.line + 1} of the text)", *place))
        return Text()
    for leaf in text.leaves:
        if any("](" in piece for piece in leaf.pieces if isinstance(piece, str)):
            report(document.fault(f"a link cannot be read (line {leaf.line + 1} of the text)", *place))
    for target in (target for leaf in text.leaves for target in leaf.targets):
        kind, _, rest = target.partition(":")
        if kind == "door":
            if rest.split("/")[0] not in READABLE_DOORS:
                report(document.fault(f"there is no door {rest}", *place))
        elif kind in {"https", "http"}:
            try:
                URLValidator(["https", "http"])(target)
            except ValidationError:
                report(document.fault(f"{target!r} is no address of a website", *place))
        elif kind != "page":
            bare = "." in target and ":" not in target and not target.startswith("/")
            meant = f"; was https://{target} meant?" if bare else ""
            report(document.fault(f"a link leads to page:, door: or https:, not to {target!r}{meant}", *place))
    return text


def _stream(model: type[BasePage], field_name: str, value: Any, words: Words, report: Report) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    document = words.document
    place = ("words", field_name)
    if not isinstance(value, list):
        report(document.fault("must be a list of blocks", *place))
        return found
    for number, item in enumerate(value):
        here = (*place, number)
        if not isinstance(item, dict) or len(item) != 1:
            report(document.fault("a block is one name with its words", *here))
            continue
        [(name, content)] = item.items()
        block = schema.block_of(model, field_name, name)
        if block is None:
            report(document.fault("there is no such block", *here, name))
            continue
        found.append((name, _block(block, content, words, (*here, name), report)))
    return found


def _block(block: blocks.Block, value: Any, words: Words, place: tuple[Any, ...], report: Report) -> Any:
    document = words.document
    if isinstance(block, blocks.ListBlock):
        if not isinstance(value, list):
            report(document.fault("must be a list", *place))
            return []
        return [_block(block.child_block, part, words, (*place, number), report) for number, part in enumerate(value)]
    if isinstance(block, blocks.StructBlock):
        if not isinstance(value, dict):
            report(document.fault(f"must have {', '.join(block.child_blocks)}", *place))
            return {}
        for name in value:
            if name not in block.child_blocks:
                report(document.fault("is not known here", *place, name))
        for name, child in block.child_blocks.items():
            if getattr(child, "required", False) and not value.get(name):
                report(document.fault("must be filled in", *place, name))
        return {
            name: _block(child, value[name], words, (*place, name), report)
            for name, child in block.child_blocks.items()
            if value.get(name)
        }
    if not isinstance(value, str):
        report(document.fault("must be text", *place))
        return ""
    if isinstance(block, blocks.ChoiceBlock):
        return _chosen(block, value, words, place, report)
    if isinstance(block, blocks.RichTextBlock):
        return _rich(value, document, place, report)
    text = _plain(value, getattr(block.field, "max_length", None), document, place, report)
    try:
        block.clean(block.normalize(text))
    except ValidationError as problem:
        report(document.fault(" ".join(problem.messages), *place))
    return text


def _chosen(block: blocks.ChoiceBlock, value: str, words: Words, place: tuple[Any, ...], report: Report) -> Chosen:
    """Returns a choice, and reports one that is not offered.

    Where the choices are rows (`refers` names their kind), the load checks it together with all other rows.
    """
    refers = getattr(block, "refers", "")
    if refers:
        words.rows.append((place, refers, value))
    else:
        allowed = {str(each) for each, _label in block.field.choices}
        if value not in allowed:
            words_for = ", ".join(sorted(allowed - {""}))
            report(words.document.fault(f"must be one of {words_for}", *place))
    return Chosen(value)

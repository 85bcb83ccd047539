"""Whether a translation matches the file that it translates: the same fields, blocks, links and facts."""

from collections import Counter
from typing import Any

from home.text.facts import FACT
from services.content.read.markdown import Leaf, Text
from services.content.read.schema import SOURCE
from services.content.read.words import Chosen, Words
from services.yaml_files.documents import Document, Report


def compare(source: Words, words: Words, report: Report) -> None:
    """Reports every field, block, link or fact in which a translation differs from its source."""
    for name in {**source.fields, **words.fields}:
        if name not in source.fields or name not in words.fields:
            where = words if name in source.fields else source
            report(
                where.document.fault(f"stands only in one of {SOURCE} and {words.document.path.stem}", "words", name)
            )
            continue
        _compare_values(source.fields[name], words.fields[name], words.document, ("words", name), report)


def _compare_values(one: Any, other: Any, document: Document, place: tuple[Any, ...], report: Report) -> None:
    if isinstance(one, Text) and isinstance(other, Text):
        if one.structure != other.structure:
            theirs = f"{_shape(other)}, in {SOURCE} {_shape(one)}"
            report(document.fault(f"has other paragraphs and lists: {theirs}", *place))
            return
        for leaf, translated in zip(one.leaves, other.leaves, strict=True):
            _compare_leaves(leaf, translated, document, place, report)
    elif isinstance(one, dict) and isinstance(other, dict) and set(one) == set(other):
        for name in one:
            _compare_values(one[name], other[name], document, (*place, name), report)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (part, translated) in enumerate(zip(one, other, strict=True)):
            _compare_values(part, translated, document, (*place, number), report)
    elif isinstance(one, tuple) and isinstance(other, tuple) and one[0] == other[0]:
        _compare_values(one[1], other[1], document, (*place, one[0]), report)
    elif isinstance(one, Chosen):
        if one != other:
            report(document.fault(f"must be {one}, as in {SOURCE}", *place))
    elif isinstance(one, str) and isinstance(other, str):
        compare_facts(one, other, document, place, report)
    else:
        report(document.fault(f"has other blocks than in {SOURCE}", *place))


def _compare_leaves(one: Leaf, other: Leaf, document: Document, place: tuple[Any, ...], report: Report) -> None:
    if sorted(one.targets) != sorted(other.targets):
        theirs = f"{other.targets}, in {SOURCE} {one.targets}"
        report(document.fault(f"has other links: {theirs} (line {other.line + 1} of the text)", *place))
    texts = [" ".join(part for part in leaf.pieces if isinstance(part, str)) for leaf in (one, other)]
    compare_facts(texts[0], texts[1], document, place, report, f" (line {other.line + 1} of the text)")


def compare_facts(
    one: str, other: str, document: Document, place: tuple[Any, ...], report: Report, where: str = ""
) -> None:
    """Reports the facts that a translated text lacks, or has beyond those of the source."""
    asked, given = Counter(FACT.findall(one)), Counter(FACT.findall(other))
    if asked != given:
        differ = [f"{slug} is missing" for slug in asked - given] + [f"{slug} is too many" for slug in given - asked]
        report(document.fault(f"names other facts than in {SOURCE}: {', '.join(differ)}{where}", *place))


def _shape(text: Text) -> str:
    kinds = [leaf.kind for leaf in text.leaves]
    return " ".join(kinds) or "nothing"

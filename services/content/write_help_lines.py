"""Writing help lines: the Dutch words, and the translations of them."""

from typing import Any

from wagtail.models import Locale

from services.content.help_lines import HelpLineFile
from services.content.localize import edited_by_hand, hand_over, note_in_log, write_strings
from services.content.schema import SOURCE
from services.content.write_rows import Outcome, values_hash
from services.models import Fact, HelpLine, LoadedRow

WORDS = ("name", "purpose", "hours")


def write_help_lines(files: list[HelpLineFile], locales: dict[str, Locale], outcome: Outcome) -> None:
    """Writes every help line in every language that nobody else changed."""
    loaded = {(each.kind, each.slug): each for each in LoadedRow.objects.filter(kind__startswith="helpline")}
    facts = {fact.slug: fact for fact in Fact.objects.all()}
    present = _present(locales[SOURCE])
    for order, file in enumerate(files, start=1):
        values = {**file.words[SOURCE], "order": order * 10}
        line = present.get(file.slug)
        verdict = _verdict("helpline", file.slug, _values(line), values, loaded, outcome)
        if verdict:
            line = line or HelpLine(locale=locales[SOURCE], fact=facts[file.slug])
            _save(line, values)
            present[file.slug] = line
    for code, locale in locales.items():
        if code != SOURCE:
            _write_translations(files, present, code, locale, locales[SOURCE], loaded, outcome)


def _write_translations(
    files: list[HelpLineFile],
    originals: dict[str, HelpLine],
    code: str,
    locale: Locale,
    source_locale: Locale,
    loaded: dict[tuple[str, str], LoadedRow],
    outcome: Outcome,
) -> None:
    present = _present(locale)
    by_hand = edited_by_hand(locale)
    chosen: list[tuple[HelpLineFile, HelpLine]] = []
    for file in files:
        original = originals.get(file.slug)
        if original is None or code not in file.words:
            continue
        values = {**file.words[code], "order": original.order}
        if original.translation_key in by_hand:
            outcome.left_alone.append(f"helpline:{code} {file.slug}")
        elif _verdict(f"helpline:{code}", file.slug, _values(present.get(file.slug)), values, loaded, outcome):
            line = present.get(file.slug) or HelpLine(
                locale=locale, fact=original.fact, translation_key=original.translation_key
            )
            _save(line, values)
            chosen.append((file, original))
    sources = hand_over([original for _file, original in chosen], source_locale)
    texts: list[Any] = [
        (sources[original.translation_key], {name: [text] for name, text in file.words[code].items() if text})
        for file, original in chosen
    ]
    write_strings(texts, locale, {})
    note_in_log(((source, None) for source, _strings in texts), locale)


def _present(locale: Locale) -> dict[str, HelpLine]:
    return {line.fact.slug: line for line in HelpLine.objects.filter(locale=locale).select_related("fact")}


def _values(line: HelpLine | None) -> dict[str, Any] | None:
    return {name: getattr(line, name) for name in (*WORDS, "order")} if line else None


def _save(line: HelpLine, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(line, name, value)
    line.save()


def _verdict(
    kind: str,
    slug: str,
    present: dict[str, Any] | None,
    wanted: dict[str, Any],
    loaded: dict[tuple[str, str], LoadedRow],
    outcome: Outcome,
) -> bool:
    """Whether to write, noting it as loaded."""
    row = loaded.get((kind, slug))
    name, wanted_hash = f"{kind} {slug}", values_hash(wanted)
    if row is None and present is None:
        LoadedRow.objects.create(kind=kind, slug=slug, hash=wanted_hash)
        outcome.made.append(name)
        return True
    if row is None or present is None or values_hash(present) != row.hash:
        outcome.left_alone.append(name)
        return False
    if row.hash == wanted_hash:
        outcome.same += 1
        return False
    row.hash = wanted_hash
    row.save(update_fields=["hash"])
    outcome.changed.append(name)
    return True

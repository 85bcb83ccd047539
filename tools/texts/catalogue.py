"""The catalogues themselves: read, brought in step with the source, compiled."""

from collections.abc import Iterator
from pathlib import Path

import polib

from tools.texts.rules import CATALOGUES, PLURALS
from tools.texts.source import CannotRead, Key, Texts, texts_in


def files_of(catalogue: str) -> Iterator[tuple[str, str]]:
    """Yields the languages of a catalogue, each with the name of its file."""
    folder, languages = CATALOGUES[catalogue]
    for language in languages:
        yield language, f"{folder}/{language}/LC_MESSAGES/django.po"


def read(path: Path) -> polib.POFile:
    """Returns the catalogue in this file, an empty one when there is none. Raises CannotRead for a damaged file."""
    if not path.exists():
        return polib.POFile(wrapwidth=0)
    try:
        return polib.pofile(str(path), wrapwidth=0, encoding="utf-8")
    except (OSError, ValueError) as problem:
        raise CannotRead(f"{path}: {problem}") from problem


def key_of(entry: polib.POEntry) -> Key:
    """Returns the text and its context, which tell an entry from all others in its catalogue."""
    return entry.msgid, entry.msgctxt or ""


def forms(entry: polib.POEntry) -> list[str]:
    """Returns the translation, in each of its plural forms when it has them."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def merged(old: polib.POFile, texts: Texts, language: str, catalogue: str) -> polib.POFile:
    """Returns the catalogue as it must be for these texts, with the translations of the old one."""
    new = polib.POFile(wrapwidth=0, encoding="utf-8")
    new.header = f"Texts for {catalogue}, {language}. `make messages` keeps them in step with the source."
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    known: dict[Key, polib.POEntry] = {}
    for entry in old:
        if not entry.obsolete and (key_of(entry) not in known or not any(forms(known[key_of(entry)]))):
            known[key_of(entry)] = entry
    for key in sorted(texts):
        text, kept = texts[key], known.get(key)
        entry = polib.POEntry(
            msgid=text.msgid,
            msgctxt=text.context or None,
            msgid_plural=text.plural,
            comment="\n".join(text.notes),
            tcomment=kept.tcomment if kept else "",
            occurrences=[(name, "") for name in sorted(text.files)],
            flags=["fuzzy"] if kept and kept.fuzzy else [],
        )
        if text.plural:
            before = kept.msgstr_plural if kept else {}
            number = int(PLURALS[language].removeprefix("nplurals=")[0])
            entry.msgstr_plural = {form: before.get(form, "") for form in range(number)}
        else:
            entry.msgstr = kept.msgstr if kept else ""
        if language == "en" and not any(forms(entry)):
            entry.msgstr_plural = {0: text.msgid, 1: text.plural} if text.plural else {}
            entry.msgstr = "" if text.plural else text.msgid
        new.append(entry)
    return new


def update(house: Path) -> list[str]:
    """Brings every catalogue in step with the source; returns a line for each file that changed."""
    changed = []
    texts = texts_in(house)
    for catalogue in CATALOGUES:
        for language, name in files_of(catalogue):
            path = house / name
            old = read(path)
            new = merged(old, texts[catalogue], language, catalogue)
            if path.exists() and path.read_text(encoding="utf-8") == str(new):
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(new), encoding="utf-8", newline="\n")
            before, after = {key_of(entry) for entry in old}, set(texts[catalogue])
            empty = sum(not all(forms(entry)) for entry in new)
            changed.append(f"{name}: {len(after - before)} new, {len(before - after)} gone, {empty} to translate")
    return changed


def compile_all(house: Path) -> int:
    """Writes the .mo beside each .po; returns how many."""
    number = 0
    for path in sorted((house / "locales").rglob("*.po")):
        binary, fresh = path.with_suffix(".mo"), path.with_suffix(".mo.new")
        fresh.write_bytes(read(path).to_binary())
        # In one step, so that a server that starts now never reads half a catalogue.
        fresh.replace(binary)
        number += 1
    return number

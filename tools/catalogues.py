"""Keeps the catalogues in locales/: `update`, `compile` and `check`.

`update` brings them in step with the source, `compile` makes what is read at run time, `check` tells what is wrong and
ends with 1 when something is. Residents' texts stand in locales/<language>, staff's in locales/staff/<language>. Texts
in the source are English.

`compile` needs only requirements/run.txt; the others also Babel. None needs the gettext programs.
"""

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

import polib

from tools.texts.catalogue import compile_all, files_of, forms, key_of, merged, read, update
from tools.texts.faults import faults, shown
from tools.texts.rules import CATALOGUES, HOUSE, LATER, RESIDENTS, STAFF
from tools.texts.source import CannotRead, Key, Texts, catalogues_of, is_template, sources, texts_in
from tools.texts.style import content_unlike_the_style, unlike_the_style
from tools.texts.visible import USES, untranslated


@dataclass
class Report:
    """What is wrong, and what is still to be done in a language that need not be complete."""

    wrong: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)


def check(house: Path) -> Report:
    """Returns everything that is wrong with the catalogues and with the words in residents' templates."""
    report = Report()
    try:
        texts = texts_in(house)
        filled: dict[str, dict[str, dict[Key, list[str]]]] = {}
        for catalogue in CATALOGUES:
            for language, name in files_of(catalogue):
                new = _check_file(house, name, language, catalogue, texts[catalogue], report)
                filled.setdefault(language, {})[catalogue] = {key_of(entry): forms(entry) for entry in new}
        report.wrong += content_unlike_the_style(house, sorted(filled))
    except CannotRead as problem:
        report.wrong.append(str(problem))
        return report
    for language, by_catalogue in filled.items():
        staff = by_catalogue.get(STAFF, {})
        for key, words in by_catalogue[RESIDENTS].items():
            # One catalogue is read over the other at run time; a context keeps two meanings apart.
            if all(words) and all(staff.get(key, [""])) and staff[key] != words:
                report.wrong.append(f"{language}: “{key[0]}” has two translations, for residents and for staff")
    expected = {name for catalogue in CATALOGUES for _language, name in files_of(catalogue)}
    there = {path.relative_to(house).as_posix() for path in (house / "locales").rglob("*.po")}
    report.wrong += [f"{name}: belongs to no catalogue" for name in sorted(there - expected)]
    templates = [name for name in sources(house) if is_template(name)]
    for name in templates:
        if RESIDENTS in catalogues_of(name):
            source = (house / name).read_text(encoding="utf-8")
            report.wrong += [
                f"{name}:{line}: cannot be translated: “{words}”"
                for line, words in untranslated(source, html=name.endswith(".html"))
            ]
            used = {f"/templates/{inner}" for inner in USES.findall(source)}
            report.wrong += [
                f"{name}: uses {inner}, whose texts are in staff's catalogue only"
                for inner in templates
                if any(f"/{inner}".endswith(end) for end in used) and RESIDENTS not in catalogues_of(inner)
            ]
    return report


def _check_file(
    house: Path, name: str, language: str, catalogue: str, texts: Texts, report: Report
) -> list[polib.POEntry]:
    path = house / name
    if not path.exists():
        (report.later if language in LATER else report.wrong).append(f"{name}: not there yet")
        return []
    old = read(path)
    new = merged(old, texts, language, catalogue)
    known = {key_of(entry) for entry in old if not entry.obsolete}
    wrong = [f"obsolete: {shown(entry)}" for entry in old if entry.obsolete]
    gone = (entry for entry in old if not entry.obsolete and key_of(entry) not in texts)
    wrong += [f"no longer in the source: {shown(entry)}" for entry in gone]
    waiting: list[str] = []
    for entry in new:
        if key_of(entry) not in known:
            files = ", ".join(file for file, _line in entry.occurrences)
            wrong.append(f"not in the catalogue yet: {shown(entry)} of {files}")
        elif entry.fuzzy:
            waiting.append(f"fuzzy: {shown(entry)}")
        elif not all(forms(entry)):
            waiting.append(f"not translated: {shown(entry)}")
        wrong += [f"{fault}: {shown(entry)}" for fault in faults(entry, language)]
        wrong += [
            f"{fault}: {shown(entry)}" for words in forms(entry) for fault in unlike_the_style(words, house, language)
        ]
    if not wrong and path.read_text(encoding="utf-8") != str(new):
        wrong.append("is not as `update` writes it")
    if language in LATER:
        if waiting:
            report.later.append(f"{name}: {len(waiting)} of {len(new)} texts wait for a translation")
    else:
        wrong += waiting
    report.wrong += [f"{name}: {words}" for words in wrong]
    return list(new)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["update", "compile", "check"])
    parser.add_argument("--house", type=Path, default=HOUSE, help="the folder to work in, instead of this project")
    chosen = parser.parse_args(arguments)
    house: Path = chosen.house.resolve()
    try:
        match chosen.task:
            case "update":
                print("\n".join(update(house)) or "nothing changed")
            case "compile":
                print(f"{compile_all(house)} catalogues compiled")
            case "check":
                report = check(house)
                end = "the catalogues are complete"
                if report.wrong:
                    end = f"{len(report.wrong)} wrong; `make messages` brings the catalogues in step with the source"
                print(*(f"later: {line}" for line in report.later), *report.wrong, end, sep="\n")
                return 1 if report.wrong else 0
    except CannotRead as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""The catalogues in locales/: `update` brings them in step with the source, `compile` makes what is read at run
time, `check` tells what is wrong and ends with 1 when something is.

Residents' texts stand in locales/<language>, staff's in locales/staff/<language>. Texts in the source are English.
`compile` needs only requirements/run.txt; the others also Babel. None needs the gettext programs.
"""

import argparse
import ast
import gettext
import os
import re
import sys
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import polib

HOUSE = Path(__file__).resolve().parents[1]

# --- what may change -------------------------------------------------------------------------------------

# Must be complete. A language of LATER is only reported; when it is complete, move it.
REQUIRED = ("nl", "en", "ar", "tr", "pl", "uk")
LATER: tuple[str, ...] = ()

RESIDENTS, STAFF = "residents", "staff"
BOTH = (RESIDENTS, STAFF)
# Where each catalogue stands, and in which languages.
CATALOGUES = {RESIDENTS: ("locales", REQUIRED + LATER), STAFF: ("locales/staff", ("nl", "en"))}

# Whose texts a source file holds: the first pattern that fits decides. A `*` goes through folders too.
BELONGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("questions/statuses.py", BOTH),
    # Mail that residents get; the rest of questions/mail is read by staff.
    ("questions/mail/templates/*", (RESIDENTS,)),
    ("questions/mail/deliver.py", (RESIDENTS,)),
    ("questions/mail/*", (STAFF,)),
    ("questions/reachability/templates/reachability/public*.html", (RESIDENTS,)),
    ("questions/reachability/public.py", (RESIDENTS,)),
    ("questions/reachability/*", (STAFF,)),
    ("questions/desk/*", (STAFF,)),
    ("questions/models/*", (STAFF,)),
    ("questions/permissions.py", (STAFF,)),
    ("services/content/*", (STAFF,)),
    # What an editor reads when a slug or hours are refused.
    ("home/doors.py", (STAFF,)),
    ("services/calendar_forms.py", (STAFF,)),
    ("*/models.py", (STAFF,)),
    ("*/models/*.py", (STAFF,)),
    ("*/blocks.py", (STAFF,)),
    ("*/wagtail_hooks.py", (STAFF,)),
    ("*/apps.py", (STAFF,)),
    ("*/checks.py", (STAFF,)),
    ("*/management/*", (STAFF,)),
    ("*templates/wagtailadmin/*", (STAFF,)),
    ("home/templates/home/admin/*", (STAFF,)),
    ("*", (RESIDENTS,)),
)
# Folders without texts: at the top, and anywhere.
SKIPPED_AT_TOP = ("tools", "var", "locales", "content", "docs", "static", "requirements")
SKIPPED = ("tests", "migrations", "node_modules", "__pycache__")

# As Django's own catalogues have them: only with the same rule are ours merged over Django's and Wagtail's.
PLURALS = {
    "nl": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;",
    "tr": "nplurals=2; plural=(n > 1);",
    "pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : "
    "n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "uk": "nplurals=4; plural=(n % 1 == 0 && n % 10 == 1 && n % 100 != 11 ? 0 : "
    "n % 1 == 0 && n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : "
    "n % 1 == 0 && (n % 10 ==0 || (n % 10 >=5 && n % 10 <=9) || (n % 100 >=11 && n % 100 <=14 )) ? 2: 3);",
}

# Stay as they are in every language and in any script, and may stand in a template as they are.
NAMES = (
    *("PDF", "QR", "SMS", "WhatsApp", "DigiD", "BSN", "Wmo", "Wams", "JavaScript", "WCAG", "EN 301 549"),
    *("Veilig Thuis", "Juridisch Loket", "Kindertelefoon", "Slachtofferhulp Nederland", "Centrum Seksueel Geweld"),
    *("Zwolle", "IJsselland", "Sociaal Wijkteam", "Sociaal Raadslieden", "De Kern", "Op Orde", "Tiem", "Taalpunt"),
    *("Travers Welzijn", "WIJZ", "ZwolleDoet", "Samen Zwolle", "Wijkservicepunt", "Doorstroompunt"),
    *("Inkomensondersteuning", "IO", "GGD", "GGZ", "Autoriteit Persoonsgegevens", "NL Design System"),
    # An example of a reference.
    "K7M-4QX",
    *("Nederlands", "English", "Türkçe", "Polski"),
)

# Letters that look right to whoever writes another language in the same script.
STRANGE_LETTERS = {"uk": "ыэъёЫЭЪЁ", "ar": "یکۀہھ"}
# Words that no sentence in Dutch, Turkish or Polish has.
ENGLISH = frozenset(("the", "and", "your", "you", "with", "this", "that", "please", "cannot", "which", "what", "when"))
LATIN_SCRIPT = ("nl", "tr", "pl")

# In a template these hold words that somebody sees or hears.
SPOKEN_ATTRIBUTES = frozenset(
    (
        *("title", "alt", "placeholder", "label"),
        *("aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext"),
    )
)
# Arguments of include, with and our own tags that are shown.
SHOWN_ARGUMENT = re.compile(
    r"""\b(?:label|title|text|heading|alt|placeholder|hint|help|message|summary|description)=("[^"]*"|'[^']*')(?=\s|$)"""
)
# Blocks that a page fills with part of an attribute.
ATTRIBUTE_BLOCK = re.compile(r"^block\s+\w*(?:class|classes|attributes|attrs)$")

# --- whose text a file holds -----------------------------------------------------------------------------

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NOTE_TO_TRANSLATORS = "Translators"

Key = tuple[str, str]


class CannotRead(Exception):
    """A file in which a text would be lost; the words say which and why."""


class Found(NamedTuple):
    """One call for a translation in a source file."""

    msgid: str
    plural: str = ""
    context: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Text:
    """A text of a catalogue, with every file that asks for it."""

    msgid: str
    context: str = ""
    plural: str = ""
    files: set[str] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)


Texts = dict[Key, Text]


def catalogues_of(name: str) -> tuple[str, ...]:
    """The catalogues that the texts of this source file go into."""
    return next(catalogues for pattern, catalogues in BELONGS if fnmatchcase(name, pattern))


def is_template(name: str) -> bool:
    """Whether this file is a template, in HTML or in plain text."""
    return name.endswith((".html", ".txt")) and "/templates/" in f"/{name}"


def sources(house: Path) -> Iterator[str]:
    """The names of the source files that may hold texts, in a fixed order."""
    for folder, inner, files in os.walk(house):
        skipped = SKIPPED + SKIPPED_AT_TOP * (Path(folder) == house)
        inner[:] = sorted(name for name in inner if name not in skipped and name[0] != ".")
        for file in sorted(files):
            name = (Path(folder) / file).relative_to(house).as_posix()
            if name.endswith(".py") or is_template(name):
                yield name


# --- the texts in a file ---------------------------------------------------------------------------------


def _calls(code: str, keywords: dict[str, Any]) -> Iterator[Found]:
    from babel.messages.extract import extract

    for _line, words, notes, context in extract("python", BytesIO(code.encode()), keywords, (NOTE_TO_TRANSLATORS,)):
        msgid, plural = (words, "") if isinstance(words, str) else words
        yield Found(msgid, plural, context or "", (" ".join(notes),) if notes else ())


def texts_of_python(code: str, name: str) -> list[Found]:
    """The texts that a Python file asks for."""
    try:
        tree = ast.parse(code)
    except SyntaxError as problem:
        raise CannotRead(f"{name}:{problem.lineno}: {problem.msg}") from problem
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for alias in node.names:
                if alias.name in KEYWORDS and (alias.asname or alias.name) not in KEYWORDS:
                    raise CannotRead(f"{name}:{node.lineno}: {alias.asname} is not read as {alias.name}")
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = node.args[: len(KEYWORDS.get(called) or "1")]
            if called in KEYWORDS and any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in words):
                raise CannotRead(f"{name}:{node.lineno}: {called}() needs the text itself; fill it in afterwards")
    return list(_calls(code, KEYWORDS))


def texts_of_template(source: str, name: str) -> list[Found]:
    """The texts that a template asks for."""
    from django.utils.translation import TranslatorCommentWarning
    from django.utils.translation.template import templatize

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", TranslatorCommentWarning)
            code = templatize(source, origin=name)
    except (SyntaxError, TranslatorCommentWarning) as problem:
        raise CannotRead(f"{name}: {problem}") from problem
    # Indentation of the HTML would be indentation of Python.
    code = "\n".join(line.lstrip() for line in code.split("\n"))
    tags = {keyword: spec for keyword, spec in KEYWORDS.items() if keyword != "_"}
    # Django doubles a percent sign when it looks up _("…") too, but templatize does not.
    constants = (found._replace(msgid=found.msgid.replace("%", "%%")) for found in _calls(code, {"_": None}))
    try:
        texts = [*_calls(code, tags), *constants]
    except (tokenize.TokenError, SyntaxError) as problem:
        raise CannotRead(f"{name}: {problem}") from problem
    # A note on the line of a tag, or a | in _("…"), takes a text along without a word.
    asked = len(re.findall(r"(?<!\w)(?:n?p?gettext|_)\(", code))
    if len(texts) != asked:
        raise CannotRead(f"{name}: {asked} texts are asked for, {len(texts)} can be read")
    for found in texts:
        if found.msgid.endswith("\\"):
            raise CannotRead(f"{name}: a quote inside “{found.msgid}”: use blocktranslate")
    return texts


def texts_in(house: Path) -> dict[str, Texts]:
    """Every text of the source, per catalogue."""
    texts: dict[str, Texts] = {catalogue: {} for catalogue in CATALOGUES}
    for name in sources(house):
        source = (house / name).read_text(encoding="utf-8")
        for found in (texts_of_template if is_template(name) else texts_of_python)(source, name):
            for catalogue in catalogues_of(name):
                text = texts[catalogue].setdefault(
                    (found.msgid, found.context), Text(found.msgid, found.context, found.plural)
                )
                if found.plural and text.plural and found.plural != text.plural:
                    raise CannotRead(f"{name}: “{found.msgid}” has another plural in {min(text.files)}")
                text.plural = text.plural or found.plural
                text.files.add(name)
                text.notes |= dict.fromkeys(found.notes)
    return texts


# --- the catalogues --------------------------------------------------------------------------------------


def files_of(catalogue: str) -> Iterator[tuple[str, str]]:
    """The languages of a catalogue, each with the name of its file."""
    folder, languages = CATALOGUES[catalogue]
    for language in languages:
        yield language, f"{folder}/{language}/LC_MESSAGES/django.po"


def read(path: Path) -> polib.POFile:
    """A catalogue; an empty one when there is no file yet."""
    if not path.exists():
        return polib.POFile(wrapwidth=0)
    try:
        return polib.pofile(str(path), wrapwidth=0, encoding="utf-8")
    except (OSError, ValueError) as problem:
        raise CannotRead(f"{path}: {problem}") from problem


def key_of(entry: polib.POEntry) -> Key:
    """What tells an entry from all others in its catalogue."""
    return entry.msgid, entry.msgctxt or ""


def forms(entry: polib.POEntry) -> list[str]:
    """The translation, in each of its plural forms when it has them."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def merged(old: polib.POFile, texts: Texts, language: str, catalogue: str) -> polib.POFile:
    """The catalogue as it must be for these texts, with the translations of the old one."""
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
    """Brings every catalogue in step with the source; a line for each file that changed."""
    told = []
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
            told.append(f"{name}: {len(after - before)} new, {len(before - after)} gone, {empty} to translate")
    return told


def compile_all(house: Path) -> int:
    """Writes the .mo beside each .po; says how many."""
    number = 0
    for path in sorted((house / "locales").rglob("*.po")):
        binary, fresh = path.with_suffix(".mo"), path.with_suffix(".mo.new")
        fresh.write_bytes(read(path).to_binary())
        # In one step, so that a server that starts now never reads half a catalogue.
        fresh.replace(binary)
        number += 1
    return number


# --- what may be wrong with a translation ----------------------------------------------------------------

_FORMAT = r"%\([^)]*\)[-+0 #]*\d*(?:\.\d+)?[a-zA-Z]|%(?:\.\d+)?[sdifr]"
_TAG = r"</?[a-zA-Z][^<>]*>"
_HOLDER = re.compile(rf"%%|{_FORMAT}|\{{[^{{}}\s]*\}}|{_TAG}")
_NO_WORDS = re.compile(
    rf"{_FORMAT}|\{{[^{{}}\s]*\}}|{_TAG}|&#?\w+;|https?://\S+|\S+@\S+\.\w+|\b(?:[\w-]+\.)+(?:nl|org|eu|com)\b(?:/\S*)?"
)
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[ '’-][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _names() -> re.Pattern[str]:
    names = sorted(map(re.escape, NAMES), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def own_words(text: str) -> str:
    """A text without what stays the same in every language: placeholders, tags, addresses, names."""
    return _names().sub(" ", _NO_WORDS.sub(" ", text))


def placeholders(text: str) -> Counter[str]:
    """What must come back in the translation: %(name)s, %s, {name}, tags, doubled percent signs."""
    return Counter(_HOLDER.findall(text))


@cache
def _for_one_number(language: str) -> frozenset[int]:
    """The plural forms that stand for one number only, so that they may say it in words."""
    rule = gettext.c2py(PLURALS[language].partition("plural=")[2].rstrip(";"))
    return frozenset(form for form, times in Counter(map(rule, range(1001))).items() if times == 1)


def _fits(entry: polib.POEntry, form: int | None, words: str, language: str) -> bool:
    got = placeholders(words)
    if form is None:
        return got == placeholders(entry.msgid)
    wanted = placeholders(entry.msgid_plural)
    if got == wanted:
        return True
    left_out = wanted - got
    number_in_words = not got - wanted and len(left_out) == 1 and next(iter(left_out))[0] in "%{"
    return form in _for_one_number(language) and (got == placeholders(entry.msgid) or number_in_words)


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def faults(entry: polib.POEntry, language: str) -> Iterator[str]:
    """What is wrong with a translation that is there."""
    words_of = entry.msgstr_plural.items() if entry.msgid_plural else [(None, entry.msgstr)]
    for form, words in words_of:
        if not words:
            continue
        where = "" if form is None else f" in form {form}"
        source = entry.msgid if form in (None, 0) else entry.msgid_plural
        if not _fits(entry, form, words, language):
            yield f"other placeholders{where}: {_listed(placeholders(source))} became {_listed(placeholders(words))}"
        elif re.search(_FORMAT, source) and "%" in _HOLDER.sub("", words) and "%" not in _HOLDER.sub("", source):
            yield f"a bare percent sign{where}: write %%"
        if _ends(words) != _ends(source):
            yield f"other spaces or line ends at its ends{where}"
        own = own_words(words)
        if strange := sorted(set(own) & set(STRANGE_LETTERS.get(language, ""))):
            yield f"letters of another language{where}: {' '.join(strange)}"
        if language in ("ar", "uk") and (latin := _LATIN.findall(own)):
            yield f"Latin letters{where}: {', '.join(latin)}"
        if language in LATIN_SCRIPT:
            if english := sorted(ENGLISH & {word.lower() for word in _WORD.findall(own)}):
                yield f"still English{where}: {', '.join(english)}"
            elif words == source and len(_WORD.findall(own)) > 1:
                yield f"still English{where}"


def _listed(holders: Counter[str]) -> str:
    return " ".join(sorted(holders.elements())) or "none"


def _shown(entry: polib.POEntry) -> str:
    text = " ".join(entry.msgid.split())
    text = text if len(text) <= 80 else text[:79] + "…"
    return f"“{text}”" + (f" ({entry.msgctxt})" if entry.msgctxt else "")


# --- words in a template that nobody can translate -------------------------------------------------------

_USES = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
# Stands for what a template tag prints. No letter, and may stand in the name of a tag or attribute.
_MARK = "\ufffc"
_SPOKEN_FILTER = re.compile(r"""\|\s*(?:default|default_if_none|yesno|pluralize)\s*:\s*("[^"]*"|'[^']*')""")


class _Visible(HTMLParser):
    """Collects, with their line, the words of HTML that somebody sees or hears."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[tuple[int, str]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        values = {name.replace(_MARK, ""): value or "" for name, value in attrs}
        spoken = [value for name, value in values.items() if name in SPOKEN_ATTRIBUTES]
        if tag == "input" and values.get("type") in ("submit", "button", "reset"):
            spoken.append(values.get("value", ""))
        if tag == "meta" and values.get("name") == "description":
            spoken.append(values.get("content", ""))
        self.words += [(self.getpos()[0], value) for value in spoken]

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in ("script", "style")))

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            blank = len(data) - len(data.lstrip(_MARK + " \t\r\n"))
            self.words.append((self.getpos()[0] + data.count("\n", 0, blank), data))


def untranslated(source: str, *, html: bool = True) -> list[tuple[int, str]]:
    """The words of a template that stand outside the translation tags, each with its line."""
    from django.template.base import Lexer, TokenType

    found: list[tuple[int, str]] = []
    out: list[str] = []
    end = ""
    for token in Lexer(source).tokenize():
        words = token.contents
        tag = words.split(maxsplit=1)[0] if token.token_type is TokenType.BLOCK and words else ""
        # Line ends stay, so that the lines that are told are right.
        mark = "\n" * words.count("\n") + ("x" if out and out[-1].endswith(("<", "</")) else _MARK)
        if end:
            end = "" if tag == end else end
            out.append("\n" * words.count("\n"))
        elif token.token_type is TokenType.TEXT:
            out.append(words)
        elif token.token_type is TokenType.VAR:
            # A word that a filter would print stands where it would be printed: in a class attribute it is no text.
            spoken = [str(match)[1:-1] for match in _SPOKEN_FILTER.findall(words)]
            if re.search(r"\|\s*pluralize\s*$", words):
                spoken.append("s")
            out.append(" ".join([mark, *spoken]))
        elif tag in ("comment", "blocktranslate", "blocktrans"):
            end = "end" + tag
        elif tag == "block" and ATTRIBUTE_BLOCK.match(words):
            end = "endblock"
        elif tag:
            shown = (str(match)[1:-1] for match in SHOWN_ARGUMENT.findall(words))
            found += [(token.lineno or 1, value) for value in shown if re.search(r"[^\W\d_]{2}", value)]
            out.append(mark)
    if html:
        parser = _Visible()
        parser.feed("".join(out))
        parser.close()
        found += parser.words
    else:
        found += [(line, words) for line, words in enumerate("".join(out).split("\n"), 1)]
    plain = [(line, " ".join(words.replace(_MARK, " ").split())) for line, words in found]
    return sorted({(line, words) for line, words in plain if any(map(str.isalpha, own_words(words)))})


# --- the check -------------------------------------------------------------------------------------------


@dataclass
class Report:
    """What is wrong, and what is still to be done in a language that need not be complete."""

    wrong: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)


def check(house: Path) -> Report:
    """Everything that is wrong with the catalogues and with the words in residents' templates."""
    report = Report()
    try:
        texts = texts_in(house)
        filled: dict[str, dict[str, dict[Key, list[str]]]] = {}
        for catalogue in CATALOGUES:
            for language, name in files_of(catalogue):
                new = _check_file(house, name, language, catalogue, texts[catalogue], report)
                filled.setdefault(language, {})[catalogue] = {key_of(entry): forms(entry) for entry in new}
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
            used = {f"/templates/{inner}" for inner in _USES.findall(source)}
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
    wrong = [f"obsolete: {_shown(entry)}" for entry in old if entry.obsolete]
    gone = (entry for entry in old if not entry.obsolete and key_of(entry) not in texts)
    wrong += [f"no longer in the source: {_shown(entry)}" for entry in gone]
    waiting: list[str] = []
    for entry in new:
        if key_of(entry) not in known:
            files = ", ".join(file for file, _line in entry.occurrences)
            wrong.append(f"not in the catalogue yet: {_shown(entry)} of {files}")
        elif entry.fuzzy:
            waiting.append(f"fuzzy: {_shown(entry)}")
        elif not all(forms(entry)):
            waiting.append(f"not translated: {_shown(entry)}")
        wrong += [f"{fault}: {_shown(entry)}" for fault in faults(entry, language)]
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

"""Reads the rules and the words of the finder from the content folder, once per process."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from home.languages import source_code
from services.finder.rules import Rules
from services.finder.table import rules_of
from services.finder.words import FinderWords, Place, texts_of
from services.yaml_files.documents import Document, Fault, FaultyContent, read

FOLDER = "finder"
TABLE = "rules.yaml"


def folder() -> Path:
    """Returns the folder with the files of the finder."""
    return Path(settings.CONTENT_DIR) / FOLDER


@cache
def finder_rules(where: Path) -> Rules:
    """Returns the rules in this folder. Raises FaultyContent or FaultyRules when they have faults."""
    return rules_of(data_of(where / TABLE))


@cache
def finder_words(where: Path) -> FinderWords:
    """Returns the words in this folder, in every language that has a file. Raises FaultyContent."""
    codes = [code for code in settings.ALL_LANGUAGES if (where / f"{code}.yaml").is_file()]
    texts: dict[str, dict[Place, str]] = {source_code(): {}}
    for code in codes:
        texts[code] = dict(texts_of(data_of(where / f"{code}.yaml")))
    return FinderWords(texts)


def data_of(path: Path) -> Any:
    """Returns a file as plain values. Raises FaultyContent when it is missing or no YAML."""
    return document_of(path).data


def document_of(path: Path) -> Document:
    """Returns a file with the line of every value in it. Raises FaultyContent when it is missing or no YAML."""
    faults: list[Fault] = []
    if not path.is_file():
        raise FaultyContent([Fault(path, 1, "", "is not there")])
    document = read(path, faults.append)
    if faults:
        raise FaultyContent(faults)
    return document

"""The canned answers with which an installation begins, in `canned/` of the folder of content.

Dutch names each answer and its theme; the other languages only have its text. A person wrote none of the translations:
those that a colleague can read beside the Dutch are in use from the start, the others wait until somebody who reads
the language switches them on.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from home.languages import source_code
from home.text.facts import named_in
from questions.models import CannedAnswer
from services.models import Theme
from services.yaml_files.documents import Document, Fault, Report, read

FOLDER = "canned"
READ_BY_ALL = ("nl", "en")
"""Languages that every colleague reads, and so can judge before sending."""


def faults_in(folder: Path, themes: Collection[str], facts: Collection[str]) -> list[Fault]:
    """Returns the faults in the files of this folder: what is missing, and themes and facts that do not exist."""
    found: list[Fault] = []
    documents = _documents(folder, found.append)
    source = documents.get(source_code())
    for document in documents.values():
        for key, entry in _entries(document).items():
            text = entry.get("text")
            if not isinstance(text, str) or not text.strip():
                found.append(document.fault("has no text", key))
                continue
            gone = sorted(named_in([text]) - set(facts))
            found += [document.fault(f"there is no fact {slug}", key, "text") for slug in gone]
            if document is source:
                if not isinstance(entry.get("name"), str):
                    found.append(document.fault("has no name", key))
                if entry.get("theme", "") not in {"", *themes}:
                    found.append(document.fault(f"there is no theme {entry['theme']}", key, "theme"))
            elif source is not None and key not in _entries(source):
                found.append(document.fault(f"is not in {source.path.name}", key))
    return found


def load_first_answers(folder: Path) -> int:
    """Writes the canned answers of this folder where there are none yet, and returns how many.

    Once there are some, people manage them: what they changed or deleted stays so.
    """
    documents = _documents(folder, lambda fault: None)
    source = documents.get(source_code())
    if source is None:
        return 0
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    rows = [
        CannedAnswer(
            name=told["name"],
            theme=themes.get(told.get("theme", "")),
            language=language,
            text=entry["text"],
            active=language in READ_BY_ALL,
        )
        for language, document in documents.items()
        for key, entry in _entries(document).items()
        if (told := _entries(source).get(key))
    ]
    with transaction.atomic():
        return 0 if CannedAnswer.objects.exists() else len(CannedAnswer.objects.bulk_create(rows))


def _documents(folder: Path, report: Report) -> dict[str, Document]:
    """Returns the files of this folder by language; empty without such a folder."""
    paths = {code: folder / f"{code}.yaml" for code, _name in settings.LANGUAGES}
    return {code: read(path, report) for code, path in paths.items() if path.is_file()}


def _entries(document: Document) -> Mapping[str, dict[str, Any]]:
    if not isinstance(document.data, dict):
        return {}
    return {key: entry for key, entry in document.data.items() if isinstance(entry, dict)}

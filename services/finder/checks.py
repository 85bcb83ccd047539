"""System checks: a finder with a dead end or missing words does not start."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core import checks
from django.db import DatabaseError

from home.languages import source_code
from services.finder.faults import FaultyRules
from services.finder.files import TABLE, document_of, finder_rules, finder_words, folder
from services.finder.rules import Rules
from services.finder.table import rules_of
from services.finder.words import allowed, needed
from services.themes.models import Theme
from services.yaml_files.documents import Document, Fault, FaultyContent


@checks.register()
def every_answer_leads_to_somebody(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Returns an error per fault: a path that does not end, an ending nobody reaches, words missing in Dutch."""
    return [checks.Error(f"finder: {fault}", id="services.E001") for fault in faults_of(folder())]


def faults_of(where: Path) -> list[Fault]:
    """Returns the faults of the finder in this folder."""
    try:
        table = document_of(where / TABLE)
        rules = rules_of(table.data)
        words = finder_words.__wrapped__(where)
    except FaultyRules as faulty:
        return [table.fault(wrong.message, *wrong.place) for wrong in faulty.faults]
    except FaultyContent as faulty:
        return faulty.faults
    must, may = needed(rules), allowed(rules)
    absent = [place for place in sorted(must) if not words.texts[source_code()].get(place)]
    dutch = document_of(where / f"{source_code()}.yaml") if absent else Document(where)
    found = [dutch.fault("must be filled in", *place) for place in absent]
    for code, texts in words.texts.items():
        for place in sorted(set(texts) - must - may):
            found.append(document_of(where / f"{code}.yaml").fault("nobody asks for this text", *place))
    return found


def faults_for(where: Path, known: Mapping[str, set[str]]) -> list[Fault]:
    """Returns the faults of the finder in a folder of content, unknown names too; none when the folder has no finder.

    `known` has the names of all rows and pages by their kind.
    """
    if not where.is_dir():
        return []
    found = faults_of(where)
    if found:
        return found
    table = document_of(where / TABLE)
    return list(_unknown(rules_of(table.data), table, known))


def _unknown(rules: Rules, table: Document, known: Mapping[str, set[str]]) -> Iterator[Fault]:
    for theme in rules.themes:
        if theme not in known["theme"]:
            yield table.fault(f"there is no theme {theme}", "themes", theme)
    for key, ending in rules.endings.items():
        for page in ending.pages:
            if page not in known["page"]:
                yield table.fault(f"there is no page {page}", "endings", key, "pages")
    for key, helper in rules.helpers.items():
        if helper.fact and helper.fact not in known["fact"]:
            yield table.fault(f"there is no fact {helper.fact}", "helpers", key, "fact")


@checks.register(checks.Tags.database)
def every_theme_has_answers(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Returns a warning per active theme that is not in the table, and so cannot be chosen in the finder."""
    if not databases:
        return []
    try:
        themes = list(Theme.objects.active().values_list("slug", flat=True))
        known = finder_rules(folder()).themes
    except (DatabaseError, FaultyRules, FaultyContent):  # not migrated yet, or told by the other check
        return []
    return [
        checks.Warning(f"theme {slug!r} does not stand in the finder", hint="Add it to rules.yaml.", id="services.W001")
        for slug in themes
        if slug not in known
    ]

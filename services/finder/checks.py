"""System checks: a finder with a dead end, or without words, does not start."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core import checks
from django.db import DatabaseError

from home.languages import source_code
from services.content.files import Fault, FaultyContent
from services.finder.files import finder_rules, finder_words, folder
from services.finder.rules import Rules
from services.finder.table import FaultyRules
from services.finder.words import allowed, needed
from services.models import Theme


@checks.register()
def every_answer_leads_to_somebody(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """The table holds: every path ends, every ending is reached, and Dutch has all the words."""
    return faults_of(folder())


def faults_of(where: Path) -> list[checks.CheckMessage]:
    """What is wrong with the finder in this folder."""
    try:
        rules = finder_rules(where)
    except FaultyRules as faulty:
        return [checks.Error(f"finder: {fault}", id="services.E001") for fault in faulty.faults]
    except FaultyContent as faulty:
        return [checks.Error(f"finder: {fault}", id="services.E001") for fault in faulty.faults]
    return _faults_of_words(rules, where)


def faults_of_finder(where: Path) -> list[Fault]:
    """The same for who loads a folder of content; nothing when it has no finder."""
    return [Fault(where, 1, "", str(found.msg)) for found in faults_of(where)] if where.is_dir() else []


def _faults_of_words(rules: Rules, where: Path) -> list[checks.CheckMessage]:
    try:
        words = finder_words(where)
    except FaultyContent as faulty:
        return [checks.Error(f"finder: {fault}", id="services.E002") for fault in faulty.faults]
    must, may = needed(rules), allowed(rules)
    dutch = words.texts[source_code()]
    found: list[checks.CheckMessage] = [
        checks.Error(f"finder: {source_code()}.yaml has no {'.'.join(place)}", id="services.E002")
        for place in sorted(must)
        if not dutch.get(place)
    ]
    for code, texts in words.texts.items():
        for place in sorted(set(texts) - must - may):
            found.append(checks.Error(f"finder: {code}.yaml: nobody asks for {'.'.join(place)}", id="services.E003"))
    return found


@checks.register(checks.Tags.database)
def every_theme_has_answers(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """A theme that the table does not know cannot be chosen in the finder."""
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

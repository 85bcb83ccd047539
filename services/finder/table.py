"""The table of the finder as it was read, checked and joined into questions that follow on each other. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from services.content.flags import flag
from services.finder.rules import (
    DAILY_LIFE,
    DANGER,
    FIRST,
    OWN_STRENGTH,
    URGENCY,
    WEIGHTS,
    Ending,
    Helper,
    Key,
    Question,
    Rules,
    longest,
    places,
)

MOST_QUESTIONS = 6
"""Longer than this nobody goes on answering."""
COLUMNS = 4
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class FaultyRules(Exception):
    """The table cannot be used; `faults` says why, one sentence each."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


def rules_of(table: Any) -> Rules:
    """The rules in a table as it was read. Raises FaultyRules with everything that is wrong with it."""
    faults = list(_faults_in_shape(table)) or list(_faults_in_names(table))
    if faults:
        raise FaultyRules(faults)
    helpers = {key: Helper(key, **row) for key, row in table["helpers"].items()}
    endings = {
        key: Ending(
            key,
            row["weight"],
            main=tuple(helpers[name] for name in row["main"]),
            also=tuple(helpers[name] for name in row.get("also", ())),
            pages=tuple(row.get("pages", ())),
            sensitive=flag(row.get("sensitive")) is True,
        )
        for key, row in table["endings"].items()
    }
    rules = _joined(table, endings, helpers)
    faults = list(_faults_in_paths(rules))
    if faults:
        raise FaultyRules(faults)
    return rules


def _joined(table: Any, endings: Mapping[str, Ending], helpers: Mapping[str, Helper]) -> Rules:
    danger, today = endings[table["danger"]], endings[table["today"]]

    def asked(key: Key, leads_to: Mapping[str, Question | Ending]) -> Question:
        return Question(key, {**leads_to, DANGER: danger})

    def followed(row: str | list[str]) -> Question | Ending:
        if isinstance(row, str):
            return endings[row]
        self_, basis, team, special = (endings[name] for name in row)
        heavier = {
            name: asked(URGENCY, {"wachten": ending, "vandaag": today})
            for name, ending in (("matig", team), ("ernstig", special))
        }
        daily = asked(DAILY_LIFE, {"licht": basis, **heavier})
        return asked(OWN_STRENGTH, {"zelf": self_, "samen": basis, "vast": daily})

    themes: dict[str, Question | Ending] = {
        theme: asked(("themes", theme), {what: followed(row) for what, row in matters.items()})
        for theme, matters in table["themes"].items()
    }
    return Rules(asked(FIRST, themes), endings, helpers, tuple(themes))


# --- what can be wrong with a table ------------------------------------------------------------------------


def _faults_in_shape(table: Any) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield "the table must name themes, endings and helpers"
        return
    for part in ("themes", "endings", "helpers"):
        rows = table.get(part)
        if not isinstance(rows, Mapping) or not rows:
            yield f"`{part}:` is missing"
        elif not all(isinstance(row, Mapping) and row for row in rows.values()):
            yield f"`{part}:` has an empty row"
        else:
            yield from (f"{part}.{name}: is no name for a path" for name in rows if not _is_name(name))
    yield from (f"`{part}:` must name an ending" for part in ("danger", "today") if not _is_name(table.get(part)))


def _faults_in_names(table: Any) -> Iterator[str]:
    endings, helpers = table["endings"], table["helpers"]
    for part in ("danger", "today"):
        if table[part] not in endings:
            yield f"{part}: there is no ending {table[part]}"
    for theme, matters in table["themes"].items():
        for what, row in matters.items():
            place = f"themes.{theme}.{what}"
            if not _is_name(what) or what == DANGER:
                yield f"{place}: is no name for a path"
            if not isinstance(row, str) and not (isinstance(row, list) and len(row) == COLUMNS):
                yield f"{place}: one ending, or {COLUMNS} in the order of the table"
                continue
            named = [row] if isinstance(row, str) else row
            yield from (f"{place}: there is no ending {name}" for name in named if name not in [*endings])
    for name, row in endings.items():
        place = f"endings.{name}"
        if row.get("weight") not in WEIGHTS:
            yield f"{place}: weight must be one of {', '.join(WEIGHTS)}"
        if not row.get("main"):
            yield f"{place}: names nobody who helps"
        for helper in [*(row.get("main") or ()), *(row.get("also") or ())]:
            if helper not in helpers:
                yield f"{place}: there is no helper {helper}"
        yield from (f"{place}: {key} is not known" for key in row if key not in Ending.__dataclass_fields__)
        if "sensitive" in row and flag(row["sensitive"]) is None:
            yield f"{place}: sensitive must be true or false"
    for name, row in helpers.items():
        if "icon" not in row:
            yield f"helpers.{name}: has no icon"
        yield from (f"helpers.{name}: {key} is not known" for key in row if key not in Helper.__dataclass_fields__)


def _faults_in_paths(rules: Rules) -> Iterator[str]:
    if longest(rules.first) > MOST_QUESTIONS:
        yield f"a path has {longest(rules.first)} questions, at most {MOST_QUESTIONS} are answered"
    reached = {place.at.key for place in places(rules.first) if isinstance(place.at, Ending)}
    yield from (f"endings.{name}: no answer leads there" for name in rules.endings if name not in reached)
    helping = {helper.key for ending in rules.endings.values() for helper in (*ending.main, *ending.also)}
    yield from (f"helpers.{name}: no ending names it" for name in rules.helpers if name not in helping)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(_NAME.fullmatch(value))

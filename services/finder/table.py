"""Turns the table of the finder, as it was read, into questions that lead to each other, after checking it. Pure."""

from collections.abc import Mapping
from typing import Any

from services.finder.faults import FaultyRules, in_names, in_paths, in_shape
from services.finder.rules import (
    DAILY_LIFE,
    DANGER,
    FIRST,
    OWN_STRENGTH,
    URGENCY,
    Ending,
    FinderQuestion,
    Helper,
    Key,
    Rules,
)
from services.yaml_files.flags import flag


def rules_of(table: Any) -> Rules:
    """Returns the rules in a table as it was read. Raises FaultyRules with its faults."""
    faults = list(in_shape(table)) or list(in_names(table))
    if faults:
        raise FaultyRules(faults)
    helpers = {key: Helper(key, **row) for key, row in table["helpers"].items()}
    endings = {
        key: Ending(
            key,
            row["weight"],
            main=tuple(helpers[name] for name in row["main"]),
            also=tuple(helpers[name] for name in row.get("also") or ()),
            pages=tuple(row.get("pages") or ()),
            sensitive=flag(row.get("sensitive")) is True,
        )
        for key, row in table["endings"].items()
    }
    rules = _joined(table, endings, helpers)
    faults = list(in_paths(rules))
    if faults:
        raise FaultyRules(faults)
    return rules


def _joined(table: Any, endings: Mapping[str, Ending], helpers: Mapping[str, Helper]) -> Rules:
    danger, today = endings[table["danger"]], endings[table["today"]]

    def asked(key: Key, leads_to: Mapping[str, FinderQuestion | Ending]) -> FinderQuestion:
        return FinderQuestion(key, {**leads_to, DANGER: danger})

    def followed(row: str | list[str]) -> FinderQuestion | Ending:
        if isinstance(row, str):
            return endings[row]
        self_, basis, team, special = (endings[name] for name in row)
        heavier = {
            name: asked(URGENCY, {"wachten": ending, "vandaag": today})
            for name, ending in (("matig", team), ("ernstig", special))
        }
        daily = asked(DAILY_LIFE, {"licht": basis, **heavier})
        return asked(OWN_STRENGTH, {"zelf": self_, "samen": basis, "vast": daily})

    themes: dict[str, FinderQuestion | Ending] = {
        theme: asked(("themes", theme), {what: followed(row) for what, row in matters.items()})
        for theme, matters in table["themes"].items()
    }
    return Rules(asked(FIRST, themes), endings, helpers, tuple(themes))

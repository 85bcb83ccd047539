"""Facts and themes in the row files."""

from typing import Any

from services.content.kinds.kind import Reader, Row, RowKind, Values, day_text
from services.facts.models import Fact
from services.hours.models import Calendar
from services.themes.models import Theme
from services.yaml_files.flags import flag

THEME_VALUES = ("name", "order", "sensitive", "icon", "tint", "active")


def _read_fact(entry: Reader) -> Values:
    entry.only(
        "slug", "kind", "value", "calendar", "label", "sample", "source", "source_date", "confirmed", "confirmed_on"
    )
    written = entry.entry.get("confirmed")
    confirmed = None if written is None or flag(written) is False else entry.day("confirmed")
    if written is not None and entry.entry.get("confirmed_on") is not None and confirmed:
        entry.fault("the day stands in `confirmed` already", "confirmed_on")
    calendar = entry.text("calendar", "")
    kind = entry.one_of("kind", Fact.Kind.values)
    if calendar and kind != Fact.Kind.HOURS:
        entry.fault("only hours follow a calendar", "calendar")
    return {
        "kind": kind,
        "value": "" if calendar else entry.text("value"),
        "calendar": calendar or None,
        "label": entry.text("label"),
        "sample": entry.flag("sample", False),
        "source": entry.text("source", ""),
        "source_date": entry.day("source_date"),
        "confirmed_on": confirmed or entry.day("confirmed_on"),
    }


def _facts() -> dict[str, Values]:
    return {
        fact.slug: {
            "kind": fact.kind,
            "value": fact.value,
            "calendar": fact.calendar.slug if fact.calendar else None,
            "label": fact.label,
            "sample": fact.sample,
            "source": fact.source,
            "source_date": day_text(fact.source_date),
            "confirmed_on": day_text(fact.confirmed_on),
        }
        for fact in Fact.objects.select_related("calendar")
    }


def _write_fact(row: Row, new: bool) -> None:
    calendar = Calendar.objects.filter(slug=row.values["calendar"]).first()
    Fact.objects.update_or_create(slug=row.slug, defaults={**row.values, "calendar": calendar})


def _read_theme(entry: Reader) -> Values:
    entry.only("slug", "name", "order", "sensitive", "icon", "tint", "facts", "active")
    return {
        "name": entry.text("name"),
        "order": entry.number("order", 100),
        "sensitive": entry.flag("sensitive", False),
        "icon": entry.text("icon", ""),
        "tint": entry.one_of("tint", Theme.Tint.values, "mint"),
        "active": entry.flag("active", True),
        "facts": entry.names("facts"),
    }


def _themes() -> dict[str, Values]:
    return {
        theme.slug: {name: getattr(theme, name) for name in THEME_VALUES}
        | {"facts": sorted(fact.slug for fact in theme.facts.all())}
        for theme in Theme.objects.prefetch_related("facts")
    }


def _write_theme(row: Row, new: bool) -> None:
    values: dict[str, Any] = {name: row.values[name] for name in THEME_VALUES}
    theme, _made = Theme.objects.update_or_create(slug=row.slug, defaults=values)
    theme.facts.set(Fact.objects.filter(slug__in=row.values["facts"]))


def _rules_of_fact(fact: Fact, values: Values) -> None:
    """Hours that follow a calendar have no value of their own."""
    if not values["calendar"]:
        fact.clean()


FACT = RowKind(
    "fact",
    "facts.yaml",
    Fact,
    _read_fact,
    _facts,
    _write_fact,
    refers={"calendar": "calendar"},
    rules=_rules_of_fact,
    added_later=frozenset({"calendar"}),
)
THEME = RowKind("theme", "themes.yaml", Theme, _read_theme, _themes, _write_theme, refers={"facts": "fact"})

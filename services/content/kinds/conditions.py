"""Laws and conditions for help in the row files."""

from typing import Any

from services.conditions.models import Condition, Law
from services.content.kinds.kind import Reader, Row, RowKind, Values, as_day, day_text
from services.offers.models import Service
from services.themes.models import Theme

HIGHEST_AGE = 150


def _read_law(entry: Reader) -> Values:
    entry.only("slug", "name", "short_name", "url", "theme", "order")
    return {
        "name": entry.text("name"),
        "short_name": entry.text("short_name"),
        "url": entry.text("url", ""),
        "theme": entry.text("theme", "") or None,
        "order": entry.number("order", 100),
    }


def _laws() -> dict[str, Values]:
    return {
        law.slug: {
            "name": law.name,
            "short_name": law.short_name,
            "url": law.url,
            "theme": law.theme.slug if law.theme else None,
            "order": law.order,
        }
        for law in Law.objects.select_related("theme")
    }


def _write_law(row: Row, new: bool) -> None:
    theme = Theme.objects.filter(slug=row.values["theme"]).first()
    Law.objects.update_or_create(slug=row.slug, defaults=row.values | {"theme": theme})


def _read_condition(entry: Reader) -> Values:
    entry.only(
        *("slug", "name", "law", "article", "minimum_age", "maximum_age", "residence", "services", "route"),
        *("valid_from", "valid_until", "source", "source_date", "confirmed_on"),
    )
    values = {
        "name": entry.text("name"),
        "law": entry.text("law"),
        "article": entry.text("article", ""),
        "minimum_age": _age(entry, "minimum_age"),
        "maximum_age": _age(entry, "maximum_age"),
        "residence": entry.one_of("residence", Condition.Residence.values, ""),
        "services": entry.names("services"),
        "route": entry.text("route", ""),
        "valid_from": entry.day("valid_from"),
        "valid_until": entry.day("valid_until"),
        "source": entry.text("source", ""),
        "source_date": entry.day("source_date"),
        "confirmed_on": entry.day("confirmed_on"),
    }
    _in_order(entry, values, "valid_from", "valid_until", "is before valid_from")
    _in_order(entry, values, "minimum_age", "maximum_age", "is below minimum_age")
    return values


def _age(entry: Reader, name: str) -> int | None:
    age = entry.number_or_none(name)
    if age is not None and age > HIGHEST_AGE:
        entry.fault(f"must be an age, at most {HIGHEST_AGE}", name)
        return None
    return age


def _in_order(entry: Reader, values: Values, first: str, last: str, message: str) -> None:
    low, high = values[first], values[last]
    if low is not None and high is not None and high < low:
        entry.fault(message, last)


def _conditions() -> dict[str, Values]:
    rows = Condition.objects.select_related("law").prefetch_related("services")
    return {row.slug: _values(row) for row in rows}


def _values(row: Condition) -> Values:
    return {
        "name": row.name,
        "law": row.law.slug,
        "article": row.article,
        "minimum_age": row.minimum_age,
        "maximum_age": row.maximum_age,
        "residence": row.residence,
        "services": sorted(service.slug for service in row.services.all()),
        "route": row.route,
        "valid_from": day_text(row.valid_from),
        "valid_until": day_text(row.valid_until),
        "source": row.source,
        "source_date": day_text(row.source_date),
        "confirmed_on": day_text(row.confirmed_on),
    }


def _write_condition(row: Row, new: bool) -> None:
    values: dict[str, Any] = {name: value for name, value in row.values.items() if name != "services"}
    values["law"] = Law.objects.get(slug=values["law"])
    for name in ("valid_from", "valid_until", "source_date", "confirmed_on"):
        values[name] = as_day(values[name])
    condition, _made = Condition.objects.update_or_create(slug=row.slug, defaults=values)
    condition.services.set(Service.objects.filter(slug__in=row.values["services"]))


LAW = RowKind("law", "laws.yaml", Law, _read_law, _laws, _write_law, refers={"theme": "theme"})
CONDITION = RowKind(
    "condition",
    "conditions.yaml",
    Condition,
    _read_condition,
    _conditions,
    _write_condition,
    refers={"law": "law", "services": "service"},
)

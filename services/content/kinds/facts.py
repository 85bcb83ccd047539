"""Facts and themes in the row files."""

from services.content.kinds.fields import Field, day, flag, number, one_of, pointer, pointers, row_kind, text
from services.content.kinds.kind import Reader, Values, as_day, day_text
from services.facts.models import Fact
from services.hours.models import Calendar
from services.themes.models import Theme
from services.yaml_files.flags import flag as yes_or_no


def _read_value(entry: Reader, name: str) -> str:
    """Returns the value of a fact; empty for hours that follow a calendar."""
    return "" if entry.text("calendar", "") else entry.text(name)


def _read_confirmed(entry: Reader, name: str) -> str | None:
    """Returns the day of confirmation, or None. An older file has that day, or "no", in `confirmed`."""
    written = entry.entry.get("confirmed")
    confirmed = None if written is None or yes_or_no(written) is False else entry.day("confirmed")
    if written is not None and entry.entry.get(name) is not None and confirmed:
        entry.fault("the day stands in `confirmed` already", name)
    return confirmed or entry.day(name)


def _check_fact(entry: Reader, values: Values) -> None:
    if values["calendar"] and values["kind"] != Fact.Kind.HOURS:
        entry.fault("only hours follow a calendar", "calendar")


def _rules_of_fact(fact: Fact, values: Values) -> None:
    """Applies the rules of the model, except to hours that follow a calendar: they have no value of their own."""
    if not values["calendar"]:
        fact.clean()


FACT = row_kind(
    "fact",
    "facts.yaml",
    Fact,
    {
        "kind": one_of(Fact.Kind.values),
        "value": Field(_read_value),
        "calendar": pointer(Calendar),
        "label": text(),
        "sample": flag(),
        "source": text(""),
        "source_date": day(),
        "confirmed_on": Field(_read_confirmed, lambda row, name: day_text(getattr(row, name)), as_day),
    },
    older_names=["confirmed"],
    check=_check_fact,
    refers={"calendar": "calendar"},
    rules=_rules_of_fact,
    added_later=frozenset({"calendar"}),
)
THEME = row_kind(
    "theme",
    "themes.yaml",
    Theme,
    {
        "name": text(),
        "order": number(100),
        "sensitive": flag(),
        "icon": text(""),
        "tint": one_of(Theme.Tint.values, "mint"),
        "drawing": one_of(["", *Theme.Drawing.values], ""),
        "active": flag(True),
        "facts": pointers(Fact.objects.all),
    },
    refers={"facts": "fact"},
    added_later=frozenset({"drawing"}),
)

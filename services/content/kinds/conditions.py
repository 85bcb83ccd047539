"""Laws and conditions for help in the row files."""

from services.conditions.models import Condition, Law
from services.content.kinds.fields import Field, day, number, one_of, pointer, pointers, row_kind, text
from services.content.kinds.kind import Reader, Values
from services.offers.models import Service
from services.themes.models import Theme

HIGHEST_AGE = 150


def _read_age(entry: Reader, name: str) -> int | None:
    age = entry.number_or_none(name)
    if age is not None and age > HIGHEST_AGE:
        entry.fault(f"must be an age, at most {HIGHEST_AGE}", name)
        return None
    return age


def _check_condition(entry: Reader, values: Values) -> None:
    for first, last, message in (
        ("valid_from", "valid_until", "is before valid_from"),
        ("minimum_age", "maximum_age", "is below minimum_age"),
    ):
        low, high = values[first], values[last]
        if low is not None and high is not None and high < low:
            entry.fault(message, last)


LAW = row_kind(
    "law",
    "laws.yaml",
    Law,
    {"name": text(), "short_name": text(), "url": text(""), "theme": pointer(Theme), "order": number(100)},
    refers={"theme": "theme"},
)
CONDITION = row_kind(
    "condition",
    "conditions.yaml",
    Condition,
    {
        "name": text(),
        "law": pointer(Law, required=True),
        "article": text(""),
        "minimum_age": Field(_read_age),
        "maximum_age": Field(_read_age),
        "residence": one_of(Condition.Residence.values, ""),
        "services": pointers(Service.objects.all),
        "route": text(""),
        "valid_from": day(),
        "valid_until": day(),
        "source": text(""),
        "source_date": day(),
        "confirmed_on": day(),
    },
    check=_check_condition,
    refers={"law": "law", "services": "service"},
)

"""Values of facts: how phone numbers, amounts, ages and numbers are checked when recorded, and shown to readers."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format

from home.languages import current_code

OLDEST = 130
CENT = Decimal("0.01")
MOST = Decimal("1000000000")
PHONE = re.compile(r"^\+?[0-9][0-9 ()\-]*[0-9]$")
# The place of the sign is a custom of each language (CLDR); the others write it after the amount.
EURO = {"nl": "€\u00a0{}", "en": "€{}", "tr": "€{}"}
EURO_BEHIND = "{}\u00a0€"


def phone(typed: str) -> str | None:
    """Returns a phone number without spaces around it; None when it is none."""
    value = typed.strip()
    return value if PHONE.match(value) else None


def amount(typed: str) -> str | None:
    """Returns an amount in euros as it is stored, `12.50`, from how an editor types it; None when it is none."""
    try:
        value = Decimal(typed.replace("€", "").replace(",", ".").strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or not 0 <= value < MOST or value != value.quantize(CENT):
        return None
    return str(value.quantize(CENT))


def whole_number(typed: str, *, most: int | None = None) -> str | None:
    """Returns a whole number of at most `most` as it is stored; None when it is none."""
    value = typed.strip()
    if not (value.isascii() and value.isdigit()) or (most is not None and int(value) > most):
        return None
    return str(int(value))


def amount_in_words(value: str) -> str:
    """Returns an amount with the euro sign as the reader's language writes it; whole euros without cents."""
    kept = amount(value)
    if kept is None:  # recorded before amounts were checked
        return value
    cents = 0 if kept.endswith(".00") else 2
    figures = number_format(Decimal(kept), decimal_pos=cents, use_l10n=True, force_grouping=True)
    return EURO.get(current_code(), EURO_BEHIND).format(figures)


def number_in_words(value: str) -> str:
    """Returns a number as the reader's language writes it."""
    kept = whole_number(value)
    return value if kept is None else str(number_format(int(kept), use_l10n=True, force_grouping=len(kept) > 4))

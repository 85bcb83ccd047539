"""Every kind of row that the content files can hold."""

from services.content.kinds.calendars import CALENDAR, CLOSURE
from services.content.kinds.conditions import CONDITION, LAW
from services.content.kinds.directory import LANGUAGE, ORGANISATION, POSTCODE, SERVICE
from services.content.kinds.facts import FACT, THEME
from services.content.kinds.kind import RowKind
from services.content.kinds.places import DISTRICT, LOCATION
from services.content.kinds.plain_words import PLAIN_WORD

KINDS: tuple[RowKind, ...] = (
    DISTRICT,
    CALENDAR,
    CLOSURE,
    FACT,
    THEME,
    LOCATION,
    LANGUAGE,
    POSTCODE,
    ORGANISATION,
    SERVICE,
    LAW,
    CONDITION,
    PLAIN_WORD,
)
"""A kind stands after the kinds to which its rows point."""

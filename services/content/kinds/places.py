"""Districts and locations in the row files."""

from services.content.kinds.fields import Field, flag, number, pointer, row_kind, text
from services.content.kinds.kind import Reader
from services.hours.models import Calendar
from services.places.models import District, Location

HOURS = ("calendar", "walk_in", "phone_hours", "chat_hours")
"""The calendars of a location; only the first is required."""
DOOR_COLOURS = {
    "#0b5a54": "green",
    "#f7b544": "yellow",
    "#d9482b": "red",
    "#4b6fb5": "blue",
    "#7a4f93": "purple",
}


def _read_colour(entry: Reader, name: str) -> str:
    """Returns the name of a district's colour; an older file has its hex code in `door`."""
    door = entry.text("door", "").lower()
    if door:
        entry.entry[name] = DOOR_COLOURS.get(door, door)
    return entry.one_of(name, District.Colour.values, "green")


DISTRICT = row_kind(
    "district",
    "districts.yaml",
    District,
    {"name": text(), "order": number(100), "colour": Field(_read_colour)},
    older_names=["door"],
)
LOCATION = row_kind(
    "location",
    "locations.yaml",
    Location,
    {
        "name": text(),
        "district": pointer(District, required=True),
        "address": text(""),
        "address_is_sample": flag(True),
        "calendar": pointer(Calendar, required=True),
        **{name: pointer(Calendar) for name in HOURS[1:]},
    },
    refers={"district": "district", **dict.fromkeys(HOURS, "calendar")},
    added_later=frozenset(HOURS[2:]),
)

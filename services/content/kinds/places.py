"""Districts and locations in the row files."""

from services.content.kinds.kind import Reader, Row, RowKind, Values
from services.hours.models import Calendar
from services.places.models import District, Location

HOURS = ("calendar", "walk_in", "phone_hours", "chat_hours")
"""The calendars of a location; only the first must be there."""
DOOR_COLOURS = {
    "#0b5a54": "green",
    "#f7b544": "yellow",
    "#d9482b": "red",
    "#4b6fb5": "blue",
    "#7a4f93": "purple",
}


def _read_district(entry: Reader) -> Values:
    entry.only("slug", "name", "order", "door", "colour")
    door = entry.text("door", "").lower()
    if door:
        entry.entry["colour"] = DOOR_COLOURS.get(door, door)
    return {
        "name": entry.text("name"),
        "order": entry.number("order", 100),
        "colour": entry.one_of("colour", District.Colour.values, "green"),
    }


def _districts() -> dict[str, Values]:
    return {
        district.slug: {"name": district.name, "order": district.order, "colour": district.colour}
        for district in District.objects.all()
    }


def _write_district(row: Row, new: bool) -> None:
    District.objects.update_or_create(slug=row.slug, defaults=row.values)


def _read_location(entry: Reader) -> Values:
    entry.only("slug", "name", "district", "address", "address_is_sample", *HOURS)
    return {
        "name": entry.text("name"),
        "district": entry.text("district"),
        "address": entry.text("address", ""),
        "address_is_sample": entry.flag("address_is_sample", True),
        "calendar": entry.text("calendar"),
        **{name: entry.text(name, "") or None for name in HOURS[1:]},
    }


def _locations() -> dict[str, Values]:
    return {
        location.slug: {
            "name": location.name,
            "district": location.district.slug,
            "address": location.address,
            "address_is_sample": location.address_is_sample,
            "calendar": location.calendar.slug,
            **{name: getattr(getattr(location, name), "slug", None) for name in HOURS[1:]},
        }
        for location in Location.objects.select_related("district", *HOURS)
    }


def _write_location(row: Row, new: bool) -> None:
    Location.objects.update_or_create(
        slug=row.slug,
        defaults={
            **row.values,
            "district": District.objects.get(slug=row.values["district"]),
            **{name: Calendar.objects.filter(slug=row.values[name]).first() for name in HOURS},
        },
    )


DISTRICT = RowKind("district", "districts.yaml", District, _read_district, _districts, _write_district)
LOCATION = RowKind(
    "location",
    "locations.yaml",
    Location,
    _read_location,
    _locations,
    _write_location,
    refers={"district": "district", **dict.fromkeys(HOURS, "calendar")},
    added_later=frozenset(HOURS[2:]),
)

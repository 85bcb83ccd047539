"""The ways to reach a location, and the calendar of each: its own where it has one, else that of the whole team."""

from enum import StrEnum

from home.cache.generation import cached_until_published
from services.hours.models import Calendar
from services.places.models import Location


class ContactChannel(StrEnum):
    """A way to reach the team that has opening hours."""

    VISIT = "visit"
    WALK_IN = "walk_in"
    PHONE = "phone"
    CHAT = "chat"


FIELD = {
    ContactChannel.VISIT: "calendar",
    ContactChannel.WALK_IN: "walk_in",
    ContactChannel.PHONE: "phone_hours",
    ContactChannel.CHAT: "chat_hours",
}
TEAM_WIDE = {ContactChannel.VISIT: "office", ContactChannel.PHONE: "phone", ContactChannel.CHAT: "chat"}
"""The calendars of the whole team. Walking in has none: a location without walk-in hours has no such way."""


def calendar_for(location: Location, way: ContactChannel) -> str:
    """Returns the slug of the calendar for this way at this location; empty when there is no such way."""
    own = getattr(location, FIELD[way])
    return own.slug if own is not None else TEAM_WIDE.get(way, "")


def calendar_in(district: str, way: ContactChannel) -> str:
    """Returns the slug of the calendar for this way in a district: that of a location there, else the whole team's."""
    own = _own_hours() if district else {}
    return own.get((district, way)) or TEAM_WIDE.get(way, "")


def team_calendars_missing() -> list[str]:
    """Returns the slugs of the team-wide calendars that do not exist; their channels count as closed."""
    present = set(Calendar.objects.values_list("slug", flat=True))
    return [slug for slug in TEAM_WIDE.values() if slug not in present]


@cached_until_published
def _own_hours() -> dict[tuple[str, ContactChannel], str]:
    names = [f"{field}__slug" for field in FIELD.values()]
    rows = Location.objects.order_by("-slug").values_list("district__slug", *names)
    return {(district, way): slug for district, *slugs in rows for way, slug in zip(FIELD, slugs, strict=True) if slug}

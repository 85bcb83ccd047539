"""The wish of a resident to talk with somebody, in words for colleagues."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from questions.statuses import TalkPlace, TalkTime
from services.models import Location


@dataclass(frozen=True)
class WishLine:
    """One thing that the resident wishes: what, and how; `typed` when the resident wrote it."""

    label: str
    words: str
    typed: bool = False


def wish_lines(contact: Mapping[str, str]) -> list[WishLine]:
    """Returns what a contact tells of the wish to talk; empty for somebody who did not ask to talk."""
    place = contact.get("talk_place", "")
    if place not in TalkPlace:
        return []
    lines = [WishLine(_("Wants to talk"), _where(TalkPlace(place), contact.get("talk_location", "")))]
    when = contact.get("talk_time", "")
    if when in TalkTime and when != TalkTime.EITHER:
        lines.append(WishLine(_("When"), str(TalkTime(when).label)))
    if contact.get("interpreter"):
        lines.append(WishLine(_("Interpreter"), contact["interpreter"], typed=True))
    if not contact.get("phone"):
        lines.append(
            WishLine(_("Appointment"), _("Propose a moment in your answer: an e-mail tells the resident to read it."))
        )
    return lines


def _where(place: TalkPlace, slug: str) -> str:
    if place == TalkPlace.HOME:
        return _("At the resident's home")
    if place == TalkPlace.PHONE:
        return str(place.label)
    location = Location.objects.filter(slug=slug).first() if slug else None
    if location is not None:
        return location.name
    # An office that was removed since is told by the name it had in the list.
    return slug or _("At an office, any of them")

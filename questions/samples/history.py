"""A believable history of waits, made up. Pure: the same seed gives the same history, to the second.

People ask by hour and weekday, in seasons, about themes of which one rises in the last weeks. A team with too few hands
answers in the order of arrival; some lose patience, some cannot be reached, some still wait at the end. The result is
events, the same as those of real waits (questions/waits/projection.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from questions.samples.arrivals import WAYS, SampleArrivals, SampleTown
from questions.samples.team import OFFICE, SampleTeam
from questions.samples.wait_events import SampleWait
from questions.waits.projection import PastEvent

__all__ = ["WEEKS", "SampleTown", "history"]

WEEKS = 60
FOLLOW_UPS = 0.1


def history(place: SampleTown, *, count: int, seed: int, until: datetime) -> list[list[PastEvent]]:
    """Returns the events of exactly `count` waits in the 60 weeks up to `until`, the earliest wait first.

    Raises ValueError for a count below 1 or a town without themes or languages.
    """
    if count < 1:
        raise ValueError("at least one wait")
    if not place.themes or not place.languages:
        raise ValueError("a place has themes and languages")
    random = Random(seed)  # noqa: S311 (figures to look at, no secrets)
    last = until.astimezone(ZoneInfo(place.hours[OFFICE].zone)).date()
    demand = SampleArrivals(place, last - timedelta(weeks=WEEKS), until, random)
    team = SampleTeam(demand, random)
    firsts = [SampleWait(contact) for contact in demand.contacts(count)]
    waiting = [(story.contact.asked, story) for story in firsts if not WAYS[story.contact.channel].at_once]
    for channel, way in WAYS.items():
        if way.at_once:
            waiting += team.serve_at_once(channel, [story for story in firsts if story.contact.channel == channel])
    kept = _kept(firsts, team.serve_from_the_office(waiting), count, random)
    return [story.events(demand.end) for story in sorted(kept, key=lambda story: story.contact.asked)]


def _kept(
    firsts: Sequence[SampleWait], follow_ups: Sequence[SampleWait], count: int, random: Random
) -> list[SampleWait]:
    """Returns exactly this many waits: some follow-ups, and first questions."""
    chosen = random.sample(follow_ups, min(len(follow_ups), round(count * FOLLOW_UPS)))
    return [*chosen, *random.sample(firsts, count - len(chosen))]

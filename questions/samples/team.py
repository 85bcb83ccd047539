"""The people who answer: queues with so many hands, opening hours and a load. Pure."""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random

from questions.samples.arrivals import SampleArrivals, SampleContact
from questions.samples.wait_events import DAY, SampleEvents, SampleWait
from questions.waits.projection import Event

OFFICE = "form"
OFFICE_HANDS, OFFICE_LOAD, LONGEST_WORK = 3, 0.84, 4 * 3600.0
# The share of questions that nobody sees for a long time, and of those that are taken back before the answer.
OVERLOOKED, WITHDRAWN, EXCLUDED, ASKS_AGAIN = 0.004, 0.07, 0.012, 0.16
# Open seconds until somebody finds an overlooked one.
FOUND = 90 * 3600.0
# In these months fewer people are there: July and August, December.
THINNER = {7: 1.18, 8: 1.22, 12: 1.12}


@dataclass(frozen=True)
class ChannelCounter:
    """A channel where people wait on the spot: hands, load, length of a conversation and patience in seconds."""

    hands: int
    load: float
    talk: float
    patience: float


COUNTERS = {
    "phone": ChannelCounter(hands=2, load=0.62, talk=390, patience=420),
    "chat": ChannelCounter(hands=2, load=0.66, talk=600, patience=300),
    "desk": ChannelCounter(hands=2, load=0.6, talk=840, patience=2100),
}


class SampleTeam:
    """Serves everybody in order of arrival, and adds what happens to their waits."""

    def __init__(self, demand: SampleArrivals, random: Random) -> None:
        self.demand, self.random, self.teller = demand, random, SampleEvents(random)

    def serve_at_once(self, channel: str, stories: list[SampleWait]) -> list[tuple[float, SampleWait]]:
        """Serves the people who wait on the spot; returns the waits of those who left their question behind, and when.

        The team has other contacts too, which are not measured: they keep its load at the level of the counter.
        """
        counter, open_time = COUNTERS[channel], self.demand.open[channel]
        work = counter.load * open_time.total / counter.talk  # conversations that one pair of hands can have
        hands = max(counter.hands, math.ceil(len(stories) / work)) if work else 0
        others = self.demand.moments(channel, max(0, round(hands * work) - len(stories)))
        arrivals: list[tuple[float, SampleWait | None]] = [(story.contact.asked, story) for story in stories]
        arrivals += [(asked, None) for asked in others]
        free = [0.0] * hands
        left_behind = []
        for asked, story in sorted(arrivals, key=lambda arrival: arrival[0]):
            begins = max(asked, free[0])
            patience = self.teller.later(counter.patience)
            if begins - asked > patience:
                if story is not None and not self._leaves(story, asked + patience):
                    left_behind.append((asked + patience, story))
                continue
            heapq.heapreplace(free, begins + self._length(counter.talk))
            if story is not None:
                # Reading a question and typing the first sentence takes time too.
                self.teller.helped_at_once(story, begins + (5 + self.teller.later(40) if channel == "chat" else 2))
        return left_behind

    def serve_from_the_office(self, waiting: Iterable[tuple[float, SampleWait]]) -> list[SampleWait]:
        """Serves one pile of forms, mails, call-backs and chats left behind; returns the follow-up questions."""
        pile = [(asked, number, story) for number, (asked, story) in enumerate(waiting)]
        heapq.heapify(pile)
        open_time = self.demand.open[OFFICE]
        # Where little is asked the hands are not fully used: no question takes more than half a day.
        needed = max(1, len(pile) * (1 + ASKS_AGAIN))
        work = min(LONGEST_WORK, OFFICE_LOAD * OFFICE_HANDS * open_time.total / needed)
        free = [0.0] * OFFICE_HANDS
        follow_ups: list[SampleWait] = []
        number = len(pile)
        while pile:
            asked, _number, story = heapq.heappop(pile)
            withdrawn = asked + self.teller.later(2 * DAY) if self.teller.happens(WITHDRAWN) else math.inf
            if self.teller.happens(EXCLUDED):
                self.teller.excluded(story)
            begins = max(open_time.position(asked), free[0])
            if withdrawn < open_time.moment(begins):
                story.tell(withdrawn, Event.WITHDRAWN)
                continue
            if self.teller.happens(OVERLOOKED):
                self.teller.answered(story, open_time.moment(begins + self.teller.later(FOUND)))
                continue
            ends = begins + self._length(work * self._month_factor(asked))
            heapq.heapreplace(free, ends)
            answered = open_time.moment(ends)
            if answered > self.demand.end:
                continue
            if story.contact.channel == "callback":
                self.teller.called_back(story, answered, [open_time.moment(ends + n * 12_000) for n in (1, 2)])
            else:
                self.teller.answered(story, answered)
            again = answered + self.teller.later(1.5 * DAY)
            if self.teller.happens(ASKS_AGAIN) and again < self.demand.end:
                follow_up = SampleWait(_asked_again(story, again))
                follow_ups.append(follow_up)
                heapq.heappush(pile, (again, number, follow_up))
                number += 1
        return follow_ups

    def _leaves(self, story: SampleWait, at: float) -> bool:
        """Records that somebody lost patience; returns False when they leave their question, as many do in a chat."""
        if story.contact.channel == "chat" and self.teller.happens(0.55):
            story.tell(at, Event.CHANNEL_CHANGED, channel="form")
            return False
        story.tell(at, Event.LEFT)
        return True

    def _length(self, mean: float) -> float:
        """Returns how many seconds work takes: mostly short, now and then very long."""
        return self.random.lognormvariate(math.log(mean) - 0.32, 0.8)

    def _month_factor(self, at: float) -> float:
        return THINNER.get(datetime.fromtimestamp(at, UTC).month, 1.0)


def _asked_again(story: SampleWait, at: float) -> SampleContact:
    return replace(story.contact, asked=at, channel=OFFICE, kind="follow_up")

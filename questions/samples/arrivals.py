"""The arrivals of a made-up history: who asks what, when and how. Pure: the source of chance is an argument."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from questions.samples.worktime import WorkTime, days
from services.hours.rules import Calendar

RISING_WEEKS = 4
RISEN = 6.5
GROWTH_A_YEAR = 0.12
SEASON = 0.15
THEME_SEASON = 0.25
# How much of an ordinary day is left when the office is closed.
CLOSED_DAY = 0.45


@dataclass(frozen=True)
class SampleTown:
    """The town of the samples: the names that the municipality uses, and when each channel is open."""

    themes: tuple[str, ...]
    districts: tuple[str, ...]
    languages: tuple[str, ...]
    hours: Mapping[str, Calendar]
    rising: str = ""
    """The theme that is asked about more and more in the last weeks."""


@dataclass(frozen=True)
class ChannelUse:
    """How a channel is used: its share of all contacts, and the weight of each hour and weekday.

    With `at_once` a contact needs somebody who is there now, so there is none outside the opening hours.
    """

    share: float
    at_once: bool
    by_hour: tuple[float, ...]
    by_weekday: tuple[float, ...] = (1.25, 1.1, 1.0, 1.0, 0.85, 0.5, 0.55)


AT_HOME = (0.1, 0.05, 0.03, 0.02, 0.03, 0.1, 0.3, 0.6, 0.9, 1.3, 1.4, 1.2, 1.0, 1.1, 1.2, 1.0, 0.9, 0.8, 0.9, 1.3,
           1.6, 1.5, 0.9, 0.4)  # fmt: skip
BY_DAY = (0.05, 0.03, 0.02, 0.02, 0.03, 0.1, 0.3, 0.8, 1.4, 1.8, 1.7, 1.4, 1.0, 1.3, 1.5, 1.3, 1.1, 0.7, 0.5, 0.5,
          0.5, 0.4, 0.2, 0.1)  # fmt: skip
IN_HOURS = (*(0.5,) * 9, 1.9, 1.6, 1.2, 0.8, 1.1, 1.3, 1.0, 0.8, *(0.5,) * 7)

WAYS = {
    "form": ChannelUse(0.34, False, AT_HOME),
    "email": ChannelUse(0.13, False, BY_DAY),
    "callback": ChannelUse(0.09, False, BY_DAY),
    "chat": ChannelUse(0.12, True, IN_HOURS),
    "phone": ChannelUse(0.22, True, IN_HOURS),
    "desk": ChannelUse(0.10, True, IN_HOURS),
}


@dataclass(frozen=True)
class SampleContact:
    """Somebody asks something, at a moment in seconds since 1970."""

    asked: float
    channel: str
    theme: str
    district: str
    language: str
    kind: str = "first"


class SampleArrivals:
    """The arrivals in one town from the first day up to a moment."""

    def __init__(self, place: SampleTown, first: date, until: datetime, random: Random) -> None:
        self.place, self.first, self.random = place, first, random
        self.end = until.timestamp()
        self.last = until.astimezone(ZoneInfo(place.hours["form"].zone)).date()
        self.open = {channel: WorkTime(calendar, first, self.last) for channel, calendar in place.hours.items()}
        self.pieces = {channel: self._pieces(channel) for channel in WAYS}

    def contacts(self, number: int) -> list[SampleContact]:
        """Returns this many first questions, the earliest first."""
        chosen = Counter(self.random.choices(list(WAYS), [self._share(way) for way in WAYS], k=number))
        made = [self._contact(channel, asked) for channel in WAYS for asked in self.moments(channel, chosen[channel])]
        return sorted(made, key=lambda contact: contact.asked)

    def moments(self, channel: str, number: int) -> list[float]:
        """Returns this many moments at which somebody turns to this channel, the earliest first."""
        pieces, heap = self.pieces[channel]
        if not number or not pieces:
            return []
        found = self.random.choices(pieces, cum_weights=heap, k=number)
        return sorted(start + self.random.random() * length for start, length in found)

    def theme_weights(self, day: date) -> list[float]:
        """Returns the weight of each theme on a day; each has a season of its own."""
        themes = self.place.themes
        weights = []
        for number, theme in enumerate(themes):
            turn = (day.timetuple().tm_yday / 365 - number / len(themes)) * math.tau
            weight = (1 + THEME_SEASON * math.cos(turn)) / (number + 5)
            weeks_left = (self.last - day).days / 7
            if theme == self.place.rising and weeks_left < RISING_WEEKS:
                weight *= 1 + (RISEN - 1) * (1 - weeks_left / RISING_WEEKS)
            weights.append(weight)
        return weights

    def _share(self, channel: str) -> float:
        return WAYS[channel].share if self.pieces[channel][0] else 0.0

    def _contact(self, channel: str, asked: float) -> SampleContact:
        place, random = self.place, self.random
        day = date(1970, 1, 1) + timedelta(seconds=asked)
        theme = random.choices(place.themes, self.theme_weights(day))[0]
        # Not everybody says where they live; most write in the first language of the place.
        district = random.choice(place.districts) if place.districts and random.random() < 0.8 else ""
        others = place.languages[1:]
        language = place.languages[0]
        if others and random.random() < 0.27:
            language = random.choices(others, [1 / (number + 1) for number in range(len(others))])[0]
        return SampleContact(asked, channel, theme, district, language)

    def _pieces(self, channel: str) -> tuple[list[tuple[float, float]], list[float]]:
        """Returns the hours in which this channel is used, each as start and seconds, and their weights added up."""
        way, zone = WAYS[channel], ZoneInfo(self.place.hours[channel].zone)
        pieces: list[tuple[float, float]] = []
        weights: list[float] = []
        for day in days(self.first, self.last):
            busy = self._busy(day) * way.by_weekday[day.weekday()]
            if not way.at_once and not self.place.hours[channel].intervals_on(day) and day.weekday() < 5:
                busy *= CLOSED_DAY
            for hour, weight in enumerate(way.by_hour):
                start = datetime.combine(day, time(hour), zone).timestamp()
                end = min(start + 3600, self.end)
                parts = self.open[channel].within(start, end) if way.at_once else [(start, end)]
                for opens, closes in parts:
                    if opens < closes:
                        pieces.append((opens, closes - opens))
                        weights.append(busy * weight * (closes - opens))
        return pieces, list(accumulate(weights))

    def _busy(self, day: date) -> float:
        """Returns the weight of a day: more is asked every year, and more in winter."""
        grown = 1 + GROWTH_A_YEAR * (day - self.first).days / 365
        season = 1 + SEASON * math.cos((day.timetuple().tm_yday - 20) / 365 * math.tau)
        return grown * season * sum(self.theme_weights(day))

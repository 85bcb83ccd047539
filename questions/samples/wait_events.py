"""The events of one made-up wait, which are those of a real one. Pure."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from questions.samples.arrivals import SampleContact
from questions.waits.projection import Delivery, Event, PastEvent

SAMPLE = "sample"
DAY = 86_400.0
HOW = {"answered": 0.7, "referred": 0.18, "agreed": 0.12}
REASONS = {"spam": 0.5, "test": 0.2, "duplicate": 0.3}


@dataclass
class SampleWait:
    """A contact and everything that happens to it. Moments are seconds since 1970."""

    contact: SampleContact
    told: list[tuple[float, Event, dict[str, object]]] = field(default_factory=list)
    reactions: int = 0

    def tell(self, at: float, event: Event, **data: object) -> None:
        """Adds one event."""
        self.told.append((at, event, data))

    def events(self, until: float) -> list[PastEvent]:
        """Returns the events up to a moment, in the order in which they happened."""
        contact = self.contact
        opening: dict[str, object] = {
            "channel": contact.channel,
            "entry_channel": contact.channel,
            "kind": contact.kind,
            "theme": contact.theme,
            "district": contact.district,
            "language": contact.language,
            "source": SAMPLE,
            "precision": "",
        }
        told = [(contact.asked, Event.OPENED, opening), *sorted(self.told, key=lambda each: each[0])]
        return [PastEvent(event, _moment(at), data) for at, event, data in told if at <= until]


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(int(at), UTC)


class SampleEvents:
    """Adds the events of what a colleague does with a question, by chance."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def happens(self, chance: float) -> bool:
        """Returns True as often as this chance, from 0 to 1, says."""
        return self.random.random() < chance

    def chosen(self, shares: dict[str, float]) -> str:
        """Returns one of the names, each as often as its share says."""
        return self.random.choices(list(shares), list(shares.values()))[0]

    def later(self, mean: float) -> float:
        """Returns a random number of seconds with this mean."""
        return self.random.expovariate(1 / mean)

    def helped_at_once(self, story: SampleWait, at: float) -> None:
        """Adds that somebody on the spot was helped."""
        delivery = Delivery.RECEIPT if story.contact.channel == "chat" else Delivery.PAGE
        # "One moment, please" in a chat; on the phone a switchboard that passes on, which stops no clock either.
        if story.contact.channel in ("chat", "phone") and at - story.contact.asked > 60 and self.happens(0.5):
            story.tell(story.contact.asked + 45, Event.FIRST_SIGN)
        reaction = self._react(story, at, delivery)
        if delivery is Delivery.RECEIPT:
            story.tell(at + 1 + self.later(2), Event.RECEIVED, reaction=reaction)
        self._settle(story, at, reaction)

    def answered(self, story: SampleWait, at: float) -> None:
        """Adds an answer from the office, with or without a notice; or that it was closed without an answer."""
        if self.happens(0.012):
            story.tell(at, Event.CLOSED_UNANSWERED)
            return
        if self.happens(0.04):
            story.tell(at - 1, Event.THEME_CORRECTED, theme=story.contact.theme)
        with_notice = story.contact.channel == "email" or self.happens(0.45)
        reaction = self._react(story, at, Delivery.NOTICE if with_notice else Delivery.PAGE)
        if with_notice:
            self._notice(story, at, reaction)
        self._settle(story, at, reaction)

    def called_back(self, story: SampleWait, at: float, again: list[float]) -> None:
        """Adds a call, and a call at each moment of `again` until somebody picks up."""
        for attempt in (at, *again):
            if self._call(story, attempt, reached=self.happens(0.66)):
                return
        story.tell(again[-1] + 60, Event.UNREACHABLE)

    def excluded(self, story: SampleWait) -> None:
        """Adds that a person said, some hours later, that this was no question."""
        story.tell(story.contact.asked + self.later(6 * 3600), Event.EXCLUDED, reason=self.chosen(REASONS))

    def _react(self, story: SampleWait, at: float, delivery: Delivery) -> str:
        story.reactions += 1
        reaction = f"message-{story.reactions}"
        story.tell(at, Event.REACTION_COMMITTED, reaction=reaction, delivery=delivery.value)
        return reaction

    def _call(self, story: SampleWait, at: float, reached: bool) -> bool:
        story.reactions += 1
        reaction = f"call-{story.reactions}"
        story.tell(at, Event.CALL_ATTEMPTED, reaction=reaction, reached=reached)
        if reached:
            self._settle(story, at, reaction)
        return reached

    def _notice(self, story: SampleWait, at: float, reaction: str) -> None:
        """Adds what the mail server does: takes it at once, after some tries, or never."""
        if self.happens(0.975):
            pause = 2 + self.later(15) if self.happens(0.93) else 60 + self.later(1500)
            story.tell(at + pause, Event.NOTICE_ACCEPTED, reaction=reaction)
            if self.happens(0.004):
                # A bounce: what was accepted comes back a little later.
                story.tell(at + pause + 60, Event.NOTICE_REFUSED, reaction=reaction)
            return
        story.tell(at + 3, Event.NOTICE_REFUSED, reaction=reaction)
        if self.happens(0.6):
            story.tell(at + self.later(2 * DAY), Event.RECEIVED, reaction=reaction)
        else:
            story.tell(at + 5 * DAY, Event.UNREACHABLE)

    def _settle(self, story: SampleWait, at: float, reaction: str) -> None:
        """Adds that the first reaction settled it, or a second one some days later."""
        if self.happens(0.84):
            story.tell(at, Event.SETTLED, reaction=reaction, how=self.chosen(HOW))
        elif self.happens(0.85):
            later = at + 0.5 * DAY + self.later(3 * DAY)
            by_mail = story.contact.channel == "email"
            second = self._react(story, later, Delivery.NOTICE if by_mail else Delivery.PAGE)
            if by_mail:
                story.tell(later + 2 + self.later(15), Event.NOTICE_ACCEPTED, reaction=second)
            story.tell(later, Event.SETTLED, reaction=second, how=self.chosen(HOW))

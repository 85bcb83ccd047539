"""Makes a believable history of waits, marked as samples and never mixed with real ones."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from questions.samples.history import WEEKS, SampleTown, history
from questions.waits.clocks import calendar_of
from questions.waits.models import Channel
from questions.waits.writer import clear_samples, write_samples
from services.models import District, Theme

# Asked about more and more in the last weeks, so that the theme monitor has something to show.
RISING = "wonen"


def place() -> SampleTown:
    """Returns the town of this municipality: its themes, districts, languages and hours."""
    themes = tuple(Theme.objects.active().values_list("slug", flat=True))
    return SampleTown(
        themes=themes,
        districts=tuple(District.objects.values_list("slug", flat=True)),
        languages=tuple(code for code, _name in settings.LANGUAGES),
        hours={channel.value: calendar_of(channel.value) for channel in Channel},
        rising=RISING if RISING in themes else "".join(themes[-1:]),
    )


def end_of(day: date, today: date) -> datetime:
    """Returns the moment up to which the history goes: the end of the day, but not later than the start of today.

    Today is left out, so that a day always gives the same history.
    """
    return datetime.combine(min(day + timedelta(days=1), today), time(), ZoneInfo(settings.TIME_ZONE))


class Command(BaseCommand):
    """The same count, seed and day give the same history. New samples take the place of earlier ones."""

    help = f"{__doc__} They cover the {WEEKS} weeks up to a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", type=int, default=5000, help="how many waits (5000)")
        parser.add_argument("--seed", type=int, default=1, help="another number gives another history (1)")
        parser.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the last day (today)")
        parser.add_argument("--clear", action="store_true", help="only take away the samples that there are")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["clear"]:
            self.stdout.write(f"{clear_samples()} samples taken away")
            return
        if options["count"] < 1:
            raise CommandError("--count is 1 or more")
        today = timezone.localdate()
        until = end_of(options["until"] or today, today)
        here = place()
        if not here.themes:
            raise CommandError("there are no themes yet; run load_content first")
        made = history(here, count=options["count"], seed=options["seed"], until=until)
        gone = clear_samples()
        written = write_samples(made)
        self.stdout.write(f"{written} samples written" + (f", {gone} earlier ones taken away" if gone else ""))

"""What people changed in what is counted, for the team leader: who, what, why, and how long the wait lasted by then."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, F, Q, QuerySet, Value, When

from questions.reachability.reports import DEFAULT_DAYS, ReportFilter, figures
from questions.reachability.weeks import local_day
from questions.waits.clocks import Clock
from questions.waits.measures import headline_of
from questions.waits.models import Correction, Source, Wait, WaitQuerySet

What = Correction.What
LATE_OF = (What.EXCLUDED, What.MERGED)
P90 = 90


@dataclass(frozen=True)
class CorrectionRow:
    """A correction as the leader reads it. `age` is how many seconds its wait had lasted at that moment.

    `late` marks a wait that was left out when it had lasted longer than nine in ten of its channel.
    """

    at: datetime
    who: str
    what: str
    reason: str
    theme: str
    wait: Wait
    age: float
    late: bool


def corrections_of(waits: WaitQuerySet) -> dict[str, int]:
    """Returns how many corrections of each kind were made on these waits."""
    found = Correction.objects.filter(wait__in=waits).order_by().values_list("what", flat=True)
    return dict(Counter(found))


def p90_ages(now: datetime) -> dict[str, float]:
    """Returns per channel the seconds within which nine in ten of the last DEFAULT_DAYS days had their answer.

    A channel with too few waits, or in which that share is not reached, is left out.
    """
    today = local_day(now)
    chosen = ReportFilter(today - timedelta(days=DEFAULT_DAYS - 1), today)
    by_channel: dict[str, list[Wait]] = defaultdict(list)
    for wait in chosen.waits().counted():
        by_channel[wait.entry_channel].append(wait)
    found = {}
    for channel, waits in by_channel.items():
        made = figures(channel, waits, Clock.WALL, now, headline_of(channel))
        for percent, percentile in made.percentiles:
            if percent == P90 and percentile.value is not None:
                found[channel] = percentile.value
    return found


def listed(limits: Mapping[str, float]) -> QuerySet[Correction]:
    """Returns every correction of a real wait, first those that left out a wait beyond the limit of its channel.

    Then the newest first. Each has `late`, 1 or 0.
    """
    beyond = Q(pk__in=[])
    for channel, seconds in limits.items():
        began = F("wait__started_at") + timedelta(seconds=seconds)
        beyond |= Q(wait__entry_channel=channel, at__gt=began, what__in=LATE_OF)
    return (
        Correction.objects.exclude(wait__source=Source.SAMPLE)
        .select_related("wait")
        .annotate(late=Case(When(beyond, then=Value(1)), default=Value(0)))
        .order_by("-late", "-at", "-pk")
    )


def row_of(correction: Correction) -> CorrectionRow:
    """Returns a correction out of `listed` as the leader reads it."""
    wait = correction.wait
    return CorrectionRow(
        at=correction.at,
        who=correction.who,
        what=correction.what,
        reason=correction.reason,
        theme=correction.theme,
        wait=wait,
        age=(correction.at - wait.started_at).total_seconds(),
        late=bool(vars(correction)["late"]),
    )

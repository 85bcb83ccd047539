"""The messages above pages, read from their rows: in the reader's language, else in Dutch."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Q
from django.utils.timezone import localdate, make_aware

from home.alerts.models import AlertBanner
from home.alerts.rules import Alert, next_moment, shown
from home.cache.generation import cached_until_published
from home.languages import current_code, source_code


def alerts_for(path: str, districts: frozenset[str], now: datetime) -> list[Alert]:
    """Returns the messages for the page at this address; `districts` are those it is about or its reader chose."""
    code = current_code()
    here = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return shown(alerts_in(code, now), path=here, districts=districts, language=code, now=now)


def alerts_in(language: str, now: datetime) -> list[Alert]:
    """Returns every message that is not over, for readers of this language; in no order."""
    return [alert for alert in _alerts_of_day(language, localdate(now)) if alert.ends is None or alert.ends > now]


def next_alert_moment(now: datetime) -> datetime | None:
    """Returns the next moment at which a message appears or ends by itself; None when none does.

    No page is kept past it.
    """
    return next_moment(_moments_from(localdate(now)), now)


@cached_until_published
def _alerts_of_day(language: str, day: date) -> list[Alert]:
    """Returns the messages for readers of this language that are not over when this day begins."""
    rows = AlertBanner.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=_beginning(day)), locale__language_code__in={language, source_code()}
    ).select_related("district", "locale")
    return _alerts_of(rows, language)


@cached_until_published
def _moments_from(day: date) -> list[datetime]:
    since = _beginning(day)
    rows = AlertBanner.objects.filter(Q(starts__gt=since) | Q(ends__gt=since), locale__language_code=source_code())
    return [moment for pair in rows.values_list("starts", "ends") for moment in pair if moment is not None]


def _beginning(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def _alerts_of(rows: Iterable[AlertBanner], language: str) -> list[Alert]:
    originals: dict[object, AlertBanner] = {}
    translated: dict[object, AlertBanner] = {}
    for row in rows:
        (originals if row.locale.language_code == source_code() else translated)[row.translation_key] = row
    return [row.as_alert(translated.get(key)) for key, row in originals.items()]

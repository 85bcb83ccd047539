"""The messages above pages, read from their rows: in the reader's language, else in Dutch."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from home.alerts.models import AlertBanner
from home.alerts.rules import Alert, next_moment, shown
from home.cache.generation import kept
from home.languages import current_code, source_code


def alerts_for(path: str, districts: frozenset[str], now: datetime) -> list[Alert]:
    """The messages for the page at this address; `districts` are those it is about or its reader chose."""
    code = current_code()
    here = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return shown(alerts_in(code, now), path=here, districts=districts, language=code, now=now)


def alerts_in(language: str, now: datetime) -> list[Alert]:
    """Every message that is not over, for readers of this language."""

    def read() -> list[Alert]:
        rows = AlertBanner.objects.filter(
            Q(ends__isnull=True) | Q(ends__gt=now), locale__language_code__in={language, source_code()}
        ).select_related("district", "locale")
        return _read(rows, language)

    return kept(f"alerts:{language}", read)


def next_alert_moment(now: datetime) -> datetime | None:
    """When a message comes or goes by itself, first: until then a page may be kept."""

    def read() -> list[datetime]:
        rows = AlertBanner.objects.filter(Q(starts__gt=now) | Q(ends__gt=now), locale__language_code=source_code())
        return [moment for pair in rows.values_list("starts", "ends") for moment in pair if moment is not None]

    return next_moment(kept("alert moments", read), now)


def _read(rows: Iterable[AlertBanner], language: str) -> list[Alert]:
    originals: dict[object, AlertBanner] = {}
    translated: dict[object, AlertBanner] = {}
    for row in rows:
        (originals if row.locale.language_code == source_code() else translated)[row.translation_key] = row
    return [row.as_alert(translated.get(key)) for key, row in originals.items()]

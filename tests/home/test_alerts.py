"""A message above pages: where it stands, for whom, and that it goes by itself."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale

from home.alerts.rules import Alert, next_moment, shown, standing
from home.alerts.selectors import next_alert_moment
from home.cache.middleware import next_moments
from home.languages import TextInLanguage
from home.models import AlertBanner
from services.models import District

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOMENTS = st.integers(-5, 5).map(lambda hours: NOW + hours * HOUR)


def message(**given: Any) -> Alert:
    words = TextInLanguage("Bericht", "nl")
    return Alert(**{"heading": words, "text": words, "link": "", "link_text": words, "severity": "info",
                    "starts": NOW - HOUR, "ends": None, **given})  # fmt: skip


def seen(*alerts: Alert, path: str = "/diensten/jeugdhulp/", districts: tuple[str, ...] = (), language: str = "nl",
         now: datetime = NOW) -> list[Alert]:  # fmt: skip
    return shown(alerts, path=path, districts=frozenset(districts), language=language, now=now)


@pytest.mark.parametrize(
    ("ends", "at", "expected"),
    [
        (None, NOW - HOUR, "planned"),
        (None, NOW, "now"),
        (NOW + HOUR, NOW + HOUR - timedelta.resolution, "now"),
        (NOW + HOUR, NOW + HOUR, "over"),
    ],
)
def test_it_begins_and_ends_at_its_moment(ends: datetime | None, at: datetime, expected: str) -> None:
    assert standing(NOW, ends, at) == expected


@pytest.mark.parametrize(
    ("beginning", "path", "stands"),
    [
        ("", "/", True),
        ("/", "/vraag/", True),
        ("/diensten/", "/diensten/jeugdhulp/", True),
        ("/diensten", "/diensten/", True),
        ("/diensten/", "/dienstenlijst/", False),
        ("/diensten/jeugdhulp/", "/diensten/", False),
    ],
)
def test_it_stands_at_its_address_and_below(beginning: str, path: str, stands: bool) -> None:
    assert bool(seen(message(path=beginning), path=path)) == stands


def test_for_one_district_or_language_it_stands_nowhere_else() -> None:
    north = message(district="noord")
    assert seen(north, districts=("noord", "oost")) == [north]
    assert seen(north) == seen(north, districts=("oost",)) == []
    assert seen(message(language="ar")) == []
    assert len(seen(message(language="ar"), language="ar")) == 1


def test_what_is_urgent_stands_first() -> None:
    found = seen(message(severity="info"), message(severity="urgent"), message(severity="warning"))
    assert [alert.severity for alert in found] == ["urgent", "warning", "info"]


@given(st.lists(st.tuples(MOMENTS, st.none() | MOMENTS), max_size=4), MOMENTS, st.integers(0, 59))
def test_between_now_and_the_next_moment_nothing_changes(
    spans: list[tuple[datetime, datetime | None]], now: datetime, minutes: int
) -> None:
    alerts = [message(starts=starts, ends=ends) for starts, ends in spans]
    until = next_moment([moment for span in spans for moment in span], now)
    later = now + timedelta(minutes=minutes)
    if until is None or later < until:
        assert seen(*alerts, now=now) == seen(*alerts, now=later)


# --- on pages ---------------------------------------------------------------------------------------------------


def banner(language: str = "nl", **given: Any) -> AlertBanner:
    locale = Locale.objects.get(language_code=language)
    return AlertBanner.objects.create(
        **{"locale": locale, "heading": "Wij zijn dicht", "starts": timezone.now() - HOUR, **given}
    )


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/diensten/jeugdhulp/", "/vraag/", "/zoeken/", "/wie-helpt/", "/chat/"])
def test_a_message_for_everybody_stands_on_pages_and_doors(client: Client, path: str) -> None:
    banner()
    for language in ("nl", "ar"):
        assert "Wij zijn dicht" in client.get(f"/{language}{path}").content.decode()


@pytest.mark.django_db
def test_in_another_language_it_is_translated_or_marked_as_dutch(client: Client) -> None:
    dutch = banner(link="/nl/vraag/", link_text="Stel uw vraag")
    assert '<span lang="nl" dir="ltr">Wij zijn dicht</span>' in client.get("/ar/").content.decode()
    banner("ar", translation_key=dutch.translation_key, heading="نحن مغلقون", starts=dutch.starts)
    html = client.get("/ar/").content.decode()
    assert "نحن مغلقون" in html
    assert "Wij zijn dicht" not in html
    assert '<a href="/ar/vraag/"><span lang="nl" dir="ltr">Stel uw vraag</span></a>' in html


@pytest.mark.django_db
def test_for_a_district_it_stands_at_its_locations_and_where_a_visitor_chose_it(client: Client) -> None:
    banner(district=District.objects.get(slug="noord"))
    for path, stands in {
        "/nl/wijkteams/noord/": True,
        "/nl/wijkteams/oost/": False,
        "/nl/zoeken/?stadsdeel=noord": True,
        "/nl/": False,
    }.items():
        assert ("Wij zijn dicht" in client.get(path).content.decode()) == stands, path


@pytest.mark.django_db
def test_a_fact_in_it_is_filled_in_and_what_was_typed_is_escaped(client: Client) -> None:
    banner(text="Bel {fact:noodnummer} <b>nu</b>")
    html = client.get("/nl/").content.decode()
    assert 'Bel <bdi class="tel" dir="ltr"><a href="tel:112">112</a></bdi> &lt;b&gt;nu&lt;/b&gt;' in html


@pytest.mark.django_db
def test_the_page_cache_knows_when_it_comes_and_goes() -> None:
    now = timezone.now()
    starts, ends = now + timedelta(seconds=10), now + timedelta(seconds=20)
    banner(starts=starts, ends=ends)
    assert next_alert_moment(now) == starts
    assert next_alert_moment(starts) == ends
    assert starts in next_moments(now)


# --- what an editor may write ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"starts": NOW, "ends": NOW}, "ends"),
        ({"starts": NOW, "ends": NOW - HOUR}, "ends"),
        ({"path": "/nl/diensten/"}, "path"),
        ({"path": "diensten"}, "path"),
        ({"link": "/nl/vraag/"}, "link_text"),
        ({"link": "javascript:alert(1)", "link_text": "x"}, "link"),
        ({"link": "//elders.example/", "link_text": "x"}, "link"),
        ({"language": "xx"}, "language"),
    ],
)
def test_a_fault_is_told_next_to_its_field(wrong: dict[str, Any], field: str) -> None:
    row = AlertBanner(locale=Locale.objects.get(language_code="nl"), heading="Bericht", **wrong)
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert field in refused.value.error_dict


@pytest.mark.django_db
def test_the_database_refuses_an_end_before_the_beginning() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        banner(starts=NOW, ends=NOW - HOUR)


@pytest.mark.django_db
def test_editors_see_which_are_shown_planned_and_over(cast: Any, sign_in: Any) -> None:
    banner(heading="Nu bericht")
    banner(heading="Straks bericht", starts=timezone.now() + HOUR)
    banner(heading="Oud bericht", ends=timezone.now() - timedelta(minutes=1))
    editor = sign_in(cast.editor)
    for name, heading in {"now": "Nu", "planned": "Straks", "over": "Oud"}.items():
        html = editor.get(f"/beheer/snippets/home/alertbanner/?standing={name}").content.decode()
        assert [word for word in ("Nu", "Straks", "Oud") if f"{word} bericht" in html] == [heading]
    assert sign_in(cast.colleague).get("/beheer/snippets/home/alertbanner/").status_code != 200


@pytest.mark.django_db
def test_an_editor_sees_beforehand_how_it_will_stand(cast: Any, sign_in: Any) -> None:
    row = banner(heading="Zo komt het")
    editor = sign_in(cast.editor)
    fields = {"heading": "Zo wordt het", "starts": "2026-03-02 09:00", "severity": "urgent", "text": "", "link": "",
              "link_text": "", "ends": "", "path": "", "district": "", "language": ""}  # fmt: skip
    for address in (
        f"/beheer/snippets/home/alertbanner/preview/{row.pk}/",
        "/beheer/snippets/home/alertbanner/preview/",
    ):
        assert editor.post(address, fields).json()["is_valid"]
        assert "Zo wordt het" in editor.get(address + "?mode=").content.decode()

"""The figures of objections, complaints and reports: true inside, and without small numbers in what leaves."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from questions.desk_choices import FormalKind
from questions.models import FormalMatter
from questions.reachability.complaints import MatterCounts, matter_years, shared_rows
from tests.conftest import Cast
from tests.some import some

pytestmark = pytest.mark.django_db
PAGE = "/beheer/bereikbaarheid/klachten/"


def received(year: int, number: int, kind: str = "complaint", **days: date) -> None:
    """So many matters without a question, as they stay when it is forgotten."""
    FormalMatter.objects.bulk_create(
        FormalMatter(kind=kind, theme="geld", received_on=date(year, 2, 3), **days) for _number in range(number)
    )


def test_each_year_counts_what_was_received_and_what_became_of_it() -> None:
    received(2027, 2)
    received(2027, 1, admissible_on=date(2027, 3, 1), resolved_on=date(2028, 2, 29))
    received(2027, 1, "objection")
    received(2028, 1, inadmissible_on=date(2028, 2, 29))
    newest, oldest = matter_years()
    assert (newest.year, newest.whole) == (2028, MatterCounts(1, 0, 1, 0))
    assert oldest.kinds[FormalKind.COMPLAINT] == MatterCounts(3, 1, 0, 1)
    assert oldest.whole == MatterCounts(4, 1, 0, 1)


def test_only_who_may_see_the_figures_sees_them(cast: Cast, sign_in: Callable[[Any], Client]) -> None:
    received(2027, 3)
    html = sign_in(cast.leader).get(PAGE).content.decode()
    assert 'data-year="2027"' in html
    assert sign_in(cast.leader).get(f"{PAGE}klachten.csv").status_code == 200
    for other in (cast.colleague, cast.confidant, cast.editor, cast.administrator):
        for address in (PAGE, f"{PAGE}klachten.csv"):
            assert sign_in(other).get(address).status_code == 403


def test_no_number_under_ten_leaves_nor_can_be_found_by_taking_away() -> None:
    received(2026, 30)
    received(2026, 12, resolved_on=date(2026, 3, 1))
    received(2026, 4, "objection")
    received(2026, 6, "wmo_report", resolved_on=date(2026, 3, 1))
    received(2027, 25)
    received(2027, 3, "objection")
    received(2028, 6)
    received(2029, 5)
    rows = {row.years: row for row in shared_rows(matter_years()) if len(row.kinds) > 1}
    alone = [row for row in shared_rows(matter_years()) if len(row.kinds) == 1]
    assert [(row.years, row.kinds, row.received, row.resolved) for row in alone] == [
        ((2026,), (FormalKind.COMPLAINT,), 42, 12)
    ]
    assert (rows[2026,].kinds, rows[2026,].received) == ((FormalKind.OBJECTION, FormalKind.WMO_REPORT), 10)
    assert rows[2026,].resolved is None
    assert rows[2027,].received == 28
    assert rows[2029, 2028].received == 11
    for row in some(shared_rows(matter_years())):
        for number in (row.received, row.admissible, row.inadmissible, row.resolved):
            assert number is None or number >= 10


def test_too_few_in_all_years_together_are_left_out() -> None:
    assert shared_rows(matter_years()) == []
    received(2028, 9)
    assert shared_rows(matter_years()) == []


def test_the_file_opens_in_a_spreadsheet(cast: Cast, sign_in: Callable[[Any], Client]) -> None:
    received(2027, 12)
    response = sign_in(cast.leader).get(f"{PAGE}klachten.csv")
    text = b"".join(response.streaming_content) if response.streaming else response.content
    assert "2027;Klacht;12;;;" in text.decode("utf-8-sig")

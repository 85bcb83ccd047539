"""What docs/kpi.md promises in tables is what the code computes."""

import json
import re
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from questions.reachability.kpi import (
    DEFINITION_VERSION,
    ENDED_WITHOUT_ANSWER,
    NORMAL_95,
    PERCENTILES,
    Curve,
    OutcomeCode,
    Percentile,
)
from services.hours.rules import Calendar, DayException, Interval, WeekVersion
from tests.some import some

DOCUMENT = (Path(__file__).parents[2] / "docs" / "kpi.md").read_text(encoding="utf-8")
Row = dict[str, str]


def section(title: str) -> str:
    """The text under the heading with this title, up to the next heading."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found is not None, f"docs/kpi.md has no heading {title!r}"
    return found[1]


def tables(title: str) -> list[list[Row]]:
    """The tables under a heading: one dictionary per row, by the names in the table's head."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", section(title), re.MULTILINE)
    assert blocks, f"no table under {title!r}"
    found = []
    for block in blocks:
        cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in block.splitlines()]
        head, _rule, *lines = cells
        found.append([dict(zip(head, line, strict=True)) for line in lines])
    return found


def fenced_json(title: str) -> object:
    found = re.search(r"^```json\n(.*?)^```", section(title), re.MULTILINE | re.DOTALL)
    assert found is not None, f"no JSON under {title!r}"
    return json.loads(found[1])


def intervals(texts: list[str]) -> tuple[Interval, ...]:
    return tuple(Interval(*map(time.fromisoformat, text.split("-"))) for text in texts)


def documented_calendar() -> Calendar:
    data = fenced_json("The calendar of the examples")
    assert isinstance(data, dict)
    until = data["valid_until"]
    version = WeekVersion(
        date.fromisoformat(data["valid_from"]),
        date.fromisoformat(until) if until else None,
        tuple(intervals(day) for day in data["week"]),
    )
    closed = tuple(DayException(date.fromisoformat(day), (), why) for day, why in data["closed"].items())
    return Calendar(data["zone"], (version,), closed)


def moment(text: str, zone: str) -> datetime:
    """`Fri 2026-03-27 16:30:00+01:00`, with weekday and distance to UTC checked against the zone."""
    weekday, day_and_time = text.split(" ", 1)
    found = datetime.fromisoformat(day_and_time)
    local = found.astimezone(ZoneInfo(zone))
    assert found.utcoffset() == local.utcoffset(), f"{text} is not the time in {zone}"
    assert weekday == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[local.weekday()], text
    return found


def h_mm_ss(seconds: float) -> str:
    assert seconds == int(seconds)
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def documented_clock_examples() -> list[Row]:
    [table] = tables("Clock examples")
    assert len(table) >= 6
    return table


@pytest.mark.parametrize("row", documented_clock_examples(), ids=lambda row: row["why"])
def test_every_clock_example_in_the_document_holds_on_both_clocks(row: Row) -> None:
    calendar = documented_calendar()
    assert row["zone"] == calendar.zone
    start, end = moment(row["from"], row["zone"]), moment(row["to"], row["zone"])
    assert h_mm_ss((end - start).total_seconds()) == row["wall"]
    assert h_mm_ss(calendar.open_seconds_between(start, end)) == row["office"]


EXAMPLES = tuple(re.findall(r"^### (Example \w+)$", DOCUMENT, re.MULTILINE))


def example(title: str) -> tuple[Curve, list[Row], list[Row]]:
    """The curve of the waits of an example, its table of F and its table of percentiles."""
    waits, shares, percentiles = tables(title)
    return Curve([(int(row["seconds"]), row["outcome"]) for row in waits]), shares, percentiles


def or_not_reached(text: str) -> float | None:
    return None if text == "not reached" else float(text)


def test_the_document_works_out_three_examples() -> None:
    assert EXAMPLES == ("Example A", "Example B", "Example C")


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_shares_of_every_example_in_the_document_hold(title: str) -> None:
    curve, shares, _ = example(title)
    computed = [[f"{step.seconds:g}", *(f"{part:.6f}" for part in step[1:])] for step in curve.steps]
    assert computed == [[row["t"], row["F"], row["low"], row["high"]] for row in shares]


@pytest.mark.parametrize("title", EXAMPLES)
def test_the_percentiles_of_every_example_in_the_document_hold(title: str) -> None:
    curve, _, percentiles = example(title)
    assert [float(row["p"]) for row in percentiles] == list(PERCENTILES)
    for row in some(percentiles):
        expected = Percentile(*(or_not_reached(row[name]) for name in ("value", "low", "high")))
        assert curve.percentile(float(row["p"])) == expected


def test_the_json_in_the_document_is_what_the_curve_of_example_a_gives() -> None:
    given_text = json.dumps(fenced_json("The answer in JSON"))
    assert json.dumps(example("Example A")[0].to_json()) == given_text


def test_the_document_tells_every_outcome_and_which_of_them_last_for_ever() -> None:
    [rows] = tables("Outcomes")
    told = {row["outcome"].strip("`"): row["duration in the statistics"] for row in rows}
    assert set(told) == set(OutcomeCode)
    assert {outcome for outcome, duration in told.items() if duration == "for ever"} == ENDED_WITHOUT_ANSWER


def test_the_document_carries_the_version_of_the_definition_and_its_constants() -> None:
    assert f"Definitie {DEFINITION_VERSION}." in DOCUMENT
    assert f"This is definition {DEFINITION_VERSION}." in DOCUMENT
    statistics = section("Statistics")
    for constant in (f"+-{NORMAL_95}", "tolerance of 1e-9", "from 20 waits up", "cells under 10"):
        assert constant in statistics

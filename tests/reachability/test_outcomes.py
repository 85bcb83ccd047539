"""Where questions ended, for team leaders: true counts inside, merged ones in the file, and who may see them."""

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from questions.actions.forget import forget
from questions.actions.record_outcome import Ending, forget_old_gaps, write_ending
from questions.desk_choices import Destination
from questions.models import Gap, Outcome
from questions.privacy.keys import models_with_keys, rewrap_all
from questions.reachability.outcomes import OTHER, intake_of, outcomes_in, published, quarter_of, quarters_until
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
ADDRESS = "/beheer/bereikbaarheid/uitkomsten/"
DAY = date(2026, 3, 2)


def body(response: Any) -> str:
    return re.sub(r"\s+", " ", str(response.content.decode()))


def ended(destination: Destination, theme: str, number: int, day: date = DAY) -> None:
    Outcome.objects.bulk_create(
        Outcome(theme=theme, asked_on=day, settled_on=day, destination=destination) for _each in range(number)
    )


def test_only_people_who_may_see_figures_open_it(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.leader).get(ADDRESS).status_code == 200
    for other in some([cast.colleague, cast.teammate, cast.confidant, cast.editor]):
        assert sign_in(other).get(ADDRESS).status_code == 403
        assert sign_in(other).get(ADDRESS, {"als": "csv"}).status_code == 403
    assert Client().get(ADDRESS).status_code == 302


def test_what_is_recorded_is_counted_and_outlives_the_question(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(now=timezone.now()).question
    write_ending(question, Ending(Destination.TIEM, no_offer=True, gap="Een tolk Tigrinya"), timezone.now())
    forget(question)
    assert (Outcome.objects.get().question, Gap.objects.get().words()) == (None, "Een tolk Tigrinya")
    page = body(sign_in(cast.leader).get(ADDRESS))
    assert "Van 1 vraag is bekend waar die eindigde. Voor 1 is er geen passend aanbod." in page
    assert "Een tolk Tigrinya" in page
    earlier = quarters_until(timezone.localdate())[1]
    name = f"{earlier.first.year}-{(earlier.first.month + 2) // 3}"
    assert "Een tolk" not in body(sign_in(cast.leader).get(ADDRESS, {"kwartaal": name}))


def test_the_words_go_after_their_term_and_the_count_stays(asked: Ask) -> None:
    question = asked().question
    write_ending(question, Ending(Destination.TIEM, no_offer=True, gap="Een tolk"), MONDAY)
    term = timedelta(days=settings.REMARK_DAYS)
    assert forget_old_gaps(MONDAY + term - timedelta(seconds=1), term) == 0
    call_command("run_due")
    assert (Gap.objects.count(), Outcome.objects.get().no_offer) == (0, True)


def test_a_new_key_for_the_ring_wraps_the_words_again_and_they_open(asked: Ask, settings: Any) -> None:
    write_ending(asked().question, Ending(Destination.TIEM, no_offer=True, gap="Een tolk"), MONDAY)
    assert Gap in models_with_keys()
    old = settings.KEY_RING
    settings.KEY_RING = "newer:" + "bmV3" * 10 + "bmU=," + old
    assert rewrap_all(Gap).done == 1
    settings.KEY_RING = settings.KEY_RING.split(",")[0]
    assert Gap.objects.get().words() == "Een tolk"


def test_a_missing_key_of_the_words_is_told(cast: Cast, asked: Ask, sign_in: SignIn, settings: Any) -> None:
    question = asked(now=timezone.now()).question
    write_ending(question, Ending(Destination.TIEM, no_offer=True, gap="Een tolk"), timezone.now())
    settings.KEY_RING = "newer:" + "bmV3" * 10 + "bmU="
    assert "Kan nu niet open" in body(sign_in(cast.leader).get(ADDRESS))


def test_quarters_follow_each_other_without_a_gap() -> None:
    found = quarters_until(date(2026, 11, 30))
    assert (found[0].first, found[0].last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert [(later.first - earlier.last).days for later, earlier in pairwise(found)] == [1] * 7
    assert quarter_of(date(2026, 2, 28)).last == date(2026, 3, 31)


def test_counts_are_true_inside_and_small_ones_merged_in_the_file(cast: Cast, sign_in: SignIn) -> None:
    ended(Destination.SELF, "geld", 12)
    ended(Destination.SELF, "wonen", 3)
    ended(Destination.TIEM, "geld", 11)
    ended(Destination.TEAM, "geld", 4)
    ended(Destination.TEAM, "geld", 50, DAY - timedelta(days=90))
    found = outcomes_in(quarter_of(DAY), DAY)
    assert (found.total, found.by_destination()["team"], found.counts["self", "wonen"]) == (30, 4, 3)
    rows = published(found)
    # 4 by themselves would follow from the total: the smallest other destination stands with them.
    assert rows == [("self", OTHER, 15), (OTHER, OTHER, 15)]
    assert sum(number for _destination, _theme, number in rows) == found.total
    assert all(number >= 10 for _destination, _theme, number in some(rows))


def test_the_file_holds_what_is_published_and_no_words(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    today = timezone.localdate()
    ended(Destination.SELF, "geld", 12, today)
    question = asked(now=timezone.now()).question
    write_ending(question, Ending(Destination.SELF, no_offer=True, gap="Een tolk"), datetime.now(UTC))
    response = sign_in(cast.leader).get(ADDRESS, {"als": "csv"})
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[1:] for row in rows[1:]] == [["Zelf opgelost", "Geld en schulden", "13"]]
    assert "tolk" not in response.content.decode()


@pytest.mark.parametrize(("number", "half", "nine"), [(19, None, None), (20, 9, 17), (21, 10, 18)])
def test_days_until_a_first_conversation_are_told_from_twenty_up(
    number: int, half: int | None, nine: int | None
) -> None:
    found = intake_of(list(range(number))[::-1])
    assert (found.count, found.half, found.nine_of_ten) == (number, half, nine)

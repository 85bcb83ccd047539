"""Whatever changes, a kept page is right: what was published, closed, moved, or is over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.cache.middleware import right_until
from home.models import Municipality
from services.models import Fact
from tests.home.kept_pages import SERVICE, kept, page, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store"), pytest.mark.once]

# --- what changes ------------------------------------------------------------------------------------------


def change_title(words: str, language: str = "nl") -> None:
    found = page(language)
    found.title = words
    found.save_revision().publish()


def test_published_words_are_seen_at_once_and_drafts_are_not() -> None:
    seen()
    draft = page()
    draft.title = "Eerst een ontwerp"
    revision = draft.save_revision()
    assert kept(SERVICE)
    assert "Eerst een ontwerp" not in seen()
    revision.publish()
    assert "Eerst een ontwerp" in seen()


def test_a_page_that_is_taken_off_is_gone_and_comes_back() -> None:
    seen()
    page().unpublish()
    assert Client().get(SERVICE).status_code == 404
    page().save_revision().publish()
    assert Client().get(SERVICE).status_code == 200


def test_a_page_that_moved_is_at_its_new_place_only() -> None:
    seen()
    page().move(Page.objects.get(slug="over-ons", locale__language_code="nl"), pos="last-child")
    moved = Client().get(SERVICE)
    assert (moved.status_code, moved.headers["Location"]) == (301, "/nl/over-ons/jeugdhulp/")
    assert Client().get("/nl/over-ons/jeugdhulp/").status_code == 200


def test_a_page_that_is_closed_while_it_is_kept_is_closed_at_once() -> None:
    seen()
    closed = PageViewRestriction.objects.create(page=page(), restriction_type="login")
    for _time in range(2):
        assert Client().get(SERVICE).status_code == 302
    closed.delete()
    assert Client().get(SERVICE).status_code == 200
    assert not kept("/nl/diensten/")


def test_what_stands_below_a_page_that_is_closed_is_closed_too() -> None:
    seen()
    above = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3)
    PageViewRestriction.objects.create(page=above, restriction_type="password", password="geheim")
    assert "Jeugdhulp" not in seen("/nl/diensten/")
    assert page().title not in seen(SERVICE)


def test_a_page_in_the_menu_of_all_others_changes_them_all() -> None:
    other = "/nl/over-ons/"
    seen(other)
    menu = Page.objects.get(slug="diensten", locale__language_code="nl", depth=3).specific
    menu.title = "Alle diensten hier"
    menu.save_revision().publish()
    assert "Alle diensten hier" in seen(other)


def test_a_fact_is_right_on_every_page_at_once() -> None:
    path = "/nl/diensten/zorgen-melden/"
    assert "0800-2000" in seen(path)
    fact = Fact.objects.get(slug="veilig-thuis")
    fact.value = "0800-2999"
    fact.save()
    for code in ("nl", "en", "ar", "tr"):
        assert "0800-2999" in seen(f"/{code}/diensten/zorgen-melden/")


def test_the_name_of_the_municipality_is_right_at_once() -> None:
    seen()
    place = Municipality.objects.get()
    place.name = "Bommelstein"
    place.save()
    assert "Bommelstein" in seen()


def test_a_translation_and_the_pages_that_fall_back_on_dutch_follow() -> None:
    paths = {code: f"/{code}/diensten/jeugdhulp/" for code in ("nl", "en", "tr")}
    for path in paths.values():
        seen(path)
    change_title("Andere Nederlandse woorden")
    assert "Andere Nederlandse woorden" in seen(paths["tr"])
    assert "Andere Nederlandse woorden" not in seen(paths["en"])
    change_title("Other English words", "en")
    assert "Other English words" in seen(paths["en"])


def test_a_change_that_is_rolled_back_was_never_seen() -> None:
    before = seen()
    with transaction.atomic():
        change_title("Toch maar niet")
        assert "Toch maar niet" in seen()
        transaction.set_rollback(True)
    assert seen() == before
    assert "Toch maar niet" not in seen()


# --- what time changes -------------------------------------------------------------------------------------


def test_a_page_is_kept_a_minute_and_never_past_the_next_change_or_midnight() -> None:
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    minute = timedelta(seconds=60)
    assert right_until(at, []) == at + minute
    assert right_until(at, [at - minute, at, at + 2 * minute]) == at + minute
    assert right_until(at, [at + minute / 2, at + minute / 3]) == at + minute / 3
    before_midnight = datetime(2026, 3, 2, 22, 59, 30, tzinfo=UTC)
    assert right_until(before_midnight, []) == before_midnight + minute / 2
    at_midnight = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
    assert right_until(at_midnight, []) == at_midnight + minute


def test_a_kept_page_is_over_at_the_moment_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    # A Monday in winter; the office opens at nine.
    moment = [datetime(2026, 3, 2, 8, 59, 45, tzinfo=timezone.get_current_timezone())]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])
    before = seen("/en/")
    assert "opens today at 09:00" in before
    moment[0] += timedelta(seconds=14)
    assert seen("/en/") == before
    moment[0] += timedelta(seconds=1)
    after = seen("/en/")
    assert after != before
    assert "Open until 17:00" in after
    assert "opens today at 09:00" not in after


def test_a_kept_page_is_made_again_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [datetime(2026, 3, 2, 12, 0, tzinfo=UTC)]
    monkeypatch.setattr(timezone, "now", lambda: moment[0])
    seen()
    moment[0] += timedelta(seconds=59)
    assert kept(SERVICE)
    moment[0] += timedelta(seconds=1)
    assert not kept(SERVICE)


# --- what a browser keeps ----------------------------------------------------------------------------------


def test_a_browser_asks_each_time_and_hears_that_its_copy_is_right() -> None:
    first = Client().get(SERVICE)
    assert first.headers["Cache-Control"] == "no-cache"
    tag = first.headers["ETag"]
    for _time in range(2):
        again = Client().get(SERVICE, headers={"if-none-match": tag})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["ETag"] == tag
    change_title("Nieuwe woorden")
    fresh = Client().get(SERVICE, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert fresh.headers["ETag"] != tag
    assert "Nieuwe woorden" in fresh.content.decode()


@pytest.mark.parametrize("header", ['"something else"', "nonsense", ""])
def test_another_copy_is_not_right(header: str) -> None:
    seen()
    assert Client().get(SERVICE, headers={"if-none-match": header}).status_code == 200

"""Was this page helpful: counted once, with words that are sealed, of nobody in particular."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from questions.feedback.models import Remark, Vote
from questions.feedback.selectors import pages_voted_unhelpful, pages_with_votes
from questions.feedback.writer import SAME_CLICK, TIME_TO_WRITE, forget_old_remarks, record_remark, record_vote
from questions.privacy.slowdown import note_try
from tests.conftest import MONDAY
from tests.markup import one_line

pytestmark = pytest.mark.django_db
SECRET = "Het nummer klopt niet"


def page_in(language: str, slug: str = "jeugdhulp") -> Page:
    return Page.objects.get(slug=slug, locale__language_code=language)


def press(client: Client, page: Page, answer: str = "nee", language: str = "nl", **headers: str) -> Any:
    return client.post(f"/{language}/nuttig/", {"page": page.pk, "helpful": answer}, headers=headers)


def write(client: Client, given: Vote, text: str, language: str = "nl", **headers: str) -> Any:
    return client.post(f"/{language}/nuttig/opmerking/", {"vote": given.uid, "text": text}, headers=headers)


def test_a_page_asks_and_takes_a_vote_without_a_cookie_or_a_token(client: Client) -> None:
    page = page_in("nl")
    html = one_line(client.get("/nl/diensten/jeugdhulp/").content.decode())
    assert f'<input type="hidden" name="page" value="{page.pk}">' in html
    response = press(client, page, "ja")
    assert response.status_code == 200
    assert not client.cookies
    assert 'href="/nl/diensten/jeugdhulp/"' in response.content.decode()
    assert response.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert [(each.page_id, each.helpful) for each in Vote.objects.all()] == [(page.pk, True)]


@pytest.mark.parametrize("path", ["/nl/", "/nl/vraag/", "/nl/zoeken/", "/nl/bestaat-niet/"])
def test_doors_and_the_first_page_do_not_ask(client: Client, path: str) -> None:
    assert "data-vote" not in client.get(path).content.decode()


def test_on_a_page_without_translation_the_dutch_words_are_judged(client: Client) -> None:
    press(client, page_in("tr"), language="tr")
    press(client, page_in("ar"), language="ar")
    assert {each.page.locale.language_code for each in Vote.objects.all()} == {"nl", "ar"}


def test_a_double_click_counts_once_and_another_answer_takes_its_place(client: Client) -> None:
    page = page_in("nl")
    press(client, page, "ja")
    press(client, page, "ja")
    assert press(client, page, "nee").status_code == 200
    assert [each.helpful for each in Vote.objects.all()] == [False]


def test_others_in_the_same_library_count_too() -> None:
    page = page_in("nl")
    for browser in ("Firefox", "Chrome"):
        record_vote(page, True, f"10.0.0.1 {browser}", MONDAY)
    record_vote(page, True, "10.0.0.1 Firefox", MONDAY + SAME_CLICK)
    record_vote(page_in("nl", "privacy"), True, "10.0.0.1 Firefox", MONDAY)
    assert Vote.objects.count() == 4


def test_of_where_it_came_from_only_a_fingerprint_stays_and_only_for_a_minute() -> None:
    given = record_vote(page_in("nl"), True, "10.0.0.1 Firefox", MONDAY)
    assert given.press
    assert "10.0.0.1" not in given.press
    forget_old_remarks(MONDAY + SAME_CLICK, timedelta(days=1))
    given.refresh_from_db()
    assert given.press is None


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elders.example"}])
def test_a_form_on_another_website_counts_nothing(client: Client, headers: dict[str, str]) -> None:
    assert press(client, page_in("nl"), **headers).status_code == 403
    assert not Vote.objects.exists()


def test_what_is_no_page_of_the_site_cannot_be_judged(client: Client) -> None:
    page = page_in("nl")
    page.specific.unpublish()
    root = Page.objects.get(depth=1)
    for number in (page.pk, root.pk, 0, "x", ""):
        assert client.post("/nl/nuttig/", {"page": number, "helpful": "ja"}).status_code == 404
    assert client.post("/nl/nuttig/", {"page": page_in("nl", "privacy").pk, "helpful": "?"}).status_code == 404
    assert client.get("/nl/nuttig/").headers["Location"] == "/nl/"


def test_very_many_votes_from_one_address_have_to_wait_and_others_do_not(client: Client) -> None:
    now = timezone.now()
    for _number in range(200):
        note_try("vote-address", "127.0.0.1", now)
    assert press(client, page_in("nl")).status_code == 429
    other = client.post(
        "/nl/nuttig/", {"page": page_in("nl").pk, "helpful": "ja"}, REMOTE_ADDR="10.0.0.9"
    )  # fmt: skip
    assert other.status_code == 200


# --- the words with it -----------------------------------------------------------------------------------------------


def test_what_somebody_writes_is_sealed_and_can_be_read_by_who_has_the_key(client: Client) -> None:
    press(client, page_in("nl"))
    response = write(client, Vote.objects.get(), SECRET)
    assert response.status_code == 200
    remark = Remark.objects.get()
    assert SECRET.encode() not in bytes(remark.sealed_text) + bytes(remark.wrapped)
    assert remark.text == SECRET


def test_the_form_says_to_write_nothing_personal_and_asks_what_fits_the_vote(client: Client) -> None:
    no = press(client, page_in("nl"), "nee", language="en").content.decode()
    yes = press(client, page_in("nl", "privacy"), "ja", language="en").content.decode()
    assert "Do not write a name" in no
    assert "What was missing?" in no
    assert "What helped you?" in yes


def test_sent_twice_it_is_kept_once_and_nothing_at_all_is_kept_of_nothing(client: Client) -> None:
    given = record_vote(page_in("nl"), False, "hier", timezone.now())
    assert write(client, given, "  ").status_code == 200
    assert not Remark.objects.exists()
    assert write(client, given, "\u200b\u3164").status_code == 200
    assert not Remark.objects.exists()
    for _time in range(2):
        assert "kept as well" not in write(client, given, SECRET, "en").content.decode()
    assert Remark.objects.count() == 1


def test_other_words_with_the_same_vote_stand_beside_the_first_and_count_one_vote(client: Client) -> None:
    given = record_vote(page_in("nl"), False, "hier", timezone.now())
    write(client, given, SECRET)
    for _time in range(2):
        assert "What you sent before is kept as well." in write(client, given, "Iets anders", "en").content.decode()
    assert sorted(remark.text for remark in Remark.objects.all()) == sorted([SECRET, "Iets anders"])
    found = pages_with_votes().get(pk=given.page_id)
    assert (found.yes, found.no, found.all_votes, found.remarks) == (0, 1, 1, 2)


def test_a_long_text_comes_back_with_what_is_wrong(client: Client) -> None:
    given = record_vote(page_in("nl"), False, "hier", timezone.now())
    response = write(client, given, "x" * 1001)
    assert response.status_code == 422
    assert "x" * 1001 in response.content.decode()
    assert not Remark.objects.exists()


def test_words_for_an_unknown_or_old_vote_are_not_kept(client: Client) -> None:
    old = record_vote(page_in("nl"), False, "hier", timezone.now() - TIME_TO_WRITE)
    for uid in (old.uid, uuid.uuid4(), "x", ""):
        assert client.post("/nl/nuttig/opmerking/", {"vote": uid, "text": SECRET}).status_code == 200
    assert not Remark.objects.exists()


def test_words_of_danger_put_help_lines_above_the_thanks(client: Client) -> None:
    given = record_vote(page_in("nl"), False, "hier", timezone.now())
    assert "0800-2000" in write(client, given, "Mijn man slaat mij").content.decode()
    other = record_vote(page_in("nl"), False, "daar", timezone.now())
    assert "0800-2000" not in write(client, other, SECRET).content.decode()


def test_the_script_gets_only_the_part_that_it_puts_in_its_place(client: Client) -> None:
    html = press(client, page_in("nl"), **{"X-Part": "1"}).content.decode()
    assert html.strip().startswith("<section")
    assert "<h2" in html
    assert "<h1" not in html


def test_after_the_term_the_words_are_gone_and_the_count_stays() -> None:
    given = record_vote(page_in("nl"), False, "hier", MONDAY)
    record_remark(given, SECRET, MONDAY)
    term = timedelta(days=30)
    assert forget_old_remarks(MONDAY + term - timedelta.resolution, term) == 0
    assert forget_old_remarks(MONDAY + term, term) == 1
    assert not Remark.objects.exists()
    assert Vote.objects.count() == 1


def test_the_database_takes_the_same_words_with_a_vote_once() -> None:
    given = record_vote(page_in("nl"), False, "hier", MONDAY)
    record_remark(given, SECRET, MONDAY)
    again = Remark(vote=given, at=MONDAY, fingerprint=Remark.objects.get().fingerprint)
    again.seal_text(SECRET)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_the_pages_that_helped_too_few_are_named_the_worst_first() -> None:
    now = timezone.now()
    for slug, yes, no in (("jeugdhulp", 1, 4), ("privacy", 9, 5), ("meedoen", 0, 2), ("over-ons", 0, 9)):
        for number in range(yes + no):
            record_vote(page_in("nl", slug), number < yes, f"{slug} {number}", now)
    for number in range(9):
        record_vote(page_in("ar"), False, f"oud {number}", now - timedelta(days=91))
    assert [(each.page.slug, each.language, each.yes, each.no) for each in pages_voted_unhelpful(now)] == [
        ("over-ons", "nl", 0, 9),
        ("jeugdhulp", "nl", 1, 4),
    ]

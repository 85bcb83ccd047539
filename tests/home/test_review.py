"""Pages that are read again: who is asked, how they answer without an account, and what a link alone does not do."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import localdate
from wagtail.models import Page, PageLogEntry

from home.models import BasePage, ReviewReminder
from home.pages.reviewed import months_after
from home.review.reminders import remind
from home.review.writer import STILL_RIGHT, confirm, due_pages, token_for
from tests.conftest import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[..., Client]
DUE = date(2026, 6, 1)
MORNING = datetime(2026, 6, 1, 7, 0, tzinfo=UTC)
OWNER = "wijkverpleging@example.org"


@pytest.fixture
def page() -> BasePage:
    """A Dutch page with an owner, whose day has come."""
    found: BasePage = Page.objects.get(slug="privacy", locale__language_code="nl").specific
    found.owner_mail, found.owner_name, found.review_on = OWNER, "Noor", DUE
    found.save()
    type(found).objects.exclude(pk=found.pk).update(review_on=date(2030, 1, 1))
    return found


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last_one(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_every_published_page_gets_a_day_half_a_year_ahead_without_anybody_asking() -> None:
    page = Page.objects.get(slug="over-ons", locale__language_code="nl").specific
    assert page.review_every == 6
    assert page.review_on == months_after(localdate(page.last_published_at), 6)


def test_a_page_that_is_never_read_again_has_no_day(page: BasePage) -> None:
    page.review_every = 0
    page.save()
    assert page.review_on is None


def test_the_day_does_not_make_load_content_think_that_somebody_changed_the_page() -> None:
    page = Page.objects.get(slug="over-ons", locale__language_code="nl").specific
    assert page.fingerprint() == page.loaded_hash
    page.review_on = DUE
    assert page.fingerprint() == page.loaded_hash
    page.owner_name = "Noor"
    assert page.fingerprint() != page.loaded_hash


def test_the_owner_gets_one_mail_when_it_is_due_and_one_thirty_days_later(page: BasePage) -> None:
    assert remind(MORNING - timedelta(days=1)) == 0
    assert [remind(MORNING + timedelta(days=day)) for day in (0, 0, 10, 29, 30, 31, 90)] == [1, 0, 0, 0, 1, 0, 0]
    assert [message.to for message in mail.outbox] == [[OWNER], [OWNER]]


def test_the_mail_holds_title_and_link_and_nothing_of_the_page(page: BasePage) -> None:
    remind(MORNING)
    message = mail.outbox[0]
    assert page.title in message.subject
    assert "http://testserver/klopt-nog/" in message.body
    assert OWNER not in message.body
    assert "Noor" not in message.body
    assert page.summary not in message.body


def test_a_mail_that_could_not_be_sent_is_tried_again(page: BasePage, monkeypatch: Any) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert remind(MORNING) == 0
    monkeypatch.undo()
    assert remind(MORNING) == 1
    assert ReviewReminder.objects.count() == 1


def test_opening_the_link_confirms_nothing_and_the_button_does(page: BasePage, client: Client) -> None:
    address = f"/klopt-nog/{token_for(page)}/"
    opened = client.get(address)
    assert opened.status_code == 200
    assert page.title in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    assert "sessionid" not in client.cookies
    page.refresh_from_db()
    assert page.review_on == DUE
    assert client.post(address, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    page.refresh_from_db()
    assert page.confirmed_on is not None
    assert page.review_on == months_after(page.confirmed_on, 6)
    entry = PageLogEntry.objects.get(page=page.pk, action=STILL_RIGHT)
    assert entry.user is None
    assert OWNER not in str(entry.data)


def test_a_link_works_once(page: BasePage, client: Client) -> None:
    address = f"/klopt-nog/{token_for(page)}/"
    client.post(address)
    again = client.post(address)
    assert '<form class="form" method="post">' not in again.content.decode()
    assert PageLogEntry.objects.filter(page=page.pk, action=STILL_RIGHT).count() == 1


@pytest.mark.parametrize("token", ["iets", "WzEsIiJd:1vR:abc"])
def test_a_link_that_somebody_made_up_opens_nothing(token: str, client: Client) -> None:
    assert client.get(f"/klopt-nog/{token}/").status_code == 410


def test_a_link_expires(page: BasePage, client: Client, monkeypatch: Any) -> None:
    address = f"/klopt-nog/{token_for(page)}/"
    import time

    later = time.time() + 61 * 24 * 3600
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert client.post(address).status_code == 410
    page.refresh_from_db()
    assert page.review_on == DUE


def test_a_form_on_another_website_confirms_nothing(page: BasePage, client: Client) -> None:
    answer = client.post(f"/klopt-nog/{token_for(page)}/", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    page.refresh_from_db()
    assert page.review_on == DUE


def test_an_editor_says_it_in_the_admin_and_the_history_tells_who(page: BasePage, cast: Cast, sign_in: SignIn) -> None:
    address = f"/beheer/klopt-nog/{page.pk}/"
    assert sign_in(cast.editor).get(address).status_code == 200
    page.refresh_from_db()
    assert page.review_on == DUE
    sign_in(cast.editor).post(address)
    page.refresh_from_db()
    assert page.review_on != DUE
    assert PageLogEntry.objects.get(page=page.pk, action=STILL_RIGHT).user == cast.editor
    for other in (cast.colleague, cast.leader, cast.administrator):
        assert sign_in(other).post(address).status_code in (302, 403)
    assert PageLogEntry.objects.filter(page=page.pk, action=STILL_RIGHT).count() == 1


def test_every_language_gets_the_day_and_a_draft_keeps_its_words(page: BasePage) -> None:
    page.title = "Een titel die nog niemand mag lezen"
    page.save_revision(clean=False)
    stored = type(page).objects.get(pk=page.pk)
    confirm(stored, MORNING)
    assert set(type(page).objects.filter(translation_key=page.translation_key).values_list("confirmed_on")) == {
        (MORNING.date(),)
    }
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.title == "Een titel die nog niemand mag lezen"
    assert (draft.confirmed_on, draft.review_on) == (MORNING.date(), date(2026, 12, 1))


def test_only_pages_whose_day_has_come_are_asked_for_the_longest_overdue_first(page: BasePage) -> None:
    other = Page.objects.get(slug="klacht", locale__language_code="nl").specific
    type(other).objects.filter(pk=other.pk).update(review_on=DUE - timedelta(days=3))
    found = [each.slug for each in due_pages(DUE) if each.slug in ("klacht", "privacy")]
    assert found == ["klacht", "privacy"]
    assert page.pk not in [each.pk for each in due_pages(DUE - timedelta(days=1))]

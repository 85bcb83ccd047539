"""What visitors say of pages is read by editors, and by nobody else."""

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from questions.feedback.models import Remark
from questions.feedback.wagtail_hooks import pages_that_do_not_help
from questions.feedback.writer import record_remark, record_vote
from tests.some import some

pytestmark = pytest.mark.django_db
COUNTS, REMARKS = "/beheer/nuttig/", "/beheer/nuttig/opmerkingen/"
SECRET = "Het nummer klopt niet"


@pytest.fixture
def voted(db: None) -> None:
    now = timezone.now()
    for language, helpful, where, at in (
        ("nl", False, "a", now),
        ("nl", True, "b", now - timedelta(days=60)),
        ("ar", False, "c", now),
    ):
        given = record_vote(Page.objects.get(slug="jeugdhulp", locale__language_code=language), helpful, where, at)
        if not helpful:
            record_remark(given, f"{SECRET} ({language})", now)


@pytest.mark.parametrize("address", [COUNTS, REMARKS, COUNTS + "lijst/", REMARKS + "lijst/", REMARKS + "?export=csv"])
def test_only_editors_may_read_it(voted: None, cast: Any, sign_in: Any, address: str) -> None:
    for who in (cast.colleague, cast.leader, cast.administrator, cast.root):
        response = sign_in(who).get(address)
        assert response.status_code == 403
        assert SECRET not in response.content.decode()
    response = sign_in(cast.editor).get(address)
    assert response.status_code == 200


def test_counts_are_per_page_and_language_and_per_period(voted: None, cast: Any, sign_in: Any) -> None:
    editor = sign_in(cast.editor)

    def rows(query: str) -> list[list[str]]:
        response = editor.get(f"{COUNTS}?export=csv{query}")
        lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
        return list(csv.reader(lines, delimiter=";"))[1:]

    nl, ar = (str(Page.objects.get(slug="jeugdhulp", locale__language_code=code).title) for code in ("nl", "ar"))
    assert sorted(rows("")) == sorted([[nl, "nl", "1", "1", "1"], [ar, "ar", "1", "0", "1"]])
    assert rows("&language=ar") == [[ar, "ar", "1", "0", "1"]]
    assert [nl, "nl", "1", "0", "1"] in rows("&period=30")


def test_remarks_are_read_filtered_and_exported(voted: None, cast: Any, sign_in: Any) -> None:
    editor = sign_in(cast.editor)
    assert f"{SECRET} (nl)" in editor.get(REMARKS).content.decode()
    assert f"{SECRET} (nl)" not in editor.get(f"{REMARKS}?language=ar").content.decode()
    exported = b"".join(editor.get(f"{REMARKS}?export=csv&language=ar").streaming_content).decode()
    assert f"{SECRET} (ar)" in exported


def test_a_remark_without_its_key_says_so(voted: None, cast: Any, sign_in: Any) -> None:
    Remark.objects.update(ring_name="gone")
    response = sign_in(cast.editor).get(REMARKS)
    assert response.status_code == 200
    assert SECRET not in response.content.decode()


def test_a_rotated_ring_still_opens_every_remark(voted: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KEY_RING", "new:" + "A" * 43 + "=," + settings.KEY_RING)
    told = StringIO()
    call_command("rewrap_keys", stdout=told)
    assert told.getvalue().startswith("2 keys")
    assert {each.ring_name for each in Remark.objects.all()} == {"new"}
    assert all(SECRET in each.text for each in some(Remark.objects.all()))


def test_the_start_screen_of_editors_tells_how_many_pages_helped_too_few(cast: Any, rf: Any) -> None:
    page = Page.objects.get(slug="jeugdhulp", locale__language_code="nl")
    for number in range(3):
        record_vote(page, False, str(number), timezone.now())
    request = rf.get("/beheer/")
    for who, counts in ((cast.editor, [1]), (cast.leader, [])):
        request.user = who
        assert [task.count for task in pages_that_do_not_help(request)] == counts

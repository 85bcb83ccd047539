"""The start screen of editors: what is theirs to do, for who may, and with a fixed number of queries."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.editing.tasks import FIRST, tasks_for
from home.models import BrokenLink, ContentPage, LinkFault
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[..., Client]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PARTS = ("/beheer/kapotte-links/", "/beheer/klopt-nog/", "/beheer/vertalingen/")


def break_a_link() -> None:
    page = ContentPage.objects.get(slug="privacy", locale__language_code="nl")
    BrokenLink.objects.create(page_id=page.pk, field="body", target="/nl/weg/", fault=LinkFault.PATH_GONE, since=NOW)


def make_due(count: int) -> None:
    for model in (ContentPage,):
        numbers = list(model.objects.filter(locale__language_code="nl").values_list("pk", flat=True)[:count])
        model.objects.filter(pk__in=numbers).update(review_on=date(2020, 1, 1))


def test_an_editor_reads_what_there_is_to_do_and_where(cast: Cast, sign_in: SignIn) -> None:
    break_a_link()
    make_due(2)
    html = sign_in(cast.editor).get("/beheer/").content.decode()
    assert html.count('class="task__count"') >= 3
    for address in PARTS:
        assert f'href="{address}' in html, address


def test_what_residents_read_wrong_now_comes_first(cast: Cast, rf: object) -> None:
    break_a_link()
    make_due(1)
    request = rf.get("/beheer/")  # type: ignore[attr-defined]
    request.user = cast.editor
    urgencies = [task.urgency for task in tasks_for(request)]
    assert urgencies == sorted(urgencies)
    assert urgencies[0] == FIRST


def test_every_row_leads_to_a_list_that_opens(cast: Cast, sign_in: SignIn, rf: object) -> None:
    break_a_link()
    make_due(1)
    request = rf.get("/beheer/")  # type: ignore[attr-defined]
    request.user = cast.editor
    editor = sign_in(cast.editor)
    tasks = tasks_for(request)
    assert len(tasks) > 1
    for task in some(tasks):
        assert editor.get(task.url).status_code == 200, task


def test_nobody_else_has_this_screen(cast: Cast, sign_in: SignIn) -> None:
    break_a_link()
    for other in (cast.colleague, cast.leader, cast.administrator):
        assert 'class="task__count"' not in sign_in(other).get("/beheer/").content.decode()


def queries(user: User, sign_in: SignIn) -> int:
    client = sign_in(user)
    client.get("/beheer/")
    with CaptureQueriesContext(connection) as seen:
        client.get("/beheer/")
    return len(seen)


def test_more_pages_cost_no_more_queries(cast: Cast, sign_in: SignIn) -> None:
    make_due(1)
    before = queries(cast.editor, sign_in)
    make_due(5)
    break_a_link()
    assert queries(cast.editor, sign_in) == before

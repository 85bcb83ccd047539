"""A writer hands in, an editor approves; a page goes out at its hour; a preview speaks the language of its page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, TaskState, Workflow

from portal.management.commands.run_due import publish_scheduled
from questions.management.commands.set_up_roles import EDITOR, WRITER
from services.models import ServicePage
from tests.conftest import Cast, person
from tests.home.test_ready_to_publish import WHOLE, service_form
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[..., Client]


def dutch(slug: str) -> Page:
    return Page.objects.get(slug=slug, locale__language_code="nl").specific


def test_every_page_has_the_workflow_of_the_editors() -> None:
    assert {workflow.name for workflow in Workflow.objects.filter(active=True)} == {EDITOR}
    for code in ("nl", "en", "ar"):
        page = Page.objects.get(slug="jeugdhulp", locale__language_code=code)
        assert page.get_workflow().name == EDITOR


def test_a_writer_hands_in_and_cannot_publish_and_an_editor_approves(cast: Cast, sign_in: SignIn) -> None:
    writer, parent = person("willem", WRITER), dutch("diensten")
    address = f"/beheer/pages/add/services/servicepage/{parent.pk}/"
    sign_in(writer).post(address, service_form(**WHOLE) | {"action-publish": "1"})
    page = ServicePage.objects.get(slug="formulieren", locale__language_code="nl")
    assert not page.live
    sign_in(writer).post(f"/beheer/pages/{page.pk}/edit/", service_form(**WHOLE) | {"action-submit": "1"})
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    approve = f"/beheer/pages/workflow/action/{page.pk}/approve/{state.pk}/"
    sign_in(writer).post(approve, {"comment": ""})
    page.refresh_from_db()
    assert not page.live
    assert "formulieren" in sign_in(cast.editor).get("/beheer/").content.decode().lower()
    sign_in(cast.editor).post(approve, {"comment": ""})
    page.refresh_from_db()
    assert page.live


def test_what_became_unfit_since_it_was_handed_in_is_not_approved_unseen(cast: Cast, sign_in: SignIn) -> None:
    page = dutch("jeugdhulp")
    page.what = "<p></p>"
    revision = page.save_revision(clean=False)
    page.get_workflow().start(page, person("willem", WRITER))
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    sign_in(cast.editor).post(f"/beheer/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})
    page.refresh_from_db()
    assert page.live_revision_id != revision.pk


def let_the_hour_come(page: Page) -> None:
    """As if the scheduled moment of the page had passed."""
    past = timezone.now() - timedelta(minutes=1)
    for revision in page.revisions.filter(approved_go_live_at__isnull=False):
        revision.content["go_live_at"] = past.isoformat()
        revision.approved_go_live_at = past
        revision.save()


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_a_page_goes_out_at_its_hour_and_comes_down_at_its_hour(code: str) -> None:
    page = Page.objects.get(slug="jeugdhulp", locale__language_code="nl").specific
    same = Page.objects.get(slug="jeugdhulp", locale__language_code=code)  # goes by the hours of the Dutch page
    page.unpublish()
    now = timezone.now()
    page.title, page.go_live_at = "Op tijd", now + timedelta(hours=1)
    page.save_revision(clean=False).publish()
    publish_scheduled(now)
    assert not Page.objects.get(pk=same.pk).live
    let_the_hour_come(page)
    publish_scheduled(now)
    assert Page.objects.get(pk=page.pk).title == "Op tijd"
    assert Page.objects.get(pk=same.pk).live
    Page.objects.filter(pk=page.pk).update(expire_at=now - timedelta(minutes=1))
    publish_scheduled(now)
    assert not Page.objects.get(pk=same.pk).live


@pytest.mark.parametrize(("code", "attributes"), [("nl", 'lang="nl" dir="ltr"'), ("ar", 'lang="ar" dir="rtl"')])
def test_a_preview_is_in_the_language_and_the_direction_of_its_page(
    code: str, attributes: str, cast: Cast, sign_in: SignIn
) -> None:
    page = Page.objects.get(slug="jeugdhulp", locale__language_code=code)
    answer = sign_in(cast.editor).get(f"/beheer/pages/{page.pk}/view_draft/")
    html = answer.content.decode()
    start = html[html.index("<html") : html.index(">", html.index("<html"))]
    for part in some(attributes.split()):
        assert part in start
    # The editor shows it in a frame of its own, where the content checker runs.
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "js/content-checks.js" in html


def test_a_reader_gets_neither_checker_nor_looser_policy(client: Client) -> None:
    answer: Any = client.get("/nl/diensten/jeugdhulp/")
    assert "content-checks" not in answer.content.decode()
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_the_history_of_a_page_opens(cast: Cast, sign_in: SignIn) -> None:
    page = dutch("jeugdhulp")
    assert sign_in(cast.editor).get(f"/beheer/pages/{page.pk}/history/").status_code == 200

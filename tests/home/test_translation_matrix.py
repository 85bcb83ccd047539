"""The report of translations: every Dutch page in every language, filtered, counted and taken along."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.translation.matrix_views import MatrixView
from services.models import ServicePage
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]

DOOR = "/beheer/vertalingen/"


@pytest.fixture
def editor(sign_in: Any, cast: Any) -> Client:
    client: Client = sign_in(cast.editor)
    return client


@pytest.fixture
def changed() -> ServicePage:
    """A Dutch page that says something else than its translations."""
    page = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")
    page.summary = "Heel iets anders."
    page.save_revision().publish()
    return page


def titles(response: Any) -> list[str]:
    return [page.title for page in response.context["object_list"]]


def test_an_editor_finds_it_among_the_reports_and_others_do_not(editor: Client, sign_in: Any, cast: Any) -> None:
    assert DOOR in editor.get("/beheer/").content.decode()
    assert editor.get(DOOR).status_code == 200
    assert sign_in(cast.leader).get(DOOR).status_code != 200


def test_every_dutch_page_has_a_row_and_every_language_a_column(editor: Client, changed: ServicePage) -> None:
    response = editor.get(DOOR)
    pages = Page.objects.filter(live=True, depth__gt=1, locale__language_code="nl")
    assert response.context["items_count"] == pages.count()
    assert [language.code for language in response.context["columns"]] == ["en", "ar", "tr", "pl", "uk"]
    row = next(page for page in response.context["object_list"] if page.pk == changed.pk)
    assert [state.name for state in row.states] == ["outdated", "outdated", "fallback", "fallback", "fallback"]
    html = response.content.decode()
    arabic = changed.get_translations().get(locale__language_code="ar")
    assert f'href="/beheer/pages/{arabic.pk}/edit/"' in html
    assert f'href="{arabic.url}"' in html


def test_a_translation_that_was_taken_off_the_site_is_missing(editor: Client, changed: ServicePage) -> None:
    changed.get_translations().get(locale__language_code="ar").specific.unpublish()
    row = next(page for page in editor.get(DOOR).context["object_list"] if page.pk == changed.pk)
    assert (row.states[1].name, row.states[1].address) == ("fallback", "")


def test_every_state_is_a_word_with_an_icon(editor: Client, changed: ServicePage) -> None:
    html = editor.get(DOOR).content.decode()
    for name, icon in (("outdated", "history"), ("machine", "cogs"), ("fallback", "cross")):
        part = html.split(f"state--{name}")[1].split("</span>")[0]
        assert f"#icon-{icon}" in part
        assert part.split("</svg>")[1].strip()


def test_it_is_filtered_by_state_language_type_and_section(editor: Client, changed: ServicePage) -> None:
    assert titles(editor.get(DOOR, {"state": "outdated"})) == [changed.title]
    assert titles(editor.get(DOOR, {"state": "outdated", "language": "ar"})) == [changed.title]
    assert titles(editor.get(DOOR, {"state": "outdated", "language": "tr"})) == []
    chosen = editor.get(DOOR, {"language": "ar"})
    assert [language.code for language in chosen.context["columns"]] == ["ar"]
    kind = changed.content_type_id
    by_type = titles(editor.get(DOOR, {"content_type": kind}))
    assert len(by_type) == ServicePage.objects.filter(live=True, locale__language_code="nl").count()
    section = changed.get_ancestors().get(depth=3)
    below = titles(editor.get(DOOR, {"section": section.pk, "state": "outdated"}))
    assert below == [changed.title]
    elsewhere = Page.objects.filter(depth=3, locale__language_code="nl").exclude(pk=section.pk).first()
    assert titles(editor.get(DOOR, {"section": elsewhere.pk, "state": "outdated"})) == []


def test_it_is_filtered_by_owner(editor: Client, changed: ServicePage) -> None:
    ServicePage.objects.filter(pk=changed.pk).update(owner_name="Team jeugd")
    assert titles(editor.get(DOOR, {"owner_named": "Team jeugd"})) == [changed.title]


def test_the_counts_of_each_language_add_up(editor: Client, changed: ServicePage) -> None:
    response = editor.get(DOOR)
    for _language, counted in some(response.context["counts"]):
        assert sum(number for _state, number in counted) == response.context["items_count"]
    arabic = {state.name: number for state, number in response.context["counts"][1][1]}
    assert arabic["outdated"] == 1


def test_it_goes_along_as_a_spreadsheet(editor: Client, changed: ServicePage) -> None:
    text = b"".join(editor.get(DOOR, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == Page.objects.filter(live=True, depth__gt=1, locale__language_code="nl").count()
    row = next(row for row in rows if row[next(iter(row))] == changed.title)
    assert changed.url in row.values()
    assert row["Arabisch"] == row["Engels"] != row["Turks"]
    sheet = b"".join(editor.get(DOOR, {"export": "xlsx", "state": "outdated"}).streaming_content)
    table = list(openpyxl.load_workbook(io.BytesIO(sheet)).active.iter_rows(values_only=True))
    assert [line[0] for line in table[1:]] == [changed.title]


def test_a_hundred_rows_cost_as_many_queries_as_one(editor: Client, monkeypatch: Any) -> None:
    editor.get(DOOR)
    counts = set()
    for many in (1, 5, 100):
        monkeypatch.setattr(MatrixView, "paginate_by", many)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(DOOR).status_code == 200
        counts.add(len(queries))
    assert len(counts) == 1


def test_the_editor_of_a_dutch_page_sees_its_states_and_may_tick_a_minor_edit(
    editor: Client, changed: ServicePage
) -> None:
    html = editor.get(f"/beheer/pages/{changed.pk}/edit/").content.decode()
    assert 'name="minor_edit"' in html
    assert html.count('class="state state--outdated"') == 2
    assert not html.split('name="minor_edit"')[1].split(">")[0].count("checked")

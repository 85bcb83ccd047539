"""Lists as files: read by a double click in a Dutch Excel, and a cell is never a formula."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect

from home.models import AlertBanner, ContentPage
from home.text.spreadsheets import MARK, cell_of_text, for_double_click
from questions.management.commands.set_up_roles import EDITOR
from tests.some import some

FORMULA = '=HYPERLINK("http://example.org";"klik")'


@pytest.mark.parametrize(
    "value", [FORMULA, "+31 6 1234", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-", "=1"]
)
def test_what_begins_like_a_formula_is_words(value: str) -> None:
    assert cell_of_text(value) == f"'{value}"


@pytest.mark.parametrize("value", ["Zoë", "-5", "-5,50", "12", "", "a=b", "'=1"])
def test_other_cells_stay_as_they_are(value: str) -> None:
    assert cell_of_text(value) == value


def rows_of(data: bytes) -> list[list[str]]:
    text = data.decode()
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=";"))


def test_columns_letters_and_lines_within_a_cell_come_over() -> None:
    made = 'Titel,Wat\r\nZoë;x,"een, twee\r\n=drie"\r\n"=1+1","zei ""ja"""\r\n'.encode()
    expected = [["Titel", "Wat"], ["Zoë;x", "een, twee\r\n=drie"], ["'=1+1", 'zei "ja"']]
    assert rows_of(b"".join(for_double_click([made]))) == expected
    assert rows_of(b"".join(for_double_click(bytes([each]) for each in made))) == expected


# --- every list of the admin ------------------------------------------------------------------------------


def exports(patterns: Any = None, before: str = "/") -> Iterator[tuple[str, type[SpreadsheetExportMixin]]]:
    """The addresses, without a number in them, of every view that gives its list as a file."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from exports(each.url_patterns, path)
        elif isinstance(each, URLPattern) and "<" not in path and "(" not in path:
            view = getattr(each.callback, "view_class", None)
            if view and issubclass(view, SpreadsheetExportMixin):
                yield path.replace("^", "").replace("$", ""), view


@pytest.fixture
def desk(client: Client, django_user_model: Any) -> Client:
    person = django_user_model.objects.create_superuser("beheer", first_name=FORMULA, last_name="@x")
    person.groups.add(Group.objects.get(name=EDITOR))  # some lists are for a role, whoever else may do everything
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    return client


def fetched(desk: Client, path: str, kind: str) -> Any:
    return content_of(desk.get(path, {"export": kind}), path)


def content_of(response: Any, path: str) -> bytes:
    assert response.status_code == 200, path
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.once
@pytest.mark.django_db
def test_no_list_of_the_admin_has_a_formula(desk: Client) -> None:
    page = ContentPage.objects.get(content_key="over-ons", locale__language_code="nl", alias_of=None)
    page.title = FORMULA
    page.save_revision(user=desk.get("/beheer/").wsgi_request.user).publish()
    Redirect.objects.create(old_path="/nl/=oud", redirect_link="https://example.org/")
    AlertBanner.objects.create(heading=FORMULA, text="+x", locale=page.locale)
    offered = {path for path, view in exports() if view.list_export}
    tables: dict[str, bytes] = {}
    # What stands in the place of a list of Wagtail: that one is looked at too.
    for path, _view in some(exports()):
        answer = desk.get(path, {"export": "csv"})
        if answer.status_code == 302:
            offered.discard(path)
            assert answer.headers["Location"] in offered, path
        elif path in offered:
            tables[path] = content_of(answer, path)
    paths = sorted(offered)
    assert {"/beheer/redirects/", "/beheer/vertalingen/", "/beheer/nuttig/opmerkingen/"} <= offered
    seen = 0
    for path in some(paths):
        rows = rows_of(tables[path])
        cells = [cell for row in rows for cell in row]
        seen += f"'{FORMULA}" in cells
        assert not [cell for cell in some(cells) if cell[:1] in "=+@\t\r" and cell], path
        sheet = load_workbook(io.BytesIO(fetched(desk, path, "xlsx")))
        assert not [cell for row in sheet.active for cell in row if cell.data_type == "f"], path
    assert seen >= 2


@pytest.mark.django_db
def test_the_report_of_translations_opens_in_columns_with_its_letters(desk: Client) -> None:
    page = ContentPage.objects.get(content_key="over-ons", locale__language_code="nl", alias_of=None)
    page.title = "Zoë"
    page.save_revision().publish()
    rows = rows_of(fetched(desk, reverse("translation_matrix"), "csv"))
    assert "Zoë" in [row[0] for row in rows]
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) > 5

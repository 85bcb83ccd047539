"""The doors to posters and flyers: for everybody the file, for editors the page where they choose."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from services.models import Theme, ThemePage
from services.posters import press
from tests.conftest import Cast
from tests.some import some

SignIn = Callable[[Any], Client]
DOOR = "/nl/drukwerk/geld/oost/poster.pdf"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_posters_made"), pytest.mark.once]


def fall_back(language: str) -> None:
    """The page about money exists in Dutch only, as far as this language knows."""
    source = ThemePage.objects.get(theme__slug="geld", locale__language_code="nl")
    page = ThemePage.objects.filter(theme__slug="geld", locale__language_code=language)
    page.update(alias_of=source.pk, title=source.title)


def test_everybody_gets_the_file_and_no_cookie(client: Client) -> None:
    response = client.get(DOOR)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Disposition"] == 'inline; filename="poster-geld-oost-nl.pdf"'
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_no_shared_copy_of_it_is_kept(client: Client) -> None:
    assert client.get(DOOR).headers["Cache-Control"] == "private, no-cache"


def test_who_has_it_already_is_not_sent_it_again(client: Client) -> None:
    stamp = client.get(DOOR).headers["ETag"]
    again = client.get(DOOR, headers={"If-None-Match": stamp})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/nl/drukwerk/bestaat-niet/oost/poster.pdf",
        "/nl/drukwerk/geld/bestaat-niet/poster.pdf",
        "/nl/drukwerk/geld/oost/spandoek.pdf",
        "/nl/drukwerk/geld/oost/poster.png",
        "/fr/drukwerk/geld/oost/poster.pdf",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_language_without_its_own_words_has_no_file(client: Client) -> None:
    fall_back("pl")
    assert client.get("/pl/drukwerk/geld/oost/poster.pdf").status_code == 404
    assert client.get("/nl/drukwerk/geld/oost/poster.pdf").status_code == 200


def test_when_too_many_ask_they_are_asked_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "PATIENCE", 0.01)
    with press.at_work:
        response = client.get(DOOR)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"


def test_a_flyer_at_home_has_a_name_that_tells_nothing(client: Client) -> None:
    response = client.get("/nl/drukwerk/veilig/oost/flyer.pdf")
    assert response.headers["Content-Disposition"] == 'inline; filename="flyer-oost-nl.pdf"'


def test_an_editor_chooses_and_sees_a_picture_of_every_side(cast: Cast, sign_in: SignIn) -> None:
    editor = sign_in(cast.editor)
    page = editor.get("/beheer/drukwerk/?theme=geld&district=oost&kind=flyer&language=ar").content.decode()
    for side in (1, 2):
        picture = f"/beheer/drukwerk/geld/oost/flyer/ar/{side}.png"
        assert picture in page
        assert editor.get(picture).content.startswith(b"\x89PNG")
    assert editor.get("/beheer/drukwerk/geld/oost/flyer/ar/3.png").status_code == 404
    for language, _name in settings.LANGUAGES:
        assert f'href="/{language}/drukwerk/geld/oost/flyer.pdf"' in page


def test_a_choice_that_does_not_exist_shows_the_first_sheet(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.editor).get("/beheer/drukwerk/?theme=bestaat-niet&kind=spandoek")
    assert response.status_code == 200
    first = Theme.objects.active()[0].slug
    assert f"/nl/drukwerk/{first}/" in response.content.decode()


def test_the_page_says_that_there_are_examples_on_the_sheet(cast: Cast, sign_in: SignIn) -> None:
    assert "desk-danger" in sign_in(cast.editor).get("/beheer/drukwerk/").content.decode()


def test_a_language_without_translation_is_named_with_what_is_missing(cast: Cast, sign_in: SignIn) -> None:
    fall_back("pl")
    page = sign_in(cast.editor).get("/beheer/drukwerk/?theme=geld&district=oost&kind=poster&language=pl")
    content = page.content.decode()
    assert "/pl/drukwerk/" not in content
    assert '<li lang="nl">Geld en schulden</li>' in content


def test_all_languages_come_in_one_file(cast: Cast, sign_in: SignIn) -> None:
    fall_back("pl")
    response = sign_in(cast.editor).get("/beheer/drukwerk/geld/oost/poster.zip")
    assert response.headers["Content-Disposition"] == 'attachment; filename="poster-geld-oost.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as bundle:
        languages = [code for code, _name in settings.LANGUAGES if code != "pl"]
        assert bundle.namelist() == [f"poster-geld-oost-{code}.pdf" for code in languages]
        assert all(bundle.read(name).startswith(b"%PDF-") for name in some(bundle.namelist()))


@pytest.mark.parametrize("path", ["", "geld/oost/poster.zip", "geld/oost/poster/nl/1.png"])
def test_only_who_keeps_the_facts_true_comes_in(cast: Cast, sign_in: SignIn, path: str) -> None:
    assert Client().get(f"/beheer/drukwerk/{path}").status_code == 302
    for who in (cast.colleague, cast.leader, cast.administrator):
        assert sign_in(who).get(f"/beheer/drukwerk/{path}").status_code == 403
    assert sign_in(cast.editor).get(f"/beheer/drukwerk/{path}").status_code == 200

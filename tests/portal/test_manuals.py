"""The manuals are read inside the admin, by whom they concern."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils.translation import trans_real

from portal.manuals import MANUALS, rendered_manual
from questions.models import Colleague
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[User | Colleague], Client]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("editor", "redactie"),
        ("colleague", "medewerker"),
        ("leader", "teamleider"),
        ("leader", "kpi"),
        ("administrator", "beheerder"),
    ],
)
def test_everybody_finds_the_manual_that_concerns_them(cast: Cast, sign_in: SignIn, who: str, name: str) -> None:
    client = sign_in(getattr(cast, who))
    assert f"/beheer/handleiding/{name}/" in client.get("/beheer/", follow=True).content.decode()
    first = client.get("/beheer/handleiding/", follow=True).redirect_chain[0][0]
    assert first == f"/beheer/handleiding/{'teamleider' if who == 'leader' else name}/"
    html = client.get(f"/beheer/handleiding/{name}/").content.decode()
    assert rendered_manual(name).title in html
    for other in {each.name for each in MANUALS} - ({"teamleider", "kpi"} if who == "leader" else {name}):
        assert client.get(f"/beheer/handleiding/{other}/").status_code in (302, 404)


def test_help_leads_to_no_manual_in_english(cast: Cast, sign_in: SignIn) -> None:
    html = sign_in(cast.editor).get("/beheer/").content.decode()
    assert "guide.wagtail.org" not in html
    assert "What's new" not in html
    assert "Wat is er nieuw" not in html


def test_its_pictures_and_headings_are_there(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.editor)
    html = client.get("/beheer/handleiding/redactie/").content.decode()
    pictures = re.findall(r'src="(/beheer/handleiding/afbeeldingen/[^"]+)"', html)
    assert len(pictures) >= 4
    for address in some(pictures):
        answer: Any = client.get(address)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    for anchor in some(re.findall(r'href="#([^"]+)"', str(rendered_manual("redactie").contents))):
        assert f'id="{anchor}"' in html
    assert client.get("/beheer/handleiding/afbeeldingen/redactie.md").status_code == 404


# The screen puts these together: an action and the workflow, two actions.
PUT_TOGETHER = {"stuur door naar redactie", "goedkeuren en publiceren"}


def test_what_a_manual_prints_bold_is_a_word_of_the_screens() -> None:
    # All texts at once: Django offers them one by one only.
    catalogue = trans_real.translation("nl")._catalog  # type: ignore[attr-defined]
    said = {as_read(words) for part in catalogue._catalogs for words in part.values()} | PUT_TOGETHER
    bold = {
        (each.name, words)
        for each in MANUALS
        if each.name != "kpi"  # tells a rule, not a screen
        for words in re.findall(r"\*\*([^*]+)\*\*", (settings.HOUSE / "docs" / f"{each.name}.md").read_text())
    }
    assert len(bold) > 100
    assert [(name, words) for name, words in sorted(bold) if as_read(words) not in said] == []


def as_read(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" .:…")


def test_a_stranger_reads_none(client: Client) -> None:
    assert client.get("/beheer/handleiding/redactie/").status_code == 302

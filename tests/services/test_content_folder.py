"""A content folder as a whole: one setting says where it is, and the site goes on without what a folder leaves out."""

import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from questions.waits.clocks import calendar_of
from services.content.load import load
from services.hours.store import NEVER_OPEN
from services.models import Calendar, CalendarException, Location, Organisation, Theme
from tests.conftest import Cast
from tests.some import some

from .loadable import everything

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_the_real_content_is_there_already_and_loading_it_again_changes_nothing() -> None:
    before = everything()
    outcome = load(Path(configured.CONTENT_DIR))
    assert outcome.nothing_new, outcome.changed[:5] + outcome.made[:5]
    assert not outcome.left_alone
    assert everything() == before


def test_the_finder_the_danger_words_and_the_map_are_looked_at_too(folder: Any) -> None:
    folder.write("map.yaml", "width: breed\nheight: 400\n")
    folder.write("finder/rules.yaml", "themes: {}\n")
    folder.write("danger/nl.yaml", "onbekend: [x]\n")
    told = folder.faults()
    assert "map.yaml:1: width: must be a whole number" in told
    assert "finder" in told
    assert "danger/nl.yaml:1: onbekend: is no kind of danger" in told


def test_what_the_site_reads_elsewhere_is_not_loaded_beside_it(folder: Any, settings: Any) -> None:
    ours = Path(settings.CONTENT_DIR)
    for name in ("finder", "danger"):
        shutil.copytree(ours / name, folder.path / name)
    (folder.path / "danger/nl.yaml").write_text("violence: [slaat me]\n")
    with pytest.raises(CommandError) as refused:
        call_command("load_content", folder=folder.path, verbosity=0)
    assert f"the site itself reads danger, map.yaml in {ours}, and what stands in {folder.path} differs" in str(
        refused.value
    )
    assert f"Set PORTAL_CONTENT={folder.path}" in str(refused.value)
    assert not Page.objects.filter(slug="proef").exists()


def test_names_that_stand_nowhere_are_told_with_their_line(folder: Any) -> None:
    ours = Path(configured.CONTENT_DIR)
    for name in ("finder", "danger"):
        shutil.copytree(ours / name, folder.path / name)
    changes = (
        ("finder/rules.yaml", "fact: politie", "fact: politei", "helpers.politie.fact: there is no fact politei"),
        (
            "finder/rules.yaml",
            "pages: [dienst-meedoen]",
            "pages: [niets]",
            "endings.werk.pages: there is no page niets",
        ),
        ("danger/lines.yaml", "suicide: [noodnummer", "suicide: [112", "suicide.0: there is no help line 112"),
    )
    for name, old, new, _said in some(changes):
        text = (folder.path / name).read_text(encoding="utf-8")
        assert old in text
        (folder.path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    folder.write("map.yaml", (ours / "map.yaml").read_text(encoding="utf-8").replace("  noord:", "  noorden:"))
    told = folder.faults()
    for _name, _old, _new, said in (*changes, ("", "", "", "districts.noorden: there is no district noorden")):
        assert said in told, said


def test_the_command_ends_with_all_faults(folder: Any, settings: Any) -> None:
    settings.CONTENT_DIR = folder.path
    folder.write("rows/facts.yaml", "- {slug: nul, kind: phone, value: nul, label: Nul}\n")
    with pytest.raises(CommandError, match=r"nothing was loaded, because of a fault:\n.*facts.yaml:1: 0.value"):
        call_command("load_content", folder=folder.path, verbosity=0)


# --- a folder without what the code names -----------------------------------------------------------------


@pytest.mark.parametrize("without", ["office", "phone", "chat"])
def test_without_a_calendar_of_the_team_nothing_breaks(client: Client, cast: Cast, sign_in: Any, without: str) -> None:
    Calendar.objects.filter(slug=without).update(slug=f"{without}-weg")
    assert calendar_of("form" if without == "office" else without) is NEVER_OPEN
    for address in ("", "chat/", "vraag/", "contact/", "wijkteams/", "diensten/", "bereikbaarheid/", "zoeken/?q=geld"):
        assert client.get(f"/nl/{address}").status_code in {200, 404}, address
    for address in ("bereikbaarheid/", "themas/"):
        assert sign_in(cast.leader).get(f"/beheer/{address}").status_code == 200
    for address in ("openingstijden/", "drukwerk/"):
        assert sign_in(cast.editor).get(f"/beheer/{address}").status_code == 200
    assert sign_in(cast.colleague).get("/beheer/vragen/").status_code == 200
    told = StringIO()
    call_command("check", databases=["default"], stderr=told)
    assert f"there is no calendar {without}" in told.getvalue()


def test_without_themes_locations_and_organisations_nothing_breaks(client: Client, cast: Cast, sign_in: Any) -> None:
    Theme.objects.update(active=False)
    Organisation.objects.update(active=False)
    CalendarException.objects.update(withdrawn_at="2026-01-01T00:00Z")
    Location.objects.update(phone_hours=None, chat_hours=None, walk_in=None)
    for address in ("", "chat/", "vraag/", "wie-helpt/", "organisaties/", "diensten/", "wijkteams/", "bereikbaarheid/"):
        assert client.get(f"/nl/{address}").status_code in {200, 404}, address
    assert client.get("/api/hsds/services").status_code == 200
    assert sign_in(cast.leader).get("/beheer/themas/").status_code == 200

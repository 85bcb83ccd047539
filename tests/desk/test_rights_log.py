"""Every change of rights is written down, and team leaders and administrators read it in words."""

import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.utils import translation

from questions.desk.rights.presenters import right_in_words
from questions.management.commands.set_up_roles import COLLEAGUE, EDITOR, LEADER
from questions.models import Team
from questions.privacy.models import RightsChange
from services.models import Theme
from tests.conftest import Cast
from tests.desk.rights_forms import NEW, SignIn, colleague_form, lines, person_form, role_form

pytestmark = pytest.mark.django_db


def test_a_change_of_role_password_and_mail_is_written_down(cast: Cast, sign_in: SignIn) -> None:
    eva = cast.editor
    form = person_form(eva, COLLEAGUE, email="nieuw@example.org", password1=NEW, password2=NEW)
    assert sign_in(cast.administrator).post(f"/beheer/users/edit/{eva.pk}/", form).status_code == 302
    assert lines("eva") == {
        "groups": ("gijs", EDITOR, COLLEAGUE), "password": ("gijs", "", ""), "email": ("gijs", "", ""),
    }  # fmt: skip
    assert "nieuw@example.org" not in str(list(RightsChange.objects.values()))


def test_making_switching_off_and_deleting_an_account_is_written_down(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    new = person_form(User(username="nieuw", email="n@example.org"), EDITOR, password1=NEW, password2=NEW)
    client.post("/beheer/users/new/", new)
    user = User.objects.get(username="nieuw")
    assert lines("nieuw")["account"] == ("gijs", "", "✓")
    assert lines("nieuw")["groups"] == ("gijs", "", EDITOR)
    client.post(f"/beheer/bulk/auth/user/set_active_state/?id={user.pk}", {"mark_as_active": "False"})
    assert (
        lines("nieuw")["active"] == ("gijs", "✓", "") or RightsChange.objects.filter(what="active", after="").exists()
    )
    client.post(f"/beheer/bulk/auth/user/delete/?id={user.pk}")
    assert not User.objects.filter(username="nieuw").exists()
    assert RightsChange.objects.filter(whom="nieuw", what="account", after="").exists()


def test_teams_themes_and_languages_of_a_colleague_are_written_down(cast: Cast, sign_in: SignIn) -> None:
    theme = Theme.objects.filter(sensitive=True)[0]
    form = colleague_form(cast.colleague.user, "noord", sensitive_themes=[theme.pk], languages=["nl", "ar"])
    sign_in(cast.administrator).post(f"/beheer/colleague/edit/{cast.colleague.pk}/", form)
    found = lines("anna")
    assert found["themes"] == ("gijs", "", theme.name)
    assert found["teams"][1:] == ("Wijkteam Midden", "Wijkteam Noord")
    assert found["languages"][1:] == ("nl", "ar, nl")


def test_what_a_role_may_and_that_it_goes_is_written_down(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    group = Group.objects.get(name=EDITOR)
    client.post(f"/beheer/groups/edit/{group.pk}/", role_form(EDITOR, "questions.add_team"))
    assert lines(EDITOR)["role_may"] == ("gijs", "", "questions.add_team")
    client.post(f"/beheer/groups/delete/{group.pk}/")
    assert RightsChange.objects.filter(whom=EDITOR, what="role", after="").exists()
    assert RightsChange.objects.filter(whom="eva", what="groups", before=EDITOR, after="").exists()


def test_deleting_a_team_and_a_colleague_is_written_down(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    client.post(f"/beheer/colleague/delete/{cast.outsider.pk}/")
    assert lines("carla")["colleague"] == ("gijs", "✓", "")
    client.post(f"/beheer/team/delete/{Team.objects.get(slug='centraal').pk}/")
    assert lines("dirk")["teams"] == ("gijs", "Centraal team", "")


def test_setting_up_roles_again_writes_nothing_and_a_right_it_gives_is_written_down(db: None) -> None:
    count = RightsChange.objects.count()
    call_command("set_up_roles")
    assert RightsChange.objects.count() == count
    group = Group.objects.get(name=LEADER)
    group.permissions.remove(Permission.objects.get(codename="see_figures"))
    call_command("set_up_roles")
    assert lines(LEADER)["role_may"][0] == "set_up_roles"


def test_the_database_itself_keeps_the_log_as_it_was(cast: Cast, sign_in: SignIn) -> None:
    sign_in(cast.administrator).post(f"/beheer/colleague/delete/{cast.outsider.pk}/")
    for change in (RightsChange.objects.all().delete, lambda: RightsChange.objects.update(who="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert lines("carla")


def test_leaders_and_administrators_see_the_changes_and_nobody_else_does(cast: Cast, sign_in: SignIn) -> None:
    sign_in(cast.administrator).post(f"/beheer/colleague/delete/{cast.outsider.pk}/")
    for who in (cast.leader, cast.administrator):
        page = sign_in(who).get("/beheer/rechten/")
        assert page.status_code == 200
        assert "carla" in page.content.decode()
    for other in (cast.colleague, cast.editor):
        assert sign_in(other).get("/beheer/rechten/").status_code == 403


def test_the_log_says_in_words_what_changed_and_by_whom(cast: Cast, sign_in: SignIn) -> None:
    administrator = sign_in(cast.administrator)
    group = Group.objects.get(name=EDITOR)
    administrator.post(
        f"/beheer/groups/edit/{group.pk}/", role_form(EDITOR, "questions.add_team", "questions.change_team")
    )
    administrator.post(
        f"/beheer/colleague/edit/{cast.colleague.pk}/", colleague_form(cast.colleague.user, languages=["nl", "so"])
    )
    Group.objects.get(name=LEADER).permissions.remove(Permission.objects.get(codename="see_figures"))
    call_command("set_up_roles")
    page = sign_in(cast.leader).get("/beheer/rechten/").content.decode()
    told = [" ".join(cell.split()) for cell in re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", page)]
    assert {"teams: toevoegen, veranderen", "Nederlands, Somalisch", "Mag de cijfers zien"} <= set(told)
    assert "wie de server beheert (set_up_roles)" in told
    assert not [words for words in told if re.search(r"[a-z]\.[a-z]|[a-z]_[a-z]", words.replace("set_up_roles", ""))]


def test_every_right_that_a_role_has_is_said_in_dutch(db: None) -> None:
    held = Permission.objects.filter(group__isnull=False).select_related("content_type").distinct()
    codes = {f"{right.content_type.app_label}.{right.codename}" for right in held}
    assert len(codes) > 20
    with translation.override(None):
        plain = {code: right_in_words(code).partition(":")[0] for code in codes}
    with translation.override("nl"):
        dutch = {code: right_in_words(code).partition(":")[0] for code in codes}
    the_same = {plain[code] for code in codes if plain[code] == dutch[code]}
    assert the_same <= {"teams", "postcodes"}  # words of both languages

"""Who manages people reads nothing, nobody gives rights to themselves, and team leaders see every change."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import translation
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail import hooks

from portal.two_factor.codes import has_factor
from questions.desk.rights.presenters import right_in_words
from questions.management.commands.set_up_roles import ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER
from questions.models import Colleague, Team, Unconfirmed
from questions.permissions import colleague_of, themes_of_nobody
from questions.privacy.models import RightsChange
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast, person

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
NEW = "een-lang-nieuw-wachtwoord"


def lines(whom: str) -> dict[str, tuple[str, str, str]]:
    """What the log says of somebody: by whom, what it was, what it is."""
    return {
        line.what: (line.who, line.before, line.after) for line in RightsChange.objects.filter(whom=whom).order_by("pk")
    }


def person_form(user: User, *roles: str, **more: Any) -> dict[str, Any]:
    return {
        "username": user.username, "email": user.email or "x@example.org", "first_name": "Voor", "last_name": "Achter",
        "is_active": "on", "groups": [Group.objects.get(name=role).pk for role in roles], **more,
    }  # fmt: skip


def colleague_form(user: User, *teams: str, **more: Any) -> dict[str, Any]:
    return {
        "user": user.pk, "teams": [Team.objects.get(slug=slug).pk for slug in teams or ("midden",)],
        "languages": ["nl"], "active": "on", **more,
    }  # fmt: skip


def role_form(role: str, *permissions: str) -> dict[str, Any]:
    """The form of a group, with these permissions besides those that it has."""
    group = Group.objects.get(name=role)
    may = set(group.permissions.values_list("pk", flat=True))
    for name in permissions:
        app, codename = name.split(".")
        may |= set(
            Permission.objects.filter(content_type__app_label=app, codename=codename).values_list("pk", flat=True)
        )
    offered: set[int] = set()
    for offer in hooks.get_hooks("register_permissions"):
        offered |= set(offer().values_list("pk", flat=True))
    may = {pk for pk in may if pk in offered} | (may - set(group.permissions.values_list("pk", flat=True)))
    empty = {f"{prefix}-{part}": "0" for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
             for prefix in ("page_permissions", "collection_permissions", "image_permissions", "document_permissions",
                            "GroupCollectionManagementPermission", "collection_management")}  # fmt: skip
    return empty | {"name": role, "permissions": sorted(may)}


def reads(client: Client, asked: Ask) -> bool:
    question = asked("een-geheim-woord").question
    response = client.get(f"/beheer/vragen/{question.pk}/")
    assert response.status_code in (200, 403)
    return bool(response.status_code == 200)


# --- who manages people reads nothing --------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["administrator", "root"])
def test_an_administrator_cannot_make_themselves_a_colleague(cast: Cast, asked: Ask, sign_in: SignIn, who: str) -> None:
    user = getattr(cast, who)
    client = sign_in(user)
    response = client.post("/beheer/colleague/new/", colleague_form(user))
    assert response.status_code == 302
    assert not Colleague.objects.filter(user=user).exists()
    page = client.get(response["Location"]).content.decode()
    assert "Wie mensen beheert, leest geen vragen." in page
    assert "aangemaakt" not in page
    assert not lines(user.username)


@pytest.mark.parametrize("who", ["administrator", "root"])
def test_nor_somebody_else_who_manages_people(cast: Cast, sign_in: SignIn, who: str) -> None:
    other = person("hans", ADMINISTRATOR)
    user = getattr(cast, who)
    assert sign_in(other).post("/beheer/colleague/new/", colleague_form(user)).status_code == 302
    assert not Colleague.objects.filter(user=user).exists()


@pytest.mark.parametrize(
    "right", ["auth.change_user", "auth.add_user", "auth.change_group", "questions.change_colleague"]
)
def test_a_colleague_cannot_be_given_a_right_over_people_by_a_role(cast: Cast, sign_in: SignIn, right: str) -> None:
    client = sign_in(cast.administrator)
    group = Group.objects.get(name=COLLEAGUE)
    response = client.post(f"/beheer/groups/edit/{group.pk}/", role_form(COLLEAGUE, right))
    assert response.status_code == 302
    assert response["Location"] == f"/beheer/groups/edit/{group.pk}/"
    app, codename = right.split(".")
    assert not group.permissions.filter(content_type__app_label=app, codename=codename).exists()


def test_a_colleague_cannot_become_an_administrator_by_form_or_in_bulk(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    anna = cast.colleague.user
    client.post(f"/beheer/users/edit/{anna.pk}/", person_form(anna, COLLEAGUE, ADMINISTRATOR))
    role = Group.objects.get(name=ADMINISTRATOR)
    client.post(f"/beheer/bulk/auth/user/assign_role/?id={anna.pk}", {"role": role.pk})
    assert list(anna.groups.values_list("name", flat=True)) == [COLLEAGUE]


def test_an_existing_row_cannot_be_handed_to_who_manages_people(cast: Cast, sign_in: SignIn) -> None:
    other = person("hans", ADMINISTRATOR)
    form = colleague_form(cast.administrator)
    sign_in(other).post(f"/beheer/colleague/edit/{cast.colleague.pk}/", form)
    sign_in(cast.administrator).post(f"/beheer/colleague/edit/{cast.colleague.pk}/", form)
    cast.colleague.refresh_from_db()
    assert cast.colleague.user.username == "anna"


@pytest.mark.parametrize("how", ["superuser", "role", "permission"])
def test_whatever_the_rows_say_who_manages_people_reads_nothing(
    cast: Cast, asked: Ask, sign_in: SignIn, how: str
) -> None:
    anna = cast.colleague.user
    client = sign_in(anna)
    assert reads(client, asked)
    if how == "superuser":
        User.objects.filter(pk=anna.pk).update(is_superuser=True)
    elif how == "role":
        anna.groups.add(Group.objects.get(name=ADMINISTRATOR))
    else:
        anna.user_permissions.add(Permission.objects.get(codename="change_user"))
    assert not reads(client, asked)
    assert client.get("/beheer/vragen/").status_code == 403
    assert colleague_of(User.objects.get(pk=anna.pk)) is None


def test_looking_at_people_is_not_managing_them(cast: Cast) -> None:
    anna = cast.colleague.user
    anna.user_permissions.add(Permission.objects.get(codename="view_user"))
    assert colleague_of(User.objects.get(pk=anna.pk)) is not None


def test_a_theme_of_who_manages_people_counts_as_answered_by_nobody(cast: Cast) -> None:
    assert themes_of_nobody() == []
    User.objects.filter(pk=cast.confidant.user_id).update(is_superuser=True)
    assert themes_of_nobody()


# --- nobody gives rights to themselves -------------------------------------------------------------------------


def test_nobody_gives_themselves_a_role_by_form_or_in_bulk(cast: Cast, sign_in: SignIn) -> None:
    gijs = cast.administrator
    client = sign_in(gijs)
    client.post(f"/beheer/users/edit/{gijs.pk}/", person_form(gijs, ADMINISTRATOR, EDITOR))
    for role in (EDITOR, LEADER):
        group = Group.objects.get(name=role)
        client.post(f"/beheer/bulk/auth/user/assign_role/?id={gijs.pk}&id={cast.editor.pk}", {"role": group.pk})
    assert list(gijs.groups.values_list("name", flat=True)) == [ADMINISTRATOR]
    assert list(cast.editor.groups.values_list("name", flat=True)) == [EDITOR]


def test_nobody_gives_more_to_their_own_role(cast: Cast, sign_in: SignIn) -> None:
    group = Group.objects.get(name=ADMINISTRATOR)
    address = f"/beheer/groups/edit/{group.pk}/"
    response = sign_in(cast.administrator).post(address, role_form(ADMINISTRATOR, "services.add_fact"))
    assert response["Location"] == address
    assert not group.permissions.filter(codename="add_fact").exists()


def test_the_right_to_vouch_is_in_no_form(cast: Cast, sign_in: SignIn) -> None:
    right = Permission.objects.get(codename="confirm_people")
    page = sign_in(cast.administrator).get(f"/beheer/groups/edit/{Group.objects.get(name=EDITOR).pk}/")
    assert f'value="{right.pk}"' not in page.content.decode()
    sign_in(cast.administrator).post(
        f"/beheer/groups/edit/{Group.objects.get(name=EDITOR).pk}/", role_form(EDITOR, "questions.confirm_people")
    )
    assert list(Group.objects.filter(permissions=right).values_list("name", flat=True)) == [LEADER]


# --- every change is written down ------------------------------------------------------------------------------


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


# --- a team leader vouches -------------------------------------------------------------------------------------


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


def test_a_new_colleague_reads_when_a_team_leader_has_vouched(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    nina = person("nina", COLLEAGUE)
    sign_in(cast.administrator).post("/beheer/colleague/new/", colleague_form(nina))
    assert Colleague.objects.filter(user=nina).exists()
    client = sign_in(nina)
    assert not reads(client, asked)
    assert "teamleider" in client.get("/beheer/").content.decode()
    assert "nina" in sign_in(cast.leader).get("/beheer/rechten/").content.decode()
    for other in (cast.administrator, cast.root, cast.colleague, cast.editor, nina):
        assert sign_in(other).post(f"/beheer/rechten/bevestigen/{nina.pk}/").status_code == 403
    assert not reads(client, asked)
    assert sign_in(cast.leader).post(f"/beheer/rechten/bevestigen/{nina.pk}/").status_code == 302
    assert reads(client, asked)
    assert RightsChange.objects.filter(whom="nina", what="waits", who="fred", before="✓", after="").exists()


@pytest.mark.parametrize("how", ["password", "email", "factor", "off and on", "off and on in bulk"])
def test_after_somebody_else_changed_its_keys_an_account_waits(
    cast: Cast, asked: Ask, sign_in: SignIn, how: str
) -> None:
    anna = cast.colleague.user
    TOTPDevice.objects.create(user=anna)
    client = sign_in(cast.administrator)
    edit, bulk = f"/beheer/users/edit/{anna.pk}/", f"/beheer/bulk/auth/user/set_active_state/?id={anna.pk}"
    if how == "password":
        client.post(edit, person_form(anna, COLLEAGUE, password1=NEW, password2=NEW))
    elif how == "email":
        client.post(edit, person_form(anna, COLLEAGUE, email="van-gijs@example.org"))
    elif how == "factor":
        assert client.post(f"/beheer/tweede-factor/opnieuw/{anna.pk}/").status_code == 302
        assert not has_factor(anna)
    elif how == "off and on":
        client.post(edit, {key: value for key, value in person_form(anna, COLLEAGUE).items() if key != "is_active"})
        client.post(edit, person_form(anna, COLLEAGUE))
    else:
        client.post(bulk, {"mark_as_active": "False"})
        client.post(bulk, {"mark_as_active": "True"})
    assert Unconfirmed.objects.filter(user=anna).exists()
    assert not reads(sign_in(User.objects.get(pk=anna.pk)), asked)
    assert RightsChange.objects.filter(whom="anna", who="gijs", what="waits", before="", after="✓").exists()


def test_what_one_changes_of_ones_own_account_waits_for_nobody(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    client.get("/beheer/tweede-factor/instellen/")
    client.post("/beheer/account/", {"password-old_password": "only-for-tests", "password-new_password1": NEW,
                                     "password-new_password2": NEW})  # fmt: skip
    assert not Unconfirmed.objects.exists()
    assert reads(client, asked)


def test_another_name_another_team_or_another_role_waits_for_nobody(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    anna = cast.colleague.user
    User.objects.filter(pk=anna.pk).update(email="x@example.org")
    client.post(f"/beheer/users/edit/{anna.pk}/", person_form(anna, COLLEAGUE, first_name="Anneke"))
    client.post(f"/beheer/colleague/edit/{cast.colleague.pk}/", colleague_form(anna, "noord"))
    assert not Unconfirmed.objects.exists()


def test_a_leader_of_an_administrators_making_vouches_for_nobody(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    new = person_form(User(username="leider2", email="l@example.org"), LEADER, password1=NEW, password2=NEW)
    client.post("/beheer/users/new/", new)
    client.post("/beheer/colleague/new/", colleague_form(cast.editor))
    fake = User.objects.get(username="leider2")
    assert sign_in(fake).post(f"/beheer/rechten/bevestigen/{cast.editor.pk}/").status_code == 403
    # A leader whose password somebody else set neither.
    fred = cast.leader
    client.post(f"/beheer/users/edit/{fred.pk}/", person_form(fred, LEADER, password1=NEW, password2=NEW))
    fred = User.objects.get(pk=fred.pk)
    assert sign_in(fred).post(f"/beheer/rechten/bevestigen/{fake.pk}/").status_code == 403
    call_command("confirm_person", "fred")
    assert sign_in(fred).post(f"/beheer/rechten/bevestigen/{fake.pk}/").status_code == 302
    assert sign_in(fake).post(f"/beheer/rechten/bevestigen/{cast.editor.pk}/").status_code == 302
    assert not Unconfirmed.objects.exists()


def test_nobody_vouches_for_themselves_or_while_managing_people(cast: Cast, sign_in: SignIn) -> None:
    fred = cast.leader
    Unconfirmed.objects.create(user=cast.colleague.user, since=MONDAY)
    fred.user_permissions.add(Permission.objects.get(codename="change_user"))
    assert sign_in(fred).post(f"/beheer/rechten/bevestigen/{cast.colleague.user.pk}/").status_code == 403
    fred.user_permissions.clear()
    assert sign_in(fred).post(f"/beheer/rechten/bevestigen/{fred.pk}/").status_code == 403
    assert sign_in(fred).post(f"/beheer/rechten/bevestigen/{cast.colleague.user.pk}/").status_code == 302


def test_nobody_is_vouched_for_before_the_second_factor_is_set_up(cast: Cast, sign_in: SignIn, settings: Any) -> None:
    anna = cast.colleague.user
    Unconfirmed.objects.create(user=anna, since=MONDAY)
    settings.SECOND_FACTOR_REQUIRED = True
    with pytest.raises(CommandError):
        call_command("confirm_person", "anna")
    device = TOTPDevice.objects.create(user=cast.leader)
    client = sign_in(cast.leader)
    session = client.session
    session["otp_device_id"] = device.persistent_id
    session.save()
    client.post(f"/beheer/rechten/bevestigen/{anna.pk}/")
    assert Unconfirmed.objects.filter(user=anna).exists()
    TOTPDevice.objects.create(user=anna)
    client.post(f"/beheer/rechten/bevestigen/{anna.pk}/")
    assert not Unconfirmed.objects.filter(user=anna).exists()


def test_only_who_manages_people_resets_a_second_factor_and_never_their_own(cast: Cast, sign_in: SignIn) -> None:
    TOTPDevice.objects.create(user=cast.editor)
    address = f"/beheer/tweede-factor/opnieuw/{cast.editor.pk}/"
    for other in (cast.colleague, cast.editor, cast.leader):
        assert sign_in(other).post(address).status_code == 403
    own = f"/beheer/tweede-factor/opnieuw/{cast.administrator.pk}/"
    assert sign_in(cast.administrator).post(own).status_code == 403
    assert has_factor(cast.editor)
    assert sign_in(cast.administrator).get("/beheer/tweede-factor/opnieuw/999999/").status_code == 404
    assert sign_in(cast.administrator).post(address).status_code == 302
    assert lines("eva") == {"factor": ("gijs", "1", "0")}


def test_the_check_names_who_manages_people_and_is_a_colleague(cast: Cast) -> None:
    assert not [each for each in run_checks(databases=["default"]) if each.id == "portal.W003"]
    User.objects.filter(pk=cast.colleague.user_id).update(is_superuser=True)
    (found,) = [each for each in run_checks(databases=["default"]) if each.id == "portal.W003"]
    assert "anna" in str(found.msg)
    Unconfirmed.objects.create(user=cast.leader, since=MONDAY)
    assert [each for each in run_checks(databases=["default"]) if each.id == "portal.W004"]

"""An account reads questions when a team leader has vouched for it, and again after its keys changed."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.two_factor.codes import has_factor
from questions.management.commands.set_up_roles import COLLEAGUE, LEADER
from questions.models import Colleague, Unconfirmed
from questions.privacy.models import RightsChange
from tests.conftest import MONDAY, Ask, Cast, person
from tests.desk.rights_forms import NEW, SignIn, colleague_form, lines, person_form, reads

pytestmark = pytest.mark.django_db


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

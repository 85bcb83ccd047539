"""Who manages people reads nothing, and nobody gives rights to themselves."""

import pytest
from django.contrib.auth.models import Group, Permission, User

from questions.management.commands.set_up_roles import ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER
from questions.models import Colleague
from questions.permissions import colleague_of, themes_of_nobody
from tests.conftest import Ask, Cast, person
from tests.desk.rights_forms import SignIn, colleague_form, lines, person_form, reads, role_form

pytestmark = pytest.mark.django_db

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

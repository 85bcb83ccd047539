"""Who may, and above all who may not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from questions.actions.claim import claim
from questions.models import Question
from questions.privacy.models import Opening
from tests.conftest import MONDAY, Ask, Cast

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SECRET = "een-geheim-woord"

NOT_COLLEAGUES = ["editor", "leader", "administrator", "root"]


@pytest.mark.parametrize("role", NOT_COLLEAGUES)
def test_who_is_no_colleague_sees_no_queue_and_no_question_not_even_a_superuser(
    role: str, cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(SECRET).question
    client = sign_in(getattr(cast, role))
    for address in ("/beheer/vragen/", f"/beheer/vragen/{question.pk}/"):
        response = client.get(address)
        assert response.status_code == 403
        assert SECRET not in response.content.decode()
    for verb in ("nemen", "terugleggen", "antwoord", "gesprek", "sluiten"):
        assert client.post(f"/beheer/vragen/{question.pk}/{verb}/").status_code == 403
    assert not Opening.objects.exists()


def test_who_somebody_is_at_the_desk_is_asked_once_on_a_screen_and_again_on_the_next(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in(cast.colleague)
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/beheer/vragen/").status_code == 200
    own = f'"questions_colleague"."user_id" = {cast.colleague.user_id}'
    assert len([query for query in queries if own in query["sql"]]) == 1
    cast.colleague.active = False
    cast.colleague.save()
    assert client.get("/beheer/vragen/").status_code == 403


def test_a_stranger_is_sent_to_the_sign_in_page(client: Client, asked: Ask) -> None:
    for address in ("/beheer/vragen/", f"/beheer/vragen/{asked().question.pk}/", "/beheer/bereikbaarheid/"):
        assert client.get(address)["Location"].startswith("/beheer/login/")


def test_a_colleague_of_another_team_cannot_open_what_is_claimed(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(SECRET).question
    claim(cast.colleague, question, MONDAY)
    client = sign_in(cast.outsider)
    assert client.get(f"/beheer/vragen/{question.pk}/").status_code == 403
    assert question.reference not in client.get("/beheer/vragen/").content.decode()


def test_a_sensitive_question_is_hidden_from_who_does_not_answer_that_theme(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    question = asked(SECRET, theme="veilig").question
    assert sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/").status_code == 403
    assert question.reference not in sign_in(cast.colleague).get("/beheer/vragen/").content.decode()
    assert SECRET in sign_in(cast.confidant).get(f"/beheer/vragen/{question.pk}/").content.decode()


def test_opening_a_question_is_logged_with_who_and_when(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked(SECRET).question
    sign_in(cast.colleague).get("/beheer/vragen/")
    assert not Opening.objects.exists()
    sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/")
    opening = Opening.objects.get()
    assert (opening.user, opening.reference) == (cast.colleague.user, question.reference)


def test_an_inactive_colleague_reads_nothing(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    cast.colleague.active = False
    cast.colleague.save()
    assert sign_in(cast.colleague).get(f"/beheer/vragen/{asked().question.pk}/").status_code == 403


def test_only_leaders_see_figures(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.leader).get("/beheer/bereikbaarheid/").status_code == 200
    for other in (cast.colleague, cast.editor, cast.administrator):
        assert sign_in(other).get("/beheer/bereikbaarheid/").status_code == 403


def test_only_editors_change_pages(cast: Cast, sign_in: SignIn) -> None:
    home = Page.objects.filter(depth=2, locale__language_code="nl").get()
    assert sign_in(cast.editor).get(f"/beheer/pages/{home.pk}/edit/").status_code == 200
    for other in (cast.colleague, cast.leader, cast.administrator):
        assert sign_in(other).get(f"/beheer/pages/{home.pk}/edit/").status_code in (302, 403)


def test_the_administrator_manages_people_and_reads_the_access_log(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    for address in ("/beheer/users/", "/beheer/colleague/", "/beheer/team/", "/beheer/opening/"):
        assert client.get(address).status_code == 200, address
    for other in (cast.colleague, cast.editor, cast.leader):
        for address in ("/beheer/users/", "/beheer/colleague/", "/beheer/opening/"):
            assert sign_in(other).get(address).status_code in (302, 403), address


def test_nobody_changes_the_access_log(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question: Question = asked().question
    sign_in(cast.colleague).get(f"/beheer/vragen/{question.pk}/")
    opening = Opening.objects.get()
    for who in (cast.administrator, cast.root):
        client = sign_in(who)
        assert client.get(f"/beheer/opening/edit/{opening.pk}/").status_code in (302, 403, 404)
        client.post(f"/beheer/opening/delete/{opening.pk}/")
        assert Opening.objects.filter(pk=opening.pk).exists()


def test_in_production_every_door_of_the_admin_asks_the_second_factor(
    cast: Cast, asked: Ask, sign_in: SignIn, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = sign_in(cast.colleague)
    for address in ("/beheer/", "/beheer/vragen/", f"/beheer/vragen/{asked().question.pk}/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/beheer/tweede-factor/instellen/"), response["Location"]


def test_an_administrator_makes_no_superuser(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.administrator)
    form = {
        "username": "nieuw", "email": "nieuw@example.org", "first_name": "Nieuw", "last_name": "Mens",
        "password1": "een-lang-wachtwoord", "password2": "een-lang-wachtwoord", "is_superuser": "on",
    }  # fmt: skip
    client.post("/beheer/users/new/", form)
    assert User.objects.get(username="nieuw").is_superuser is False
    client.post(f"/beheer/users/edit/{cast.administrator.pk}/", form | {"username": "gijs", "is_active": "on"})
    cast.administrator.refresh_from_db()
    assert cast.administrator.is_superuser is False


def test_demo_people_exist_only_in_a_demonstration(db: None, settings: Any) -> None:
    def active() -> list[bool]:
        return list(User.objects.filter(username="medewerker").values_list("is_active", flat=True))

    assert active() == []
    settings.DEMO = True
    call_command("set_up_roles")
    assert active() == [True]
    settings.DEMO = False
    call_command("set_up_roles")
    assert active() == [False]

"""Where each of us arrives who opens the admin."""

from collections.abc import Callable

import pytest
from django.test import Client

from questions.management.commands.set_up_roles import COLLEAGUE
from tests.conftest import Cast, person
from tests.desk.rights_forms import colleague_form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "where"),
    [
        ("colleague", "/beheer/vragen/"),
        ("confidant", "/beheer/vragen/"),
        ("leader", "/beheer/bereikbaarheid/"),
        ("editor", ""),
        ("administrator", ""),
        ("root", ""),
    ],
)
def test_everybody_arrives_at_the_work_that_waits_for_them(
    cast: Cast, sign_in: Callable[..., Client], who: str, where: str
) -> None:
    response = sign_in(getattr(cast, who)).get("/beheer/")
    assert response.get("Location", "") == where
    assert response.status_code == (302 if where else 200)


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get("/beheer/")["Location"] == "/beheer/login/?next=/beheer/"


def test_a_leader_reads_on_arriving_that_an_account_waits(cast: Cast, sign_in: Callable[..., Client]) -> None:
    nina = person("nina", COLLEAGUE)
    sign_in(cast.administrator).post("/beheer/colleague/new/", colleague_form(nina))
    landed = sign_in(cast.leader).get("/beheer/", follow=True).content.decode()
    assert "1 account wacht tot je het bevestigt" in landed
    assert 'href="/beheer/rechten/"' in landed
    # Nothing is open to her yet; the start screen tells why.
    assert "teamleider" in sign_in(nina).get("/beheer/").content.decode()


def test_who_signs_in_as_a_colleague_sees_the_queue(cast: Cast, client: Client) -> None:
    user = cast.colleague.user
    user.set_password("een-lang-wachtwoord")
    user.save()
    form = {"username": user.username, "password": "een-lang-wachtwoord"}
    landed = client.post("/beheer/login/", form, follow=True)
    assert [address for address, _status in landed.redirect_chain] == ["/beheer/", "/beheer/vragen/"]

"""Views: filters of the queue that a colleague keeps under a name."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.save_view import MOST
from questions.models import SavedView
from tests.conftest import Ask, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[[Any], Client]
KEEP = "/beheer/vragen/weergaven/"


def body(response: Any) -> str:
    return str(response.content.decode())


def kept() -> list[tuple[str, str]]:
    return list(SavedView.objects.values_list("name", "filters"))


def test_a_view_is_kept_in_the_order_of_the_form_and_counts_what_stands_in_it(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    asked(now=timezone.now(), theme="wonen", language="ar")
    client = sign_in(cast.colleague)
    form = {"name": "  Arabisch,   wonen ", "filters": "taal=ar&pagina=3&thema=wonen&onzin=1"}
    for _time in range(2):
        assert client.post(KEEP, form)["Location"] == "/beheer/vragen/?thema=wonen&taal=ar"
    assert kept() == [("Arabisch, wonen", "thema=wonen&taal=ar")]
    page = body(client.get("/beheer/vragen/?taal=ar&thema=wonen"))
    views = page[page.index("queue-views") :].partition("</nav>")[0]
    assert "Arabisch, wonen <strong>1</strong>" in views
    assert 'aria-current="true"' in views
    assert "Arabisch, wonen" not in body(sign_in(cast.teammate).get("/beheer/vragen/"))


def test_the_same_name_replaces_after_saying_so_and_everything_typed_stays(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    client.post(KEEP, {"name": "Mijn <lijst>", "filters": "taal=ar"})
    answer = client.post(KEEP, {"name": "Mijn <lijst>", "filters": "taal=tr"})
    page = body(answer)
    assert answer.status_code == 422
    assert 'value="Mijn &lt;lijst&gt;"' in page
    assert 'value="taal=tr"' in page
    assert 'name="replace"' in page
    assert kept() == [("Mijn <lijst>", "taal=ar")]
    client.post(KEEP, {"name": "Mijn <lijst>", "filters": "taal=tr", "replace": "on"})
    assert kept() == [("Mijn <lijst>", "taal=tr")]


@pytest.mark.parametrize(
    ("name", "filters"),
    [("", "taal=ar"), (" \u200b ", "taal=ar"), ("x" * 300, "taal=ar"), ("a\x00b", "taal=ar"), ("leeg", ""),
     ("weg", "thema=weg"), ("lang", "x" * 5_000)],
)  # fmt: skip
def test_a_wrong_name_or_no_filter_keeps_nothing_and_says_why(
    cast: Cast, sign_in: SignIn, name: str, filters: str
) -> None:
    answer = sign_in(cast.colleague).post(KEEP, {"name": name, "filters": filters})
    assert answer.status_code == 422
    assert kept() == []
    if filters == "taal=ar":
        assert "error" in body(answer)


def test_a_colleague_keeps_twenty_and_throws_away_only_their_own(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.colleague)
    SavedView.objects.bulk_create(
        SavedView(colleague=cast.colleague, name=f"v{number}", filters="taal=ar") for number in range(MOST)
    )
    assert "20 weergaven" in body(client.post(KEEP, {"name": "nog een", "filters": "taal=tr"}))
    view = SavedView.objects.get(name="v7")
    away = f"{KEEP}{view.pk}/weg/"
    assert sign_in(cast.teammate).post(away).status_code == 302
    assert SavedView.objects.filter(pk=view.pk).exists()
    for _time in range(2):
        assert client.post(away, {"filters": "taal=ar"})["Location"] == "/beheer/vragen/?taal=ar"
    # Said once: the second time nothing was thrown away.
    assert body(client.get("/beheer/vragen/")).count("De weergave is weg.") == 1
    assert SavedView.objects.count() == MOST - 1
    assert client.get(away).status_code == 405


def test_a_view_of_something_that_is_gone_says_so_and_is_not_counted(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    asked(now=timezone.now())
    SavedView.objects.create(colleague=cast.colleague, name="Oud thema", filters="thema=weg&taal=nl")
    client = sign_in(cast.colleague)
    page = body(client.get("/beheer/vragen/"))
    views = page[page.index("queue-views") :].partition("</nav>")[0]
    assert "Een filter bestaat niet meer" in views
    assert "<strong>" not in views
    assert "Een filter in dit adres bestaat niet" in body(client.get("/beheer/vragen/?thema=weg&taal=nl"))


def test_nobody_else_keeps_views_and_an_old_form_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    for who in (cast.editor, cast.leader, cast.administrator, cast.root):
        assert sign_in(who).post(KEEP, {"name": "x", "filters": "taal=ar"}).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sign_in(cast.colleague).cookies
    answer = strict.post(KEEP, {"name": "Getypt", "filters": "taal=ar"})
    assert (answer.status_code, 'value="Getypt"' in body(answer), kept()) == (403, True, [])

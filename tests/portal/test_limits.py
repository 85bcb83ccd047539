"""What is longer than anything of ours is refused before any work is done for it."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Page

from portal.limits import (
    LARGEST_FORM,
    LONGEST_COOKIES,
    LONGEST_PATH,
    LONGEST_QUERY,
    MOST_PARTS,
    RequestLimitMiddleware,
)
from questions.danger.kinds import DangerKind
from questions.danger.rules import MOST_MARKS, plain
from questions.danger.store import kinds_in
from questions.models import Question
from questions.resident.fields import TEXT_LIMIT
from services.finder.files import finder_rules, folder
from services.finder.rules import longest

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.mark.once
@pytest.mark.parametrize("method", ["get", "post", "head"])
@pytest.mark.parametrize("start", ["/", "/nl/", "/nl/wie-helpt/", "/nl/drukwerk/", "/api/hsds/", "/media/images/"])
def test_a_path_of_thousands_of_parts_costs_no_query(
    client: Client, django_assert_max_num_queries: Any, start: str, method: str
) -> None:
    with django_assert_max_num_queries(12):
        assert getattr(client, method)(start + "a/" * 3_900).status_code == 404


def test_every_address_of_ours_has_fewer_parts(client: Client) -> None:
    deepest = max(page.url_path.count("/") for page in Page.objects.all())
    assert deepest < MOST_PARTS
    assert longest(finder_rules(folder()).first) + 2 < MOST_PARTS
    path = "/".join(["nl", "wie-helpt", *["x"] * (MOST_PARTS - 2)])
    assert "wie-helpt" in client.get(f"/{path}/").content.decode()


@pytest.mark.once
@pytest.mark.parametrize("longest", ["/" + "a/" * MOST_PARTS, "/" + "a" * (LONGEST_PATH - 1)], ids=["parts", "signs"])
def test_the_longest_path_is_taken_and_one_longer_is_refused(longest: str) -> None:
    limited = RequestLimitMiddleware(lambda request: HttpResponse("taken"))
    assert limited(RequestFactory().get(longest)).content == b"taken"
    with pytest.raises(Http404):
        limited(RequestFactory().get(f"{longest}a"))


@pytest.mark.once
@pytest.mark.parametrize("path", ["/nl/", "/nl/organisaties/", "/nl/wie-helpt/", "/"])
def test_a_part_of_thousands_of_signs_is_not_there(client: Client, path: str) -> None:
    assert client.get(path + "a" * 60_000 + "/").status_code == 404
    assert client.get(path + "%CC%81%CC%A3" * 4_000 + "/").status_code == 404


@pytest.mark.once
@pytest.mark.parametrize(
    "path", ["/nl/organisaties/", "/nl/zoeken/", "/api/hsds/services", "/nl/vraag/", "/nl/", "/nl/bereikbaarheid/"]
)
def test_a_query_that_no_page_of_ours_sends_is_refused_before_it_is_read(client: Client, path: str) -> None:
    response = client.get(path, QUERY_STRING="&".join(["thema=geld"] * 9_000))
    assert response.status_code == 400
    assert "<h1" in response.content.decode()


def test_the_longest_search_in_any_script_is_taken(client: Client) -> None:
    query = urlencode({"q": "😀" * 200, "pagina": "9" * 400})
    assert len(query) < LONGEST_QUERY
    assert client.get("/nl/zoeken/", QUERY_STRING=query).status_code == 200
    assert client.get("/nl/organisaties/", QUERY_STRING=query).status_code == 200


@pytest.mark.once
@pytest.mark.parametrize(
    "path", ["/nl/vraag/", "/nl/chat/", "/nl/gesprek/", "/nl/vraag/volgen/", "/nl/nuttig/", "/nl/kan-ik-hulp-krijgen/"]
)
def test_a_form_that_no_page_of_ours_sends_is_refused_before_it_is_read(client: Client, path: str) -> None:
    body = b"text=" + b"a" * LARGEST_FORM
    assert client.post(path, body, content_type=FORM).status_code == 400
    assert not Question.objects.exists()


def test_the_longest_message_in_any_script_is_taken(client: Client) -> None:
    body = urlencode({"theme": "geld", "answer_by": "page", "text": "😀" * TEXT_LIMIT})
    assert len(body) < LARGEST_FORM
    assert client.post("/nl/vraag/", body, content_type=FORM).status_code == 200


@pytest.mark.parametrize("path", ["/", "/nl/", "/nl/vraag/", "/nl/gesprek/", "/beheer/", "/nl/bestaat-niet/"])
def test_cookies_of_tens_of_thousands_of_signs_are_not_read(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def not_long(value: str) -> str:
        assert len(value) <= LONGEST_COOKIES
        return value

    monkeypatch.setattr("http.cookies._unquote", not_long)
    for value in ('a="' + '\\"' * 30_000 + '"', "gesprek=" + "\\101" * 15_000, "a=b; " * 12_000):
        assert client.get(path, headers={"Cookie": value}).status_code == client.get(path).status_code


def test_thousands_of_marks_on_one_letter_are_not_put_in_order(client: Client) -> None:
    marks = "\u0301\u0323" * 5_000
    assert len(plain("\u05d0" + "\u05b0\u05bc" * 5_000)) <= 1 + MOST_MARKS
    assert kinds_in(f"Ik wil zelf{marks}moord plegen") == {DangerKind.SUICIDE}

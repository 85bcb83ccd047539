"""When something cannot be shown: a page of ours, in the language of the address, with a way on."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.test import Client, RequestFactory
from django.utils import translation

from portal import errors

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def assert_ours(response: Any, language: str) -> BeautifulSoup:
    """The answer is our page, in this language, with the number to call."""
    page = soup(response)
    assert page.html is not None
    assert page.html["lang"] == language
    assert page.html["dir"] == ("rtl" if language == "ar" else "ltr")
    assert page.select_one("main h1")
    assert page.select_one('main a[href="tel:112"]')
    assert page.select_one('meta[name="robots"][content="noindex"]')
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_not_there_offers_to_search_and_to_ask(client: Client, language: str) -> None:
    response = client.get(f"/{language}/bestaat-niet/")
    assert response.status_code == 404
    page = assert_ours(response, language)
    assert page.select_one(f'main form[action="/{language}/zoeken/"] input[name=q]')
    assert page.select_one(f'main a[href="/{language}/vraag/"]')
    assert page.select_one(f'main a[href="/{language}/"]')


@pytest.mark.once
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_is_too_large_is_answered_kindly(client: Client, language: str) -> None:
    response = client.post(f"/{language}/vraag/", {"text": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)},
                           content_type="application/x-www-form-urlencoded")  # fmt: skip
    assert response.status_code == 400
    page = assert_ours(response, language)
    assert page.select_one(f'main a[href="/{language}/vraag/"]')


def test_a_form_with_too_many_fields_is_answered_kindly(client: Client) -> None:
    many = "&".join(f"f{number}=x" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    response = client.post("/ar/vraag/", many, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert_ours(response, "ar")


def test_a_host_that_is_not_ours_gets_the_page_too(client: Client) -> None:
    response = client.get("/ar/", headers={"host": "kwaad.example.org"})
    assert response.status_code == 400
    assert "kwaad.example.org" not in response.content.decode()
    assert soup(response).select_one("main h1")


@pytest.mark.once
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("handler", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.locked_out, 429)],
)
def test_every_refusal_is_said_in_every_language_without_the_database(
    handler: Any, status: int, language: str, django_assert_num_queries: Any
) -> None:
    request = RequestFactory().get(f"/{language}/vraag/")
    with translation.override(language), django_assert_num_queries(0):
        response = handler(request, SuspiciousOperation()) if status != 429 else handler(request)
    assert response.status_code == status
    assert_ours(response, language)


@pytest.mark.once
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_is_said_in_every_language_without_the_database(
    language: str, django_assert_num_queries: Any
) -> None:
    with translation.override(language), django_assert_num_queries(0):
        response = errors.server_error(RequestFactory().get(f"/{language}/vraag/"))
    assert response.status_code == 500
    assert_ours(response, language)


def test_too_many_wrong_passwords_end_on_our_page_with_the_time_to_wait(client: Client, cast: Any) -> None:
    for _try in range(settings.AXES_FAILURE_LIMIT):
        response = client.post("/beheer/login/", {"username": "anna", "password": "fout", "next": "/beheer/"})
    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert_ours(response, "nl")
    # The right password does not help now, and another person is not locked out.
    assert client.post("/beheer/login/", {"username": "anna", "password": "only-for-tests"}).status_code == 429
    assert client.post("/beheer/login/", {"username": "bert", "password": "only-for-tests"}).status_code == 302

"""A form that stores nothing: taken from our own pages only, without a token and without a cookie."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.views.decorators.http import require_POST
from hypothesis import given
from hypothesis import strategies as st

from home.same_origin import from_this_site, is_own, origin_of, own_forms_only

OURS = frozenset({"https://wijkteam.example"})


@pytest.mark.parametrize(
    ("fetch_site", "origin", "referer", "own"),
    [
        ("same-origin", "https://wijkteam.example", "https://wijkteam.example/nl/", True),
        ("same-origin", "", "", True),
        ("none", "", "", True),
        ("same-origin", "null", "", True),
        ("same-site", "https://wijkteam.example", "", False),
        ("cross-site", "https://wijkteam.example", "https://wijkteam.example/nl/", False),
        ("cross-site", "", "", False),
        ("anything", "https://wijkteam.example", "", False),
        ("", "https://wijkteam.example", "", True),
        ("", "https://wijkteam.example", "https://elsewhere.example/", True),
        ("", "https://elsewhere.example", "https://wijkteam.example/nl/", False),
        ("", "http://wijkteam.example", "", False),
        ("", "https://wijkteam.example:8443", "", False),
        ("", "https://wijkteam.example.elsewhere.example", "", False),
        ("", "null", "", False),
        ("", "", "https://wijkteam.example/nl/kan-ik-hulp-krijgen/", True),
        ("", "", "https://elsewhere.example/?https://wijkteam.example", False),
        ("", "", "https://[", False),
        ("", "", "", True),
    ],
)
def test_the_first_header_that_is_there_says_whether_a_form_is_our_own(
    fetch_site: str, origin: str, referer: str, own: bool
) -> None:
    assert is_own(fetch_site=fetch_site, origin=origin, referer=referer, ours=OURS) is own


@given(st.text(), st.text(), st.text())
def test_whatever_stands_in_the_headers_is_answered(fetch_site: str, origin: str, referer: str) -> None:
    assert is_own(fetch_site=fetch_site, origin=origin, referer=referer, ours=OURS) in (True, False)


@pytest.mark.parametrize(
    ("address", "origin"),
    [("https://Site.Example/nl/?a=b", "https://site.example"), ("/nl/", ""), ("", ""), ("https://[", "")],
)
def test_an_origin_is_scheme_and_host(address: str, origin: str) -> None:
    assert origin_of(address) == origin


@own_forms_only()
def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


def again(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(f"{name}: once more")


@own_forms_only(refill=again)
@require_POST
def refilled(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse("done")


def test_our_own_form_and_whoever_only_reads_get_through(rf: RequestFactory) -> None:
    assert plain(rf.get("/", headers={"sec-fetch-site": "cross-site"})).content == b"done"
    assert plain(rf.post("/", headers={"origin": "http://testserver"})).content == b"done"
    assert plain(rf.post("/", headers={"sec-fetch-site": "same-origin"})).content == b"done"


@pytest.mark.django_db
def test_a_form_from_elsewhere_is_refused_with_a_page_to_read(rf: RequestFactory) -> None:
    response = plain(rf.post("/", headers={"origin": "https://elsewhere.example"}))
    assert response.status_code == 403
    assert response["Cache-Control"] == "no-store"
    assert "did not come from our website" in response.content.decode() or "onze website" in response.content.decode()
    assert not response.cookies


def test_a_form_from_elsewhere_is_shown_again_where_the_view_can(rf: RequestFactory) -> None:
    response = refilled(rf.post("/", headers={"sec-fetch-site": "cross-site"}), "answers")
    assert (response.status_code, response.content) == (403, b"answers: once more")


def test_no_token_is_asked(rf: RequestFactory) -> None:
    assert plain.csrf_exempt  # type: ignore[attr-defined]
    assert from_this_site(rf.post("/"))

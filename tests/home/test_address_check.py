"""Whether a door of the site answers: asked as a reader would, and not again and again while an editor types."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch

from home.pages import address_check
from home.pages.address_check import REMEMBERED_FOR, address_exists, door_answers

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DOOR = "/nl/vraag/"


@pytest.fixture
def requested(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are requested from here on, by a process that remembers nothing."""
    asked: list[str] = []
    views = address_check._view_answers

    def view_answers(path: str, found: ResolverMatch) -> bool:
        asked.append(path)
        return views(path, found)

    monkeypatch.setattr(address_check, "_view_answers", view_answers)
    monkeypatch.setattr(address_check, "_answered", {})
    return asked


def test_a_door_that_answered_is_asked_again_after_a_while(
    requested: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000.0]
    monkeypatch.setattr(address_check, "monotonic", lambda: now[0])
    for _time in range(3):
        assert door_answers(DOOR)
        assert address_exists(DOOR)
    assert requested == [DOOR]
    now[0] += REMEMBERED_FOR
    assert door_answers(DOOR)
    assert requested == [DOOR, DOOR]


def test_a_door_that_does_not_answer_is_asked_each_time(requested: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_request: HttpRequest) -> HttpResponse:
        raise Http404

    found = address_check._match_of(DOOR)
    assert found is not None
    monkeypatch.setattr(found, "func", closed)
    monkeypatch.setattr(address_check, "_match_of", lambda _path: found)
    assert not door_answers(DOOR)
    monkeypatch.setattr(found, "func", lambda _request: HttpResponse())
    assert door_answers(DOOR)
    assert requested == [DOOR, DOOR]


def test_what_has_a_name_in_its_address_is_asked_each_time(
    requested: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = address_check._match_of(DOOR)
    assert found is not None
    found.kwargs = {"name": "x"}
    monkeypatch.setattr(found, "func", lambda _request, name: HttpResponse(name))
    monkeypatch.setattr(address_check, "_match_of", lambda _path: found)
    assert all([door_answers(DOOR), door_answers(DOOR)])
    assert requested == [DOOR, DOOR]

"""Every door under /beheer/ with the whole cast: who passes, who does not, and whose action does anything."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from home.editing import refusals
from questions.management.commands.set_up_roles import ADMINISTRATOR
from questions.models import CannedAnswer, Colleague, Question, Team, Unconfirmed
from tests.conftest import Ask, Cast, colleague
from tests.desk.door_rows import SECRET, address, filled, rows_for, written
from tests.desk.doors import (
    CANNED_ACTIONS,
    CANNED_ANSWER,
    DESK_ACTIONS,
    DESK_PAGES,
    ELSEWHERE,
    PAGES,
    STAFF,
    Changes,
)
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
OURS = ("home", "portal", "questions", "services")
HOUSE = Path(__file__).parents[2]


@pytest.fixture
def rows(cast: Cast, asked: Ask, settings: Any) -> dict[str, Any]:
    """A row in every state. An answer that can be taken back stays so, however long the other doors take."""
    settings.UNDO_SECONDS = 3_600
    return rows_for(cast, asked)


@pytest.fixture
def short_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal without the frame of the admin around it: hundreds are given here, and how one looks is tested once."""
    monkeypatch.setattr(refusals, "render", lambda request, template, status: HttpResponse(status=status))


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def people_who_read_nothing(cast: Cast) -> dict[str, Any]:
    """Everybody with a key to /beheer/ who reads no question, whatever rows there are about them."""
    waiting = colleague("wacht", "midden")
    Unconfirmed.objects.create(user=waiting.user, since=timezone.now())
    gone = colleague("weg", "midden")
    gone.active = False
    gone.save()
    Colleague.objects.create(user=cast.root).teams.set(Team.objects.filter(slug="midden"))
    both = colleague("beide", "midden")
    both.user.groups.add(Group.objects.get(name=ADMINISTRATOR))
    return {
        "editor": cast.editor, "leader": cast.leader, "administrator": cast.administrator, "superuser": cast.root,
        "nobody vouched": waiting, "no longer in use": gone, "colleague and administrator": both,
    }  # fmt: skip


def doors_of_ours() -> list[str]:
    """The addresses under /beheer/ that lead to a view of ours, or to a list of canned answers."""

    def all_of(patterns: list[Any], before: str = "") -> Iterator[tuple[str, Any]]:
        for each in patterns:
            path = before + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from all_of(each.url_patterns, path)
            else:
                yield path, inspect.unwrap(each.callback)

    found = []
    for path, view in all_of(get_resolver().url_patterns):
        module = getattr(view, "view_class", view).__module__
        ours = module.split(".")[0] in OURS or "standaardantwoorden" in path or "cannedanswer" in path
        if path.startswith("beheer/") and ours:
            found.append(path.removeprefix("beheer/"))
    return some(found)


@pytest.mark.once
def test_every_door_of_ours_is_in_a_list_and_every_list_is_about_doors() -> None:
    listed = {*DESK_PAGES, *PAGES, *(door.path for door in DESK_ACTIONS)}
    doors = doors_of_ours()
    in_none = [path for path in doors if path not in listed and not path.startswith(tuple(ELSEWHERE))]
    assert not in_none, "prove these doors with the cast: add them to tests/desk/doors.py"
    assert not listed - set(doors)
    for begins, file in some(ELSEWHERE.items()):
        assert any(path.startswith(begins) for path in doors), begins
        assert begins.split("/")[0] in (HOUSE / file).read_text(encoding="utf-8"), (begins, file)


@pytest.mark.once
def test_who_is_no_colleague_passes_no_door_of_the_desk_and_changes_nothing(
    cast: Cast, rows: dict[str, Any], sign_in: SignIn, short_refusals: None
) -> None:
    strangers = people_who_read_nothing(cast)
    before, passed = written(), []
    for name, who in some(strangers.items()):
        browser = sign_in(who)
        for path, about in some(DESK_PAGES.items()):
            response = browser.get(address(path, about, rows))
            if response.status_code != 403 or SECRET in response.content.decode():
                passed.append((name, path))
        for door in some(DESK_ACTIONS):
            if browser.post(address(door.path, door.about, rows), filled(door, rows, cast)).status_code != 403:
                passed.append((name, door.path))
    assert not passed
    assert written() == before


@pytest.mark.once
def test_a_stranger_is_sent_to_the_sign_in_page_by_every_door(cast: Cast, rows: dict[str, Any]) -> None:
    before, passed = written(), []
    paths = {**DESK_PAGES, **{door.path: door.about for door in DESK_ACTIONS}, **dict.fromkeys(PAGES, "canned")}
    for path, about in some(paths.items()):
        for ask in (Client().get, Client().post):
            response = ask(address(path, about, rows))
            if response.status_code != 302 or not response["Location"].startswith("/beheer/login/"):
                passed.append(path)
    assert not passed
    assert written() == before


def test_a_colleague_opens_every_page_and_each_action_of_theirs_does_something(
    cast: Cast, rows: dict[str, Any], sign_in: SignIn
) -> None:
    browser, wrong = sign_in(cast.colleague), []
    for path, about in some(DESK_PAGES.items()):
        with undone():
            if browser.get(address(path, about, rows)).status_code not in (200, 302):
                wrong.append(path)
    for door in some(DESK_ACTIONS):
        with undone():
            before = written()
            response = browser.post(address(door.path, door.about, rows), filled(door, rows, cast))
            changed = written() != before
            if response.status_code not in (200, 302) or changed is (door.changes is Changes.NOBODY):
                wrong.append(f"{door.path}: {response.status_code}")
    assert not wrong


@pytest.mark.once
def test_a_team_mate_reads_everything_and_acts_only_where_reading_is_enough(
    cast: Cast, rows: dict[str, Any], sign_in: SignIn
) -> None:
    browser, wrong = sign_in(cast.teammate), []
    for path, about in some(DESK_PAGES.items()):
        # The columns of the chats are each colleague's own.
        may = path != "vragen/chats/<int:pk>/"
        if (browser.get(address(path, about, rows)).status_code in (200, 302)) is not may:
            wrong.append(path)
    for door in some(DESK_ACTIONS):
        with undone():
            before = written()
            browser.post(address(door.path, door.about, rows), filled(door, rows, cast))
            if (written() != before) is not (door.changes is Changes.READER):
                wrong.append(door.path)
    assert not wrong


@pytest.mark.once
def test_who_may_not_read_a_question_passes_none_of_its_doors(
    cast: Cast, rows: dict[str, Any], asked: Ask, sign_in: SignIn, short_refusals: None
) -> None:
    sensitive: Question = asked(SECRET, theme="veilig").question
    before, passed = written(), []
    theirs = {name: row for name, row in rows.items() if not name.startswith("free") and name != "view"}
    hidden = dict.fromkeys(theirs, sensitive) | {"other": rows["free"], "answer": rows["answer"]}
    for who, about_rows in ((cast.outsider, rows), (cast.confidant, rows), (cast.colleague, hidden)):
        browser = sign_in(who)
        for door in some(DESK_ACTIONS):
            if door.about not in theirs:
                continue
            response = browser.post(address(door.path, door.about, about_rows), filled(door, rows, cast))
            # A formal matter that somebody may not see is not there for them.
            if response.status_code not in (403, 404) and not door.path.endswith("/nemen/"):
                passed.append((str(who), door.path))
        for path, about in some(DESK_PAGES.items()):
            if about and browser.get(address(path, about, about_rows)).status_code not in (302, 403, 404):
                passed.append((str(who), path))
    assert not passed
    assert written() == before


@pytest.mark.once
def test_no_action_is_done_by_following_a_link_or_by_a_form_of_another_site(
    cast: Cast, rows: dict[str, Any], sign_in: SignIn
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.colleague.user, "django.contrib.auth.backends.ModelBackend")
    before, wrong = written(), []
    for door in some(DESK_ACTIONS):
        where = address(door.path, door.about, rows)
        if door.path not in DESK_PAGES and strict.get(where).status_code not in (200, 405):
            wrong.append(f"GET {door.path}")
        if strict.post(where, filled(door, rows, cast)).status_code != 403:
            wrong.append(f"POST {door.path}")
    assert not wrong
    assert written() == before


@pytest.mark.once
def test_other_pages_open_for_their_roles_and_for_nobody_else(
    cast: Cast, rows: dict[str, Any], sign_in: SignIn, short_refusals: None
) -> None:
    wrong = []
    waiting = colleague("wacht", "midden")
    Unconfirmed.objects.create(user=waiting.user, since=timezone.now())
    people = {name: getattr(cast, name) for name in sorted(STAFF)} | {"colleague nobody vouched for": waiting}
    for name, who in some(people.items()):
        browser = sign_in(who)
        for path, may in some(PAGES.items()):
            opened = browser.get(address(path, "canned", rows)).status_code == 200
            if opened is not (name.split(" ")[0] in may):
                wrong.append((name, path))
    assert not wrong


def test_only_editors_and_leaders_write_canned_answers(cast: Cast, rows: dict[str, Any], sign_in: SignIn) -> None:
    wrong = []
    for name in some(STAFF):
        browser = sign_in(getattr(cast, name))
        for path in some(CANNED_ACTIONS):
            with undone():
                before = list(CannedAnswer.objects.values())
                browser.post(address(path, "canned", rows), CANNED_ANSWER)
                changed = list(CannedAnswer.objects.values()) != before
            if changed is not (name in PAGES[path]):
                wrong.append((name, path))
    assert not wrong

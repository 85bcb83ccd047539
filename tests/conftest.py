"""What every test can use: a database with the real content, the cast, and a question that was asked."""

import gc
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import settings as examples

from home.cache import generation
from portal.admin.dutch import load_forms
from portal.backups.restore import connected_to
from questions.actions.ask import AskedQuestion, Contact, NewQuestion, ask
from questions.actions.release_answers import release_all_due
from questions.management.commands.set_up_roles import ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER
from questions.models import Colleague, HeldAnswer, Team
from questions.statuses import AnswerBy
from questions.waits.models import Channel
from services.models import District, Theme
from tests.loaded import Kept

# Until everything is collected nothing is garbage.
gc.disable()
# How long an example takes says how busy the machine is.
examples.register_profile("tests", deadline=None)
examples.load_profile("tests")

# A Monday in office hours, in Amsterdam 10:00.
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what touches the database, by pytest-django's mark or by a fixture that asks for one of its own.

    What says nothing about the engine of this run is left out of it, and counted as deselected.
    """
    for item in items:
        asks = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
        if asks or item.get_closest_marker("django_db"):
            item.add_marker("database")
        marked = item.get_closest_marker("django_db")
        if "transactional_db" in getattr(item, "fixturenames", ()) or (marked and marked.kwargs.get("transaction")):
            # Afterwards Django would empty every table: the content would be gone, and events are never emptied.
            raise pytest.UsageError(f"{item.nodeid}: a test that commits takes the fixture `own_database`")
    other = [item for item in items if not says_something_of(connection.vendor, item)]
    config.hook.pytest_deselected(items=other)
    items[:] = [item for item in items if item not in set(other)]


def pytest_collection_finish() -> None:
    """What was imported stays until the end: looking through all of it for garbage again and again takes long."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def says_something_of(vendor: str, item: pytest.Item) -> bool:
    """Whether this test can fail on this engine in another way than on SQLite, where all run."""
    marked = item.get_closest_marker("engine")
    if marked:
        return marked.args == (vendor,)
    return vendor == "sqlite" or not item.get_closest_marker("once")


@pytest.fixture(scope="session", autouse=True)
def forms_of_the_admin() -> None:
    """Made as a server makes them, before the commands that make the database do it without a language."""
    load_forms()


@pytest.fixture(scope="session")
def kept_database(
    forms_of_the_admin: None, django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> Kept:
    """The loaded database of an earlier process, put where Django makes its own."""
    with django_db_blocker.unblock():
        kept = Kept()
        kept.prepare()
        return kept


@pytest.fixture(scope="session")
def django_db_modify_db_settings(kept_database: Kept) -> None:
    """pytest-django asks for this before it makes the test database."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, kept_database: Kept, django_db_blocker: Any) -> None:
    """The content is loaded once; every test rolls back to it."""
    # A run in which no test is marked django_db gets no test database from pytest-django.
    assert "test" in str(connection.settings_dict["NAME"]) or "memory" in str(connection.settings_dict["NAME"])
    if kept_database.made_here:
        with django_db_blocker.unblock():
            kept_database.fill()


@pytest.fixture(autouse=True)
def without_second_factor(settings: Any) -> None:
    """Tests of the screens sign in with a password; the second factor has tests of its own."""
    settings.SECOND_FACTOR_REQUIRED = False


class Remembered:
    """Whose tests, marked `reads`, filled what this process keeps."""

    file: Path | None = None


@pytest.fixture(autouse=True)
def nothing_is_remembered(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a process keeps of a state of the database is not true of the next test's, unless both only read."""
    reads = request.node.get_closest_marker("reads") is not None
    if not reads or Remembered.file != request.path:
        generation.forget()
    Remembered.file = request.path if reads else None
    before = rows_written()
    yield
    if reads and rows_written() > before:
        Remembered.file = None
        pytest.fail("it writes, and is marked `reads`")


def rows_written() -> int:
    """By this connection so far, rolled back or not; SQLite counts them."""
    return connection.connection.total_changes if connection.vendor == "sqlite" and connection.connection else 0


@pytest.fixture
def own_database(db: None, kept_database: Kept, tmp_path: Path) -> Iterator[None]:
    """A copy of the loaded database for a test that commits; on SQLite a file. It is thrown away afterwards."""
    with kept_database.copied(tmp_path) as name, connected_to(name):
        yield


@pytest.fixture(scope="module")
def module_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a fixture of a whole file writes, every test of that file starts with; after the file it is gone.

    Such a fixture takes this one, writes with `django_db_blocker.unblock()`, and gives no rows: a test that changes
    one would change it for the next. A file with `own_database` cannot use it: that is a copy of what
    was loaded.
    """
    everything = transaction.atomic()
    everything._from_testcase = True  # type: ignore[attr-defined]  # as a TestCase does: `durable` is meant for others
    with django_db_blocker.unblock():
        everything.__enter__()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        everything.__exit__(None, None, None)


@dataclass(frozen=True)
class Cast:
    """Everybody who may or may not do something."""

    colleague: Colleague
    teammate: Colleague
    outsider: Colleague
    confidant: Colleague
    editor: User
    leader: User
    administrator: User
    root: User


def person(username: str, role: str, **more: Any) -> User:
    """A user with one role."""
    user = User.objects.create_user(username, password="only-for-tests", **more)
    user.groups.add(Group.objects.get(name=role))
    return user


def colleague(username: str, *teams: str, sensitive: bool = False) -> Colleague:
    """A colleague in these teams."""
    row = Colleague.objects.create(user=person(username, COLLEAGUE, first_name=username.title()), languages=["nl"])
    row.teams.set(Team.objects.filter(slug__in=teams))
    if sensitive:
        row.sensitive_themes.set(Theme.objects.filter(sensitive=True))
    return row


@pytest.fixture
def cast(db: None) -> Cast:
    """A colleague, a team-mate, one of another team, one for sensitive themes, and the other roles."""
    teams = {"anna": "midden", "bert": "midden", "carla": "noord", "dirk": "centraal"}
    roles = dict.fromkeys(teams, COLLEAGUE) | {"eva": EDITOR, "fred": LEADER, "gijs": ADMINISTRATOR}
    # Hundreds of tests begin with these: a query for each kind of row, not for each row.
    password = make_password("only-for-tests")
    users = {
        name: User(username=name, password=password, first_name=name.title() if name in teams else "") for name in roles
    }
    users["root"] = User(username="root", password=password, is_staff=True, is_superuser=True)
    User.objects.bulk_create(users.values())
    groups = Group.objects.in_bulk(roles.values(), field_name="name")
    has_role = User.groups.through
    has_role.objects.bulk_create(has_role(user=users[name], group=groups[role]) for name, role in roles.items())
    rows = {name: Colleague(user=users[name], languages=["nl"]) for name in teams}
    Colleague.objects.bulk_create(rows.values())
    found = Team.objects.in_bulk(teams.values(), field_name="slug")
    in_team = Colleague.teams.through
    in_team.objects.bulk_create(in_team(colleague=rows[name], team=found[slug]) for name, slug in teams.items())
    rows["dirk"].sensitive_themes.set(Theme.objects.filter(sensitive=True))
    return Cast(
        colleague=rows["anna"], teammate=rows["bert"], outsider=rows["carla"], confidant=rows["dirk"],
        editor=users["eva"], leader=users["fred"], administrator=users["gijs"], root=users["root"],
    )  # fmt: skip


@pytest.fixture
def sign_in() -> Callable[[User | Colleague], Client]:
    """A browser in which this person has signed in."""

    def signed_in(who: User | Colleague) -> Client:
        client = Client()
        client.force_login(who.user if isinstance(who, Colleague) else who, "django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


def let_answers_go() -> None:
    """Lets the seconds pass in which the answers that were sent can be taken back: they were sent that much earlier."""
    window = timedelta(seconds=settings.UNDO_SECONDS)
    for held in HeldAnswer.objects.all():
        held.written_at, held.release_at = held.written_at - window, held.release_at - window
        held.save()
    release_all_due(timezone.now())


Ask = Callable[..., AskedQuestion]


@pytest.fixture
def asked(db: None) -> Ask:
    """Asks a question; everything about it can be chosen."""

    def do(
        text: str = "Ik kan de huur niet betalen.",
        *,
        theme: str = "geld",
        district: str = "",
        language: str = "nl",
        answer_by: AnswerBy = AnswerBy.PAGE,
        now: datetime = MONDAY,
        submission: uuid.UUID | None = None,
        channel: Channel = Channel.FORM,
        **contact: Any,
    ) -> AskedQuestion:
        return ask(
            NewQuestion(
                submission=submission or uuid.uuid4(),
                theme=Theme.objects.get(slug=theme),
                district=District.objects.get(slug=district) if district else None,
                language=language,
                text=text,
                answer_by=answer_by,
                contact=Contact(**contact),
                channel=channel,
            ),
            now,
        )

    return do

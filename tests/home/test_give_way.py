"""Work in many transactions leaves room between them: whoever waits for SQLite would never find it free."""

import time
from collections.abc import Iterator
from unittest import mock

import pytest
from django.db import transaction

from home.database.give_way import PAUSE, giving_way


@pytest.fixture
def pauses() -> Iterator[mock.Mock]:
    """Counts the pauses instead of waiting."""
    with mock.patch.object(time, "sleep") as slept:
        yield slept


@pytest.mark.engine("sqlite")
def test_between_two_steps_others_may_write(own_database: None, pauses: mock.Mock) -> None:
    assert list(giving_way(range(3))) == [0, 1, 2]
    assert pauses.call_args_list == [mock.call(PAUSE)] * 2


@pytest.mark.engine("postgresql")
def test_postgresql_needs_no_pause(own_database: None, pauses: mock.Mock) -> None:
    assert list(giving_way(range(3))) == [0, 1, 2]
    assert not pauses.called


def test_inside_a_transaction_a_pause_would_only_hold_others_up(own_database: None, pauses: mock.Mock) -> None:
    with transaction.atomic():
        assert list(giving_way(range(3))) == [0, 1, 2]
    assert not pauses.called

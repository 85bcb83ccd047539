"""What a process keeps is right as long as nothing published changed, within transactions too."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail import hooks
from wagtail.coreutils import get_dummy_request

from home.cache import generation
from home.cache.generation import cached_until_published
from home.models import Change
from home.text.facts import HOOK, facts_of
from services.facts.models import facts_by_slug
from services.models import Fact, ServicePage

pytestmark = pytest.mark.django_db


def page(language: str = "nl") -> ServicePage:
    found: ServicePage = ServicePage.objects.get(slug="jeugdhulp", locale__language_code=language)
    return found


def told(do: Callable[[], object]) -> bool:
    """Whether this told that something published changed."""
    before = generation.current()
    do()
    return generation.current() != before


# --- transactions ------------------------------------------------------------------------------------------


def save_a_fact() -> None:
    fact = Fact.objects.first()
    assert fact is not None
    fact.save()


def test_a_change_that_is_rolled_back_was_never_told() -> None:
    before = generation.current()
    with transaction.atomic():
        save_a_fact()
        assert generation.current() != before
        transaction.set_rollback(True)
    assert generation.current() == before


def test_a_change_after_one_that_was_rolled_back_is_told_all_the_same() -> None:
    before = generation.current()
    with transaction.atomic():
        with transaction.atomic():
            save_a_fact()
            transaction.set_rollback(True)
        save_a_fact()
    assert generation.current() != before


def test_many_changes_of_one_transaction_are_told_once() -> None:
    count = Change.objects.count()
    with transaction.atomic():
        for fact in Fact.objects.all():
            fact.save()
    assert Change.objects.count() == count + 1


def test_who_looks_between_two_changes_sees_both() -> None:
    seen = set()
    with transaction.atomic():
        for _time in range(3):
            save_a_fact()
            seen.add(generation.current())
    assert len(seen) == 3


def test_old_changes_are_forgotten_and_what_is_kept_is_read_again() -> None:
    save_a_fact()
    before = generation.current()
    assert generation.forget_old_changes(timezone.now()) == 0
    assert generation.current() == before
    assert generation.forget_old_changes(timezone.now() + timedelta(days=2)) > 0
    assert generation.current() != before


# --- what is kept ------------------------------------------------------------------------------------------


def test_what_is_kept_is_read_once_until_something_changes() -> None:
    read: list[str] = []

    @cached_until_published
    def facts(language: str = "nl") -> int:
        read.append(language)
        return len(read)

    assert [facts(), facts()] == [1, 1]
    save_a_fact()
    assert [facts(), facts()] == [2, 2]
    assert [facts("ar"), facts("ar"), facts()] == [3, 3, 2]


def test_two_readers_never_get_what_the_other_read_whatever_they_are_called() -> None:
    def made(answer: str) -> Callable[[], str]:
        @cached_until_published
        def facts() -> str:
            return answer

        return facts

    one, other = made("one"), made("other")
    assert [one(), other(), one()] == ["one", "other", "one"]


def test_whoever_knows_facts_besides_ours_does_not_get_among_ours() -> None:
    """Both were once kept under the name "facts": who came second got what the first one had read."""

    class Theirs:
        def as_html(self, *, links: bool) -> str:
            return "theirs"

        def as_text(self) -> str:
            return "theirs"

    with hooks.register_temporarily(HOOK, lambda: {"of-another-house": Theirs()}):
        generation.forget()
        assert "of-another-house" in facts_of(get_dummy_request())
        assert "of-another-house" not in facts_by_slug()
        generation.forget()
        assert "of-another-house" not in facts_by_slug()
        assert "of-another-house" in facts_of(get_dummy_request())
    generation.forget()


def test_nothing_is_kept_longer_than_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [100.0]
    monkeypatch.setattr(generation, "clock", lambda: moment[0])
    numbers = iter(range(10))
    read = cached_until_published(lambda: next(numbers))
    assert read() == 0
    moment[0] += generation.LONGEST - 1
    assert read() == 0
    moment[0] += 2
    assert read() == 1


def test_what_a_transaction_read_of_its_own_change_is_gone_when_it_is_rolled_back() -> None:
    @cached_until_published
    def value() -> str:
        return str(Fact.objects.values_list("value", flat=True).get(slug="veilig-thuis"))

    right = value()
    fact = Fact.objects.get(slug="veilig-thuis")
    fact.value = "0800-2001"
    with transaction.atomic():
        fact.save()
        assert value() == "0800-2001"
        transaction.set_rollback(True)
    assert value() == right


def test_the_state_is_read_once_for_a_whole_request(django_assert_num_queries: Any) -> None:
    read = cached_until_published(lambda number: number)
    with django_assert_num_queries(1), generation.one_request():
        for number in range(5):
            read(number)
            generation.seen()


def test_a_change_within_a_request_is_seen_by_the_rest_of_it() -> None:
    with generation.one_request():
        before = generation.current()
        save_a_fact()
        assert generation.current() != before


def test_the_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generation, "MOST_RESULTS", 10)
    read = cached_until_published(lambda number: object())
    first = read(0)
    assert read(0) is first
    for number in range(1, 25):
        read(number)
    assert read(0) is not first


# --- requests ----------------------------------------------------------------------------------------------


def test_a_visitor_trusts_what_was_read_lately_and_who_is_signed_in_asks_again(
    own_database: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [1_000.0]
    monkeypatch.setattr(generation, "clock", lambda: moment[0])

    def asked_again(address: str) -> bool:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code in (200, 302)
        return any(Change._meta.db_table in query["sql"] for query in queries)

    address = "/nl/vraag/"
    assert asked_again(address)
    assert not asked_again(address)
    client.cookies[settings.SESSION_COOKIE_NAME] = "of-somebody"
    assert asked_again(address)
    client.cookies.clear()
    assert not asked_again(address)
    moment[0] += generation.EVERY + 0.1
    assert asked_again(address)
    save_a_fact()
    assert asked_again(address)

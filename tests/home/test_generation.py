"""What a process keeps is right as long as nothing published changed; every change is told, whoever makes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail import hooks
from wagtail.coreutils import get_dummy_request
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringTranslation

from home.cache import generation
from home.cache.generation import cached_until_published
from home.cache.signals import published_models
from home.models import BasePage, Change, ContentPage, Municipality, SearchEntry
from home.text.facts import HOOK, facts_of
from home.translation.progress import confirm_words
from services.facts.models import facts_by_slug
from services.models import CalendarException, CalendarVersion, Fact, HelpLine, LoadedRow, ServicePage, Theme

pytestmark = pytest.mark.django_db


def page(language: str = "nl") -> ServicePage:
    found: ServicePage = ServicePage.objects.get(slug="jeugdhulp", locale__language_code=language)
    return found


def told(do: Callable[[], object]) -> bool:
    """Whether this told that something published changed."""
    before = generation.current()
    do()
    return generation.current() != before


# --- what is told ------------------------------------------------------------------------------------------


def a_page_is_published() -> None:
    page().save_revision().publish()


def a_page_is_taken_off() -> None:
    page().unpublish()


def a_page_is_moved() -> None:
    page().move(Page.objects.get(slug="over-ons", locale__language_code="nl"), pos="last-child")


def a_page_gets_another_place_among_its_neighbours() -> None:
    found = page()
    found.move(found.get_parent(), pos="first-child")


def a_page_is_deleted() -> None:
    page().delete()


def a_page_is_made() -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl")
    home.add_child(instance=ContentPage(title="Nieuw", slug="nieuw"))


def a_page_is_published_on_its_day() -> None:
    found = page()
    found.go_live_at = timezone.now() + timedelta(hours=1)
    revision = found.save_revision()
    revision.publish()
    its_day = timezone.now() - timedelta(minutes=1)
    content = revision.content | {"go_live_at": its_day.isoformat()}
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=its_day, content=content)
    call_command("publish_scheduled")


def a_page_ends_on_its_day() -> None:
    ServicePage.objects.filter(pk=page().pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def a_page_is_closed() -> None:
    PageViewRestriction.objects.create(page=page(), restriction_type="login")


def a_fact_changes() -> None:
    fact = Fact.objects.get(slug="veilig-thuis")
    fact.value = "0800-2001"
    fact.save()


def a_help_line_goes() -> None:
    line = HelpLine.objects.filter(locale__language_code="nl").first()
    assert line is not None
    line.delete()


def a_theme_gets_another_help_line() -> None:
    theme = Theme.objects.get(slug="geld")
    theme.facts.set(Fact.objects.filter(kind="phone")[:1])


def the_municipality_gets_another_name() -> None:
    found = Municipality.objects.get()
    found.name = "Elders"
    found.save()


def an_image_changes() -> None:
    Image.objects.create(title="Deur", file=get_test_image_file())


def a_translation_is_changed() -> None:
    translation = StringTranslation.objects.filter(locale__language_code="en").first()
    assert translation is not None
    translation.data = "Other words"
    translation.save()


def a_translation_is_confirmed() -> None:
    confirm_words(page("en"), User.objects.create(username="vertaler"))


def the_site_moves() -> None:
    site = Site.objects.get()
    site.port = 8080
    site.save()


def a_language_comes() -> None:
    Locale.objects.create(language_code="fy")


def an_exception_is_withdrawn() -> None:
    recording = CalendarException.objects.current().first()
    assert recording is not None
    recording.delete()


def hours_are_withdrawn() -> None:
    recording = CalendarVersion.objects.current().first()
    assert recording is not None
    recording.delete()


@pytest.mark.parametrize(
    "do",
    [
        a_page_is_published,
        a_page_is_taken_off,
        a_page_is_moved,
        a_page_gets_another_place_among_its_neighbours,
        a_page_is_deleted,
        a_page_is_made,
        a_page_is_published_on_its_day,
        a_page_ends_on_its_day,
        a_page_is_closed,
        a_fact_changes,
        a_help_line_goes,
        a_theme_gets_another_help_line,
        the_municipality_gets_another_name,
        an_image_changes,
        a_translation_is_changed,
        a_translation_is_confirmed,
        the_site_moves,
        a_language_comes,
        an_exception_is_withdrawn,
        hours_are_withdrawn,
    ],
)
def test_every_way_to_change_what_readers_see_is_told(do: Callable[[], None]) -> None:
    assert told(do)


def a_draft_is_saved() -> None:
    found = page()
    found.title = "Ontwerp"
    found.save_revision()


def a_page_is_locked() -> None:
    found = page()
    found.locked = True
    found.save(update_fields=["locked"])


def somebody_logs_in() -> None:
    User.objects.create(username="iemand")


def the_search_is_made_again() -> None:
    SearchEntry.objects.all().delete()
    call_command("rebuild_search", verbosity=0)


def the_same_content_is_loaded_again() -> None:
    call_command("load_content", verbosity=0)


@pytest.mark.parametrize(
    "do",
    [
        a_draft_is_saved,
        a_page_is_locked,
        somebody_logs_in,
        the_search_is_made_again,
        the_same_content_is_loaded_again,
    ],
)
def test_what_no_reader_sees_leaves_alone_what_is_kept(do: Callable[[], None]) -> None:
    assert not told(do)


def test_every_model_of_pages_and_rows_is_followed_unless_it_says_that_nobody_sees_it() -> None:
    followed = set(published_models())
    assert {ServicePage, ContentPage, Fact, Theme, Municipality, Page, Image} <= followed
    assert not followed & {Change, SearchEntry, LoadedRow}
    assert {model for model in followed if issubclass(model, BasePage)}


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
    with transaction.atomic():
        a_fact_changes()
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

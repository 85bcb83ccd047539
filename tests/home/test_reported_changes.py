"""Every change of what readers see is reported, whoever makes it; what no reader sees is not."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringTranslation

from home.cache import generation
from home.cache.signals import published_models
from home.models import BasePage, Change, ContentPage, Municipality, SearchEntry
from home.translation.machine_words import confirm_words
from services.models import CalendarException, CalendarVersion, Fact, HelpLine, LoadedRow, ServicePage, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page(language: str = "nl") -> ServicePage:
    found: ServicePage = ServicePage.objects.get(slug="jeugdhulp", locale__language_code=language)
    return found


def told(do: Callable[[], object]) -> bool:
    """Whether this told that something published changed."""
    before = generation.current()
    do()
    return generation.current() != before


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

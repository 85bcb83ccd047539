"""What is published can be found, in every language; what is not cannot."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.synctree import create_aliases_for_new_page

from home.cache.generation import current, one_request
from home.models import BasePage, ContentPage, HomePage, IndexPage, SearchEntry
from home.search.selectors import MOST_SHOWN, find, score_of, single_words
from home.text.normalise import index_of
from tests.some import some

pytestmark = pytest.mark.django_db


def titles(query: str, language: str = "nl") -> list[str]:
    return [hit.page.title for hit in find(query, language).hits]


def page_in(language: str, key: str) -> Any:
    source = Page.objects.get(pk=next(
        page.pk for model in (IndexPage, ContentPage) for page in model.objects.filter(
            content_key=key, locale__language_code="nl", alias_of=None
        )
    ))  # fmt: skip
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def publish(page: Any, **fields: Any) -> Any:
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def new_page(title: str, **fields: Any) -> ContentPage:
    parent = page_in("nl", "zelf-regelen").get_parent()
    page = ContentPage(title=title, slug="nieuwe-bladzijde", locale=Locale.objects.get(language_code="nl"), **fields)
    parent.add_child(instance=page)
    return page


def test_every_published_page_is_in_it_once_and_nothing_else() -> None:
    live = set(Page.objects.live().filter(depth__gt=1).values_list("pk", flat=True))
    assert set(SearchEntry.objects.values_list("page_id", flat=True)) == live


@pytest.mark.parametrize(
    ("query", "language", "first"),
    [
        ("schulden", "nl", "Geld en schulden"), ("SCHULD", "nl", "Geld en schulden"),
        ("debts", "en", "Money and debts"), ("مدرسه", "ar", "المدرسة والتعليم الإلزامي"),
        ("المال", "ar", "المال والديون"), ("schulden", "uk", "Deel 3: hulp bij schulden"),
        ("борги", "uk", "Гроші та борги"),
    ],
)  # fmt: skip
def test_the_page_about_it_comes_first(query: str, language: str, first: str) -> None:
    assert titles(query, language)[0] == first


def test_every_word_must_be_on_the_page_wherever_it_stands() -> None:
    assert "Geld en schulden" in titles("schulden huur")
    assert titles("schulden olifant") == []


def test_a_title_counts_above_a_summary_and_a_summary_above_the_rest() -> None:
    title, summary = index_of("Geld en huis"), index_of("Over werk")
    assert score_of(["geld"], title, summary) > score_of(["werk"], title, summary) > score_of(["iets"], title, summary)
    assert score_of(["geld"], title, "") > score_of(["gel"], title, "")


def test_a_page_of_a_sensitive_theme_is_found_like_any_other() -> None:
    assert titles("veilig")[0] == "Veilig thuis"


def test_a_page_without_translation_is_found_once_in_its_dutch_words() -> None:
    found = find("geld", "tr")
    keys = [hit.page.translation_key for hit in found.hits]
    assert len(keys) == len(set(keys)) > 0
    assert {hit.page.locale.language_code for hit in found.hits} == {"tr"}
    assert {hit.page.words_language for hit in found.hits} == {"nl"}


def test_a_draft_cannot_be_found_and_its_words_replace_none() -> None:
    page = publish(page_in("nl", "zelf-regelen"), summary="Alles over giraffen.")
    page.summary = "Alles over zebra's."
    page.save_revision()
    page.save()  # any save while the draft is at hand
    BasePage.save(page, update_fields=["has_unpublished_changes"])
    assert page.title in titles("giraffen")


def test_what_is_published_is_found_at_once_and_what_is_taken_off_is_gone() -> None:
    page = new_page("Giraffen te leen")
    assert titles("giraffen") == ["Giraffen te leen"]
    publish(page, title="Zebra’s te leen")
    assert titles("giraffen") == []
    assert titles("zebra") == ["Zebra’s te leen"]
    ContentPage.objects.get(pk=page.pk).unpublish()
    assert titles("zebra") == []
    assert not SearchEntry.objects.filter(page=page).exists()


def test_a_new_page_is_found_in_every_language_that_falls_back_on_it() -> None:
    create_aliases_for_new_page(new_page("Giraffen te leen"))  # as Wagtail does when an editor makes a page
    for language in ("nl", "en", "ar", "tr", "pl", "uk"):
        assert titles("giraffen", language) == ["Giraffen te leen"], language


def test_a_fallback_follows_the_dutch_page_when_that_is_taken_off() -> None:
    page = new_page("Giraffen te leen")
    create_aliases_for_new_page(page)
    publish(page, title="Zebra’s te leen")
    assert titles("zebra", "tr") == ["Zebra’s te leen"]
    assert titles("giraffen", "tr") == []
    ContentPage.objects.get(pk=page.pk).unpublish()
    assert titles("zebra", "tr") == []


def test_a_translation_is_found_by_its_own_words() -> None:
    page = publish(page_in("en", "zelf-regelen"), title="Borrow a giraffe")
    assert titles("giraffe", "en") == ["Borrow a giraffe"]
    assert titles("giraffe", "nl") == []
    assert not page.alias_of_id


def test_a_page_that_moves_stands_in_its_new_place() -> None:
    page = new_page("Giraffen te leen")
    page.move(page_in("nl", "onderwerpen"), pos="last-child")
    [hit] = find("giraffen", "nl").hits
    assert [above.title for above in hit.place] == ["Onderwerpen"]


def test_a_page_that_is_deleted_is_gone_with_its_entry() -> None:
    page = new_page("Giraffen te leen")
    page.delete()
    assert titles("giraffen") == []


def test_a_page_that_is_closed_to_the_public_cannot_be_found() -> None:
    page = new_page("Giraffen te leen")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert titles("giraffen") == []


def test_words_in_blocks_count_and_notes_of_editors_do_not() -> None:
    new_page(
        "Te leen",
        body=[("paragraph", "<p>Een <b>giraffe</b> voor {fact:juridisch-loket}.</p>")],
        source_note="Uit het zebraboek",
    )
    assert titles("giraffe") == ["Te leen"]
    assert titles("zebraboek") == []
    assert "Te leen" not in titles("juridisch")


def test_making_everything_again_comes_to_the_same() -> None:
    before = set(SearchEntry.objects.values_list("page_id", "language", "title", "summary", "body"))
    SearchEntry.objects.update(title=" verouderd")
    call_command("rebuild_search", verbosity=0)
    assert set(SearchEntry.objects.values_list("page_id", "language", "title", "summary", "body")) == before


def test_an_entry_is_a_line_of_words_and_one_per_page() -> None:
    entry = SearchEntry.objects.select_related("page").first()
    assert entry is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        SearchEntry.objects.filter(pk=entry.pk).update(title="zonder spatie")
    with pytest.raises(IntegrityError), transaction.atomic():
        SearchEntry.objects.create(page=entry.page, language="nl", title=" dubbel")


def test_only_the_best_are_shown_and_all_are_counted() -> None:
    found = find("e", "nl")
    assert found.total > MOST_SHOWN == len(found.hits)


def test_a_search_costs_few_queries() -> None:
    with one_request():
        current()
        assert HomePage.objects.first().url  # the addresses of the site are read once
        with CaptureQueriesContext(connection) as captured:
            hits = find("geld", "tr").hits
            assert any(hit.place for hit in hits)
            for hit in some(hits):
                assert hit.page.url
                assert all(above.title and above.words_language for above in some(hit.place))
    types = {type(page) for hit in hits for page in [hit.page, *hit.place]}
    # Three for the search, one for the pages that are closed, one that finds the pages, and one per type of them.
    assert len(captured) <= 5 + len(types)


def test_a_sentence_that_no_page_holds_is_broken_into_the_words_that_say_something() -> None:
    assert find("ik kan de huur niet betalen", "nl").total == 0
    assert set(single_words("ik kan de huur niet betalen", "nl")) == {"huur", "betalen"}
    assert single_words("xyz", "nl") == []
    assert single_words("", "nl") == []

"""The index for searching in the admin, filled once after many objects were written."""

import pytest
from wagtail.models import Page

from home.models import ContentPage, HomePage
from home.search.admin_index import admin_index_filled_afterwards

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def found(word: str) -> list[Page]:
    """The Dutch pages with this word; a new page has one in each other language too."""
    return [page.specific for page in Page.objects.search(word) if page.locale.language_code == "nl"]


def test_what_was_saved_more_than_once_and_as_more_than_one_type_is_found_once_with_its_last_words() -> None:
    known = ContentPage.objects.filter(locale__language_code="nl").order_by("pk")[0]
    new = ContentPage(title="Eersteling", slug="eersteling")
    with admin_index_filled_afterwards():
        known.get_parent().add_child(instance=new)
        for page in (known, new):
            page.title = f"Tussenwoord {page.pk}"
            page.save()
            plain = Page.objects.get(pk=page.pk)
            plain.title = f"Slotwoord {page.pk}"
            plain.save()
        Page.objects.get(pk=new.pk).move(known, pos="last-child")
        assert found("Slotwoord") == []
    assert {page.pk for page in found("Slotwoord")} == {known.pk, new.pk}
    assert len(found("Slotwoord")) == 2
    assert [*found("Tussenwoord"), *found("Eersteling")] == []


def test_what_was_saved_and_then_deleted_is_not_found_and_the_rest_is() -> None:
    home = HomePage.objects.get(locale__language_code="nl")
    pages = [ContentPage(title=f"Blijfwoord {slug}", slug=slug) for slug in ("gaat-weg", "blijft-hier")]
    with admin_index_filled_afterwards():
        for page in pages:
            home.add_child(instance=page)
        pages[0].delete()
    assert found("Blijfwoord") == [pages[1]]


def test_after_it_each_object_is_indexed_when_it_is_saved_also_where_it_went_wrong() -> None:
    page = ContentPage.objects.filter(locale__language_code="nl").order_by("pk")[0]
    page.title = "Foutwoord"

    @admin_index_filled_afterwards()
    def save_and_fail() -> None:
        page.save()
        raise LookupError

    with pytest.raises(LookupError):
        save_and_fail()
    assert found("Foutwoord") == []
    page.title = "Daarnawoord"
    page.save()
    assert found("Daarnawoord") == [page]

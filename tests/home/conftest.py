"""Two lists side by side and a page below the first, in every language: made once for a file of tests."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail.models import Page

from home.cache import middleware
from home.models import IndexPage
from tests.home.in_six_languages import new_page, page_at


@pytest.fixture(scope="module")
def made_lists(module_database: None, django_db_blocker: Any) -> None:
    """Publishing in six languages takes a second: every test of the file starts with what is made here."""
    with django_db_blocker.unblock():
        home = Page.objects.get(depth=2, locale__language_code="nl").specific
        first = home.add_child(instance=IndexPage(title="A", slug="testindex-a", summary="Kort."))
        second = home.add_child(instance=IndexPage(title="B", slug="testindex-b", summary="Kort."))
        for each in (first, second):
            each.save_revision().publish()
        new_page(first, "testkind").save_revision().publish()


@pytest.fixture
def lists(made_lists: None, db: None) -> tuple[Any, Any, Any]:
    """The first list, the second, and the page below the first."""
    return page_at("testindex-a"), page_at("testindex-b"), page_at("testkind")


@pytest.fixture
def store(settings: Any) -> Iterator[None]:
    """An empty store with room in it."""
    settings.PAGE_CACHE_BYTES = 10_000_000
    middleware.forget()
    yield
    middleware.forget()


@pytest.fixture
def person(django_user_model: Any) -> Any:
    """Somebody who may publish and confirm."""
    return django_user_model.objects.create_superuser("vertaler")

"""Pages of one kind in every language, as the tests look at them."""

from typing import Any

from wagtail.models import Page

from home.models import ContentPage

LANGUAGES = ["nl", "en", "ar", "tr", "pl", "uk"]


def page_at(slug: str, language: str = "nl") -> Any:
    """The page with this slug in a language."""
    return Page.objects.get(slug=slug, locale__language_code=language, depth__gt=2).specific


def versions(page: Page) -> dict[str, Page]:
    """The page in every language, by language."""
    found = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {each.locale.language_code: each for each in found}


def live_in(page: Page) -> list[str]:
    """The languages in which the page is public."""
    found = versions(page)
    return [code for code in LANGUAGES if code in found and found[code].live]


def places(page: Page) -> set[str]:
    """The paths below the home page, in every language."""
    return {each.url_path.split("/", 2)[2] for each in versions(page).values()}


def new_page(parent: Page, slug: str, **fields: Any) -> Any:
    """A page of our own below this one."""
    made = ContentPage(title=slug.title(), slug=slug, summary="Kort.", body=[("paragraph", "<p>Tekst.</p>")], **fields)
    return parent.add_child(instance=made)

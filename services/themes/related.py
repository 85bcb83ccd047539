"""The pages about a theme: services, guides and frequently asked questions, in the reader's language."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage
from home.models import BasePage
from home.pages.closed import open_to_all
from home.pages.links import path_of
from home.pages.presenters import in_language_of
from home.pages.selectors import load_pages

ABOUT_A_THEME = ("servicepage", "guidepage", "faqpage")


@dataclass(frozen=True)
class Card:
    """A page as a list shows it."""

    title: TextInLanguage
    summary: TextInLanguage
    url: str


@dataclass
class Related:
    """The pages about one theme, by kind, in the order of the tree."""

    services: list[Card] = field(default_factory=list)
    guides: list[Card] = field(default_factory=list)
    faqs: list[Card] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.services or self.guides or self.faqs)


def related(theme: str, language: str) -> Related:
    """Returns the pages about a theme (its slug); empty for a theme that no page names."""
    return _by_theme(language).get(theme, Related())


@cached_until_published
def _by_theme(language: str) -> Mapping[str, Related]:
    about = Q()
    for name in ABOUT_A_THEME:
        about |= Q(**{f"{name}__theme__isnull": False})
    pages = load_pages(open_to_all(Page.objects.live()).filter(about, locale__language_code=language).order_by("path"))
    found: defaultdict[str, Related] = defaultdict(Related)
    for page in pages:
        part = found[page.theme.slug]
        {"service": part.services, "guide": part.guides, "faq": part.faqs}[page.KIND].append(_card(page))
    return dict(found)


def _card(page: BasePage) -> Card:
    return Card(in_language_of(page, page.title), in_language_of(page, page.summary), path_of(page))

"""Where a fact is used: a number that stands in texts may not quietly disappear from them."""

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from home.models import BasePage, ContentPage, HomePage, IndexPage
from services.models.pages import LocationPage, ServicePage, ThemePage

PAGE_TYPES: tuple[type[BasePage], ...] = (HomePage, IndexPage, ContentPage, ThemePage, ServicePage, LocationPage)


def pages_with(slug: str) -> list[Page]:
    """The pages, in the language they were written in, whose texts name this fact."""
    needle = f"{{fact:{slug}}}"
    found: list[Page] = []
    for model in PAGE_TYPES:
        texts, streams = model.word_fields()
        wanted = Q()
        for name in texts:
            wanted |= Q(**{f"{name}__contains": needle})
        pages = model._default_manager.filter(alias_of=None)
        for name in streams:
            pages = pages.annotate(**{f"{name}_text": Cast(name, TextField())})
            wanted |= Q(**{f"{name}_text__contains": needle})
        found += pages.filter(wanted)
    return found

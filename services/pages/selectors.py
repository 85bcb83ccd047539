"""The offices of the team for other parts of the site, in the reader's language."""

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, source_code
from home.pages.closed import open_to_all
from home.pages.presenters import in_language_of
from services.pages.models import LocationPage
from services.places.models import Location


def office_names(language: str) -> dict[str, TextInLanguage]:
    """Returns the name of every office by its slug: in this language, else in Dutch; `.lang` tells which."""
    return dict(_office_names(language))


@cached_until_published
def _office_names(language: str) -> dict[str, TextInLanguage]:
    pages = open_to_all(LocationPage.objects.live()).filter(locale__language_code=language)
    by_office = {page.location_id: page for page in pages.select_related("locale", "alias_of__locale")}
    names = {}
    for row in Location.objects.all():
        page = by_office.get(row.pk)
        names[row.slug] = in_language_of(page, page.title) if page else TextInLanguage(row.name, source_code())
    return names

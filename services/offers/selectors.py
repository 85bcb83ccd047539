"""The names of audiences (groups of people), for readers of a language."""

from collections import defaultdict

from home.languages import TextInLanguage, source_code
from services.offers.models import Audience


def audience_names(language: str) -> dict[str, TextInLanguage]:
    """Returns the name of every audience by its slug, in order: in this language, else in Dutch; `.lang` tells which.

    A translation that is still the Dutch name counts as Dutch.
    """
    names: dict[str, dict[str, str]] = defaultdict(dict)
    rows = Audience.objects.filter(locale__language_code__in=[language, source_code()])
    for slug, name, code in rows.values_list("slug", "name", "locale__language_code"):
        names[slug][code] = name
    found: dict[str, TextInLanguage] = {}
    for slug, words in names.items():
        dutch, own = words.get(source_code()), words.get(language)
        found[slug] = (
            TextInLanguage(own, language)
            if own and own != dutch
            else TextInLanguage(dutch or own or slug, source_code())
        )
    return found

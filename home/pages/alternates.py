"""A page or door in the other languages, for the language switch and search engines."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

from home.languages import current_code, languages
from home.pages.fields import PageFields
from home.pages.tree import PageInTree


@dataclass(frozen=True)
class Alternate:
    """The address of one page in one language of the site."""

    code: str
    name: str
    dir: str
    url: str
    current: bool
    is_fallback: bool
    absolute_url: str = ""


def alternates_of(page: PageFields, versions: Iterable[PageInTree]) -> list[Alternate]:
    """Returns one alternate per language of the site; where the page does not exist, the home page of that language.

    `versions` are the live pages with the same translation key, in every language, this one too.
    """
    versions_by_language = {version.language: version for version in versions}
    alternates = []
    for language in languages():
        version = versions_by_language.get(language.code)
        url = version.url if version else ""
        alternates.append(
            Alternate(
                code=language.code,
                name=language.name,
                dir=language.dir,
                url=url or f"/{language.code}/",
                current=page.locale.language_code == language.code,
                is_fallback=version is None or version.is_fallback,
                # Not the host of the request or of Wagtail's site row: one setting says where this site lives.
                absolute_url=f"{settings.BASE_URL}{url}" if url else "",
            )
        )
    return alternates


def canonical_of(page: PageFields, alternates: list[Alternate]) -> str:
    """Returns the address that search engines should keep: for a fallback that of the page whose words it shows."""
    return next((each.absolute_url for each in alternates if each.code == page.words_language), "")


def any_language() -> str:
    """Returns the address that picks a language by the browser's preference, for hreflang `x-default`."""
    return f"{settings.BASE_URL}/"


def alternates_of_path(path: str) -> list[Alternate]:
    """Returns the address of a door in every language: only the first part of the path differs."""
    code = current_code()
    rest = path.removeprefix(f"/{code}/") if path.startswith(f"/{code}/") else ""
    return [
        Alternate(
            code=language.code,
            name=language.name,
            dir=language.dir,
            url=f"/{language.code}/{rest}",
            current=language.code == code,
            is_fallback=False,
            absolute_url=f"{settings.BASE_URL}/{language.code}/{rest}",
        )
        for language in languages()
    ]


def site_of(request: HttpRequest | None) -> Site | None:
    """Returns the site of a request, else the default site; None when there is no site."""
    site: Site | None = Site.find_for_request(request) if request is not None else None
    return site or Site.objects.filter(is_default_site=True).select_related("root_page").first()

"""Themes and help lines for other parts of the site, in few queries, in the reader's language."""

from dataclasses import dataclass

from home.cache.generation import cached_until_published
from home.languages import TextInLanguage, source_code
from home.pages.closed import open_to_all
from home.pages.presenters import in_language_of
from services.facts.models import HelpLine
from services.themes.models import Theme, ThemePage


@dataclass(frozen=True)
class ThemeForAsking:
    """A theme that a resident can choose, in words."""

    slug: str
    title: TextInLanguage
    summary: TextInLanguage
    sensitive: bool
    icon: str
    tint: str
    url: str

    @property
    def lang(self) -> str:
        """Returns the language of its title."""
        return self.title.lang


@dataclass(frozen=True)
class HelpLineForReading:
    """A help line in words, with its number."""

    name: TextInLanguage
    purpose: TextInLanguage
    hours: TextInLanguage
    number: str
    link: str
    slug: str

    @property
    def lang(self) -> str:
        """Returns the language of its purpose."""
        return self.purpose.lang


def theme_names(language: str) -> dict[str, TextInLanguage]:
    """Returns the name of every theme by its slug: in this language, else in Dutch; `.lang` tells which.

    Themes that cannot be chosen any more are included: old questions still have them.
    """
    return dict(_theme_names(language))


@cached_until_published
def _theme_names(language: str) -> dict[str, TextInLanguage]:
    pages = _theme_pages(language)
    names = {}
    for theme in Theme.objects.all():
        page = pages.get(theme.pk)
        names[theme.slug] = in_language_of(page, page.title) if page else TextInLanguage(theme.name, source_code())
    return names


def themes_for_asking(language: str) -> list[ThemeForAsking]:
    """Returns the themes that a resident can choose, in order."""
    return list(_themes_for_asking(language))


@cached_until_published
def _themes_for_asking(language: str) -> list[ThemeForAsking]:
    pages = _theme_pages(language)
    themes = []
    for theme in Theme.objects.active():
        page = pages.get(theme.pk)
        themes.append(
            ThemeForAsking(
                slug=theme.slug,
                title=in_language_of(page, page.title) if page else TextInLanguage(theme.name, source_code()),
                summary=in_language_of(page, page.summary) if page else TextInLanguage("", source_code()),
                sensitive=theme.sensitive,
                icon=theme.icon,
                tint=theme.tint,
                url=(page.url or "") if page else "",
            )
        )
    return themes


def help_lines(theme: Theme | ThemeForAsking | str | None, language: str) -> list[HelpLineForReading]:
    """Returns the help lines of a theme (or its slug), in order; without a theme all of them."""
    slug = "" if theme is None else theme if isinstance(theme, str) else theme.slug
    return list(_help_lines(slug, language))


@cached_until_published
def _help_lines(theme: str, language: str) -> list[HelpLineForReading]:
    found = HelpLine.objects.filter(locale__language_code__in=[language, source_code()])
    if theme:
        found = found.filter(fact__themes__slug=theme)
    in_source: dict[object, HelpLine] = {}
    translated: dict[object, HelpLine] = {}
    for line in found.select_related("fact", "locale"):
        (in_source if line.locale.language_code == source_code() else translated)[line.translation_key] = line
    return [_in_words(line, translated.get(key), language) for key, line in in_source.items()]


def _in_words(original: HelpLine, translated: HelpLine | None, language: str) -> HelpLineForReading:
    def words(name: str) -> TextInLanguage:
        dutch = getattr(original, name)
        own = getattr(translated, name) if translated else dutch
        return TextInLanguage(own, language if own != dutch else source_code())

    return HelpLineForReading(
        name=words("name"),
        purpose=words("purpose"),
        hours=words("hours"),
        number=original.fact.value,
        link=original.fact.link,
        slug=original.fact.slug,
    )


def _theme_pages(language: str) -> dict[int, ThemePage]:
    """Returns the page of each theme by the theme's number: in this language, else the Dutch one."""
    found = list(
        open_to_all(ThemePage.objects.live())
        .filter(locale__language_code__in=[language, source_code()])
        .select_related("locale", "alias_of__locale")
        .defer("intro", "what_we_do", "first_steps")
    )
    pages: dict[int, ThemePage] = {}
    for page in found:
        page.words_language = page.alias_of.locale.language_code if page.alias_of_id else page.locale.language_code
        if page.locale.language_code == language or page.theme_id not in pages:
            pages[page.theme_id] = page
    return pages

"""The state of every page in every language: computed in one place, for the page itself and for editors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from home.cache.generation import cached_until_published, one_request
from home.languages import languages, source_code
from home.pages.links import path_at
from home.translation.machine_words import FALLBACK, HUMAN, MACHINE, OUTDATED

TO_DO = (OUTDATED, MACHINE, FALLBACK)
"""The states in which somebody has something to do, most urgent first."""


@dataclass(frozen=True)
class FollowedVersion:
    """The digest of the source words that a page is based on, and since when."""

    digest: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class TranslationState:
    """The state of a page in one language."""

    name: str
    by_machine: bool = False
    """Whether no person has checked it; an outdated translation may be unchecked too."""
    source_changed: datetime | None = None
    """When the source of an outdated translation changed; None when that is not known."""
    page_id: int | None = None
    """The page in that language, an alias included; None where there is none."""
    language: str = ""
    address: str = ""
    """Its path on the site; empty for a page that is not live."""

    @property
    def language_name(self) -> str:
        """Returns the name of its language in the language of the request."""
        return next((each.translated_name for each in languages() if each.code == self.language), self.language)


@dataclass(frozen=True)
class PageTranslations:
    """A page in the source language with its state in every other language, in the order of the settings."""

    page: Page
    states: tuple[TranslationState, ...]

    def in_language(self, code: str) -> TranslationState:
        """Returns the state in one of the other languages. Raises StopIteration for the source language."""
        return next(state for state in self.states if state.language == code)


def state_of(source: FollowedVersion | None, own: FollowedVersion, by_machine: bool) -> TranslationState:
    """Returns the state of a translation with words of its own: outdated, by a machine, or up to date.

    `own` is the version that it follows, `source` that of the page in the source language, if there is one.
    """
    if source is not None and source.digest != own.digest:
        never_complete = not own.digest
        return TranslationState(OUTDATED, by_machine, None if never_complete else source.since)
    return TranslationState(MACHINE if by_machine else HUMAN, by_machine)


def states_of(pages: Iterable[Page]) -> list[PageTranslations]:
    """Returns these pages of the source language with their state in every other language; two queries for all."""
    asked = list(pages)
    with one_request():  # a command has none: nothing is published between two pages of one list
        machine = made_by_machine()
        versions = _versions({page.translation_key for page in asked})
    others = [language.code for language in languages() if language.code != source_code()]
    return [
        PageTranslations(
            page, tuple(_state_in(code, versions.get(page.translation_key, {}), machine) for code in others)
        )
        for page in asked
    ]


def outdated_translations() -> list[PageTranslations]:
    """Returns the live pages in the source language with an outdated translation, the longest outdated first."""
    behind = [
        standing for standing in states_of(source_pages()) if any(state.name == OUTDATED for state in standing.states)
    ]
    return sorted(behind, key=_behind_since)


def source_pages() -> list[Page]:
    """Returns every live page in the source language, in the order of the tree."""
    return list(Page.objects.filter(live=True, depth__gt=1, locale__language_code=source_code()).order_by("path"))


@cached_until_published
def made_by_machine() -> frozenset[tuple[UUID, str]]:
    """Returns the pages with words that a machine made and no person confirmed, by translation key and language."""
    # A context belongs to one page, so what is still in use there need not be asked of its source too.
    in_use = StringSegment.objects.filter(string=OuterRef("translation_of"), context=OuterRef("context"))
    by_machine = StringTranslation.objects.filter(
        Exists(in_use), translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )
    return frozenset(by_machine.values_list("context__object_id", "locale__language_code").distinct())


@dataclass(frozen=True)
class _Version:
    key: UUID
    number: int
    live: bool
    alias: bool
    followed: FollowedVersion
    address: str


def _versions(keys: set[UUID]) -> Mapping[UUID, dict[str, _Version]]:
    found: dict[UUID, dict[str, _Version]] = defaultdict(dict)
    rows = Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key",
        "locale__language_code",
        "pk",
        "live",
        "alias_of_id",
        "followed_source__digest",
        "followed_source__since",
        "url_path",
    )
    for key, code, number, live, alias, digest, since, path in rows:
        address = path_at(path) if live else ""
        found[key][code] = _Version(key, number, live, alias is not None, FollowedVersion(digest or "", since), address)
    return found


def _state_in(code: str, versions: dict[str, _Version], machine: frozenset[tuple[UUID, str]]) -> TranslationState:
    version = versions.get(code)
    if version is None:
        return TranslationState(FALLBACK, language=code)
    if version.alias or not version.live:
        return TranslationState(FALLBACK, page_id=version.number, language=code, address=version.address)
    source = versions.get(source_code())
    followed = source.followed if source is not None else None
    found = state_of(followed, version.followed, (version.key, code) in machine)
    return replace(found, page_id=version.number, language=code, address=version.address)


def _behind_since(standing: PageTranslations) -> tuple[bool, float]:
    since = [state.source_changed.timestamp() for state in standing.states if state.source_changed is not None]
    return not since, min(since, default=0.0)

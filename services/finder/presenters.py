"""A position in the finder as a reader sees it: words in their language, addresses, numbers, pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from home.languages import TextInLanguage, locales, source_code
from home.models import BasePage
from home.pages.closed import open_to_all
from home.pages.selectors import fill_pages, page_types
from services.facts.models import Fact
from services.finder.rules import DANGER, FIRST, Ending, FinderQuestion, Given, Helper, Position, longest
from services.finder.words import FinderWords, ending_text
from services.themes.models import ThemePage
from services.themes.selectors import ThemeForAsking

Themes = Mapping[str, ThemeForAsking]


@dataclass(frozen=True)
class AnswerChoice:
    """An answer that can be chosen, with the address it leads to; a theme has an icon."""

    label: TextInLanguage
    hint: TextInLanguage
    url: str
    icon: str = ""
    tint: str = ""


@dataclass(frozen=True)
class Answered:
    """An answer that was given, with the address at which another can be chosen."""

    question: TextInLanguage
    answer: TextInLanguage
    change_url: str


@dataclass(frozen=True)
class HelperView:
    """Somebody who helps, with the number to call if there is one."""

    name: TextInLanguage
    what: TextInLanguage
    icon: str
    number: SafeString


@dataclass(frozen=True)
class Finder:
    """The finder in the words of one language."""

    words: FinderWords
    themes: Themes
    language: str

    def address(self, *answers: str) -> str:
        """Returns the address of the page that follows on these answers."""
        return reverse("services:finder_answers", args=["/".join(answers)]) if answers else reverse("services:finder")

    def title(self, at: FinderQuestion | Ending) -> TextInLanguage:
        """Returns the words of a question, or the title of an ending."""
        if isinstance(at, Ending):
            return ending_text(self.words, self.language, at, "title")
        return self.words.text(self.language, *at.key, "title")

    def hint(self, question: FinderQuestion) -> TextInLanguage:
        """Returns the sentence under a question; empty when there is none."""
        return self.words.text(self.language, *question.key, "hint")

    def label(self, question: FinderQuestion, answer: str) -> TextInLanguage:
        """Returns the words of an answer."""
        if answer == DANGER:
            return self.words.text(self.language, "danger", "label")
        if question.key == FIRST:
            return self.themes[answer].title
        return self.words.text(self.language, *question.key, "answers", answer)

    def choices(self, place: Position, question: FinderQuestion) -> list[AnswerChoice]:
        """Returns the answers that can be chosen here, except the one of danger."""
        return [self._choice(place, question, answer) for answer in question.choices]

    def danger(self, place: Position) -> AnswerChoice:
        """Returns the answer that leads to help with danger at once."""
        return AnswerChoice(
            label=self.words.text(self.language, "danger", "label"),
            hint=self.words.text(self.language, "danger", "hint"),
            url=self.address(*place.answers, DANGER),
        )

    def trail(self, given: tuple[Given, ...]) -> list[Answered]:
        """Returns the answers so far, each with the address at which it can be changed."""
        answers = [each.answer for each in given]
        return [
            Answered(
                question=self.title(each.question),
                answer=self.label(each.question, each.answer),
                change_url=self.address(*answers[:number]),
            )
            for number, each in enumerate(given)
        ]

    def helper(self, helper: Helper, facts: Mapping[str, Fact]) -> HelperView:
        """Returns a helper in words. The name of an organisation is Dutch in every language."""
        fact = facts.get(helper.fact)
        own = TextInLanguage(helper.name, source_code())
        return HelperView(
            name=own if helper.name else self.words.text(self.language, "helpers", helper.key, "name"),
            what=self.words.text(self.language, "helpers", helper.key, "what"),
            icon=helper.icon,
            number=mark_safe(fact.as_html()) if fact else SafeString(""),  # noqa: S308 (facts escape themselves)
        )

    def theme_of(self, place: Position) -> ThemeForAsking | None:
        """Returns the theme that was chosen first; None when none was."""
        return self.themes.get(place.given[0].answer) if place.given else None

    def _choice(self, place: Position, question: FinderQuestion, answer: str) -> AnswerChoice:
        theme = self.themes[answer] if question.key == FIRST else None
        return AnswerChoice(
            label=self.label(question, answer),
            hint=theme.summary if theme else self.words.text(self.language, *question.key, "hints", answer),
            url=self.address(*place.answers, answer),
            icon=theme.icon if theme else "",
            tint=theme.tint if theme else "",
        )


def number_of(place: Position) -> int:
    """Returns the number of this question, counted from 1."""
    return len(place.given) + 1


def at_most(place: Position) -> int:
    """Returns how many questions the longest path through this position has, those answered included."""
    return len(place.given) + longest(place.at)


def pages_of(keys: tuple[str, ...], language: str) -> list[BasePage]:
    """Returns the live pages with these content keys in this language, in this order; missing ones are left out."""
    first, *others = (
        model._default_manager.filter(content_key__in=keys, locale__language_code=source_code(), alias_of=None)
        .order_by()
        .values_list("content_key", "translation_key")
        for model in page_types()
    )
    sources = dict(first.union(*others, all=True))
    public: Any = open_to_all(Page.objects.live())
    live = public.filter(translation_key__in=sources.values(), locale__language_code=language).specific()
    by_key = {page.translation_key: page for page in live}
    return fill_pages([by_key[sources[key]] for key in keys if sources.get(key) in by_key], locales())


def theme_page(slug: str, language: str) -> ThemePage | None:
    """Returns the live page of a theme in this language, for steps to take alone; None when there is none."""
    page = open_to_all(ThemePage.objects.live()).filter(theme__slug=slug, locale__language_code=language).first()
    if page is not None:
        fill_pages([page])
    return page

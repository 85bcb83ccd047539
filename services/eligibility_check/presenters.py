"""A step of the self-check as a reader sees it: words in their language, ages in ranges."""

from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from services.conditions.presenters import ServiceView, service_views
from services.eligibility_check.rules import AGE, NO, UNKNOWN, YES, Band, Chance, CheckPath, CheckQuestion
from services.eligibility_check.topics import Topic


@dataclass(frozen=True)
class QuestionView:
    """A question with its choices: the value and the words of each."""

    key: str
    title: SafeString
    explanation: SafeString
    choices: list[tuple[str, str]]


@dataclass(frozen=True)
class AnswerView:
    """An answer that was given, and its meaning for each condition that it decides."""

    key: str
    title: SafeString
    answer: str
    meanings: tuple[SafeString, ...]
    unknown: bool


@dataclass(frozen=True)
class FittingService:
    """A service that may be possible, and whether it seems so."""

    service: ServiceView
    seems_so: bool


def question_view(topic: Topic, question: CheckQuestion) -> QuestionView:
    """Returns a question in the words of the topic."""
    condition = None if question.key == AGE else topic.conditions[question.key]
    return QuestionView(
        key=question.key,
        title=condition.question
        if condition
        else SafeString(conditional_escape(gettext("How old is the person it is about?"))),
        explanation=condition.explanation if condition else SafeString(""),
        choices=[(choice, words_of(topic, question, choice)) for choice in question.choices],
    )


def words_of(topic: Topic, question: CheckQuestion, choice: str) -> str:
    """Returns the words of a choice of this question."""
    if question.key == AGE and choice != UNKNOWN:
        band = next(band for band in topic.check.bands if str(band) == choice)
        return ages_in_words(band)
    return {
        YES: gettext("Yes"),
        NO: gettext("No"),
        UNKNOWN: gettext("I do not know, or I would rather not say"),
    }[choice]


def ages_in_words(band: Band) -> str:
    """Returns a range of ages in words."""
    if band.last is None:
        words = gettext("%(first)s years or older")
    elif band.first == 0:
        words = gettext("Younger than %(next)s")
    elif band.first == band.last:
        words = ngettext("%(first)s year", "%(first)s years", band.first)
    else:
        words = gettext("%(first)s up to and including %(last)s years")
    return words % {"first": band.first, "last": band.last, "next": (band.last or 0) + 1}


def answer_views(topic: Topic, path: CheckPath) -> list[AnswerView]:
    """Returns the answers so far, with their meanings."""
    return [_answer_view(topic, question, answer, path) for question, answer in path.given]


def fitting_services(topic: Topic, path: CheckPath, language: str) -> list[FittingService]:
    """Returns the services that may be possible, the likeliest first; those without a page are left out."""
    pages = service_views(language)
    found = topic.check.outcome(path.answers).services
    return [FittingService(pages[slug], chance is Chance.SEEMS_SO) for slug, chance in found if slug in pages]


def _answer_view(topic: Topic, question: CheckQuestion, answer: str, path: CheckPath) -> AnswerView:
    rules = topic.check.decided_by(question.key)
    met = [(topic.conditions[rule.slug], topic.check.met(rule, path.answers)) for rule in rules]
    # Of several ranges of age, the one somebody is in says enough.
    telling = [each for each in met if each[1]] or met
    return AnswerView(
        key=question.key,
        title=question_view(topic, question).title,
        answer=words_of(topic, question, answer),
        meanings=tuple(
            condition.met if is_met else condition.unmet for condition, is_met in telling if is_met is not None
        ),
        unknown=answer == UNKNOWN,
    )

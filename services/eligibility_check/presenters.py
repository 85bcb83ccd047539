"""A step of the self-check as a reader sees it: words in their language, ages in ranges."""

from dataclasses import dataclass

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from services.conditions.presenters import ServiceTold, services_told
from services.eligibility_check.rules import AGE, NO, UNKNOWN, YES, Band, Chance, Question, Way
from services.eligibility_check.topics import Topic


@dataclass(frozen=True)
class Asked:
    """A question with its choices: value and words."""

    key: str
    title: SafeString
    explanation: SafeString
    choices: list[tuple[str, str]]


@dataclass(frozen=True)
class Given:
    """An answer that was given, and what it means for each condition that it decides."""

    key: str
    title: SafeString
    answer: str
    meanings: tuple[SafeString, ...]
    unknown: bool


@dataclass(frozen=True)
class Fitting:
    """A service in which something may be possible."""

    service: ServiceTold
    seems_so: bool


def asked(topic: Topic, question: Question) -> Asked:
    """A question in words."""
    told = None if question.key == AGE else topic.told[question.key]
    return Asked(
        key=question.key,
        title=told.question if told else SafeString(conditional_escape(gettext("How old is the person it is about?"))),
        explanation=told.explanation if told else SafeString(""),
        choices=[(choice, words_of(topic, question, choice)) for choice in question.choices],
    )


def words_of(topic: Topic, question: Question, choice: str) -> str:
    """An answer in words."""
    if question.key == AGE and choice != UNKNOWN:
        band = next(band for band in topic.check.bands if str(band) == choice)
        return ages_in_words(band)
    return {
        YES: gettext("Yes"),
        NO: gettext("No"),
        UNKNOWN: gettext("I do not know, or I would rather not say"),
    }[choice]


def ages_in_words(band: Band) -> str:
    """A range of ages, as a reader chooses it."""
    if band.last is None:
        words = gettext("%(first)s years or older")
    elif band.first == 0:
        words = gettext("Younger than %(next)s years")
    elif band.first == band.last:
        words = ngettext("%(first)s year", "%(first)s years", band.first)
    else:
        words = gettext("%(first)s up to and including %(last)s years")
    return words % {"first": band.first, "last": band.last, "next": (band.last or 0) + 1}


def given(topic: Topic, way: Way) -> list[Given]:
    """The answers so far, with what they mean."""
    return [_given(topic, question, answer, way) for question, answer in way.given]


def fitting(topic: Topic, way: Way, language: str) -> list[Fitting]:
    """The services in which something may be possible, the likeliest first; those without a page are left out."""
    pages = services_told(language)
    found = topic.check.outcome(way.answers).services
    return [Fitting(pages[slug], chance is Chance.SEEMS_SO) for slug, chance in found if slug in pages]


def _given(topic: Topic, question: Question, answer: str, way: Way) -> Given:
    rules = topic.check.decided_by(question.key)
    met = [(topic.told[rule.slug], topic.check.met(rule, way.answers)) for rule in rules]
    # Of several ranges of age, the one somebody is in says enough.
    telling = [each for each in met if each[1]] or met
    return Given(
        key=question.key,
        title=asked(topic, question).title,
        answer=words_of(topic, question, answer),
        meanings=tuple(told.met if is_met else told.unmet for told, is_met in telling if is_met is not None),
        unknown=answer == UNKNOWN,
    )

"""Recognising objections, complaints and reports under the Wmo: seldom wrongly, in every language, quickly."""

import pytest
from django.conf import settings

from questions.formal.found import kinds_in
from questions.formal.rules import Recogniser, as_line
from tests.questions.formal_sentences import FOUND, OTHER
from tests.some import some


def finds(phrase: str, text: str, *harmless: str) -> bool:
    return Recogniser({"kind": [phrase]}, harmless or ["nergens"]).kinds_in(text) == {"kind"}


@pytest.mark.parametrize("language", list(FOUND))
def test_a_sentence_of_every_kind_is_recognised(language: str) -> None:
    missed = [(text, kind) for text, kind in some(FOUND[language]) if kinds_in(text) != {kind}]
    assert missed == []
    assert {kind for _text, kind in FOUND[language]} == {"objection", "complaint", "wmo_report"}


@pytest.mark.parametrize("language", list(OTHER))
def test_a_sentence_that_only_looks_like_it_is_not(language: str) -> None:
    assert [text for text in some(OTHER[language]) if kinds_in(text)] == []


def test_the_sentences_are_enough_to_say_so() -> None:
    for code in some(settings.ALL_LANGUAGES):
        assert len(FOUND[code]) >= 15
        assert len(OTHER[code]) >= 15


def test_a_phrase_is_found_as_whole_words_in_one_sentence_and_in_its_order() -> None:
    assert finds("bezwaar maken", "Ik wil BEZWAAR  maken!")
    assert not finds("bezwaar maken", "maken bezwaar")
    assert not finds("bezwaar maken", "bezwaar. Maken")
    assert not finds("bezwaar", "bezwaarlijk")
    assert finds("bezwaar*", "bezwaarlijk")
    assert finds("eens .. besluit", "eens met dat hele nare lange besluit")
    assert not finds("eens .. besluit", "eens met dat hele nare lange stomme besluit")
    assert finds("قرار", "والقرار")
    assert not finds("geen .. bezwaar", "Nee, geen. Bezwaar")


def test_what_a_harmless_phrase_covers_does_not_count_and_the_rest_does() -> None:
    assert not finds("bezwaar", "geen bezwaar", "geen bezwaar")
    assert finds("bezwaar", "geen bezwaar, maar nu wel bezwaar", "geen bezwaar")


def test_the_longest_text_is_looked_through_to_its_end() -> None:
    """An expression that tries every way would not come back from these."""
    for text in ("niet eens met " * 1500, "a " * 10_000, "a" * 20_000, "ل" * 20_000, "skarga na " * 2000, "." * 20_000):
        assert kinds_in(f"{text} Ik maak bezwaar."), text[:20]
    assert as_line("") == "  "

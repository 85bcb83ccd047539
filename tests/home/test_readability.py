"""Advice on plain language: figures, long sentences, who does it, official words."""

import pytest

from home.text.readability import OFFICIAL, PASSIVE, SENTENCE, WORD, Hint, figures, hints, sentences, syllables

EASY = "U hebt een vraag. Wij helpen u. Bel ons of kom langs. Het is gratis."
HARD = (
    "Ingevolge de vigerende regelgeving dient de aanvrager voorafgaand aan de besluitvorming alle benodigde "
    "bewijsstukken te overleggen, teneinde de rechtmatigheid van de maatwerkvoorziening te kunnen vaststellen."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("huis", 1), ("vraag", 1), ("gratis", 2), ("vergoeding", 3), ("mooie", 2), ("reünie", 3), ("nieuw", 1), ("s", 1)],
)
def test_syllables_are_counted_as_dutch_has_them(word: str, count: int) -> None:
    assert syllables(word) == count


def test_an_easy_text_and_a_hard_one_are_told_apart() -> None:
    easy, hard = figures(EASY), figures(HARD)
    assert easy.lix < 25 < 60 < hard.lix
    assert easy.flesch_douma > 80 > 30 > hard.flesch_douma


def test_lix_counts_words_of_more_than_six_letters() -> None:
    assert figures("vragen").long_words == 0
    assert figures("brieven").long_words == 1
    assert figures("vragen brieven").lix == 2 + 50


def test_a_text_without_words_has_no_level() -> None:
    assert figures("").lix == 0
    assert figures("12 34").words == 0


def test_a_heading_and_a_point_of_a_list_are_sentences_by_themselves() -> None:
    assert sentences("Wat kost het\nNiets.\nBel 112! Nu?") == ["Wat kost het", "Niets.", "Bel 112!", "Nu?"]


def test_a_long_sentence_is_shown() -> None:
    long = "Als u " + "heel " * 20 + "veel vragen hebt."
    assert [hint.kind for hint in hints(long, {}, dutch=False)] == [SENTENCE]


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Uw aanvraag wordt door ons behandeld.", True),
        ("De brieven worden morgen verstuurd.", True),
        ("Wij behandelen uw aanvraag.", False),
        ("U wordt morgen achttien.", False),
        ("Het werd laat.", False),
    ],
)
def test_a_sentence_that_hides_who_does_it_is_shown(sentence: str, passive: bool) -> None:
    assert (PASSIVE in [hint.kind for hint in hints(sentence, {}, dutch=True)]) is passive


def test_an_official_word_comes_with_a_plain_one_and_only_as_a_whole_word() -> None:
    plain = {"thans": "nu", "mits": "als"}
    assert hints("Dat is thans gratis.", plain, dutch=True) == [Hint(OFFICIAL, "thans", "nu")]
    assert hints("Athans niet. Smits belt.", plain, dutch=True) == []


def test_a_long_word_is_shown_once_and_not_beside_its_plain_one() -> None:
    text = "De maatwerkvoorziening is een maatwerkvoorziening."
    assert [hint.kind for hint in hints(text, {}, dutch=True)] == [WORD]
    assert [hint.kind for hint in hints(text, {"maatwerkvoorziening": "hulp"}, dutch=True)] == [OFFICIAL]


def test_outside_dutch_only_the_length_of_sentences_is_looked_at() -> None:
    assert hints("Internationalisation is reeds incomprehensibility.", {"reeds": "al"}, dutch=False) == []

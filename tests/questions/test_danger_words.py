"""Finding words of danger: in every language, whatever the page is in, quickly, and seldom wrongly."""

from pathlib import Path

import pytest
from django.conf import settings

from questions.danger.checks import danger_is_recognised_in_every_language
from questions.danger.kinds import DangerKind
from questions.danger.rules import FaultyPhrase, Matcher, plain, read_phrase
from questions.danger.store import HARMLESS as HARMLESS_NAME
from questions.danger.store import faults, kinds_in, read_lines, read_words
from services.yaml_files.documents import Fault, read
from tests.questions.danger_in_other_words import ALSO_DANGEROUS, ALSO_HARMLESS
from tests.questions.danger_sentences import DANGEROUS, HARMLESS

FOLDER = Path(settings.CONTENT_DIR) / "danger"
LONGEST_TEXT = 20_000


def finds(phrase: str, text: str, *harmless: str) -> bool:
    matcher = Matcher({DangerKind.NOW: [read_phrase(phrase)]}, [read_phrase(each) for each in harmless])
    return matcher.kinds_in(text) == {DangerKind.NOW}


@pytest.mark.parametrize(
    ("text", "kind"), [pytest.param(*pair, id=pair[0]) for pairs in DANGEROUS.values() for pair in pairs]
)
def test_a_sentence_with_danger_is_recognised(text: str, kind: str) -> None:
    assert kind in kinds_in(text)


@pytest.mark.parametrize("text", [text for texts in ALSO_DANGEROUS.values() for text in texts])
def test_danger_told_in_other_words_is_recognised_as_some_danger(text: str) -> None:
    assert kinds_in(text)


@pytest.mark.parametrize(
    "text", [text for known in (HARMLESS, ALSO_HARMLESS) for texts in known.values() for text in texts]
)
def test_a_sentence_that_only_looks_like_it_is_not(text: str) -> None:
    assert kinds_in(text) == frozenset()


def test_the_sentences_are_enough_to_say_so() -> None:
    for code in settings.ALL_LANGUAGES:
        enough = 15 if code in ("nl", "en", "ar") else 8
        assert len(DANGEROUS[code]) >= enough
        assert len(HARMLESS[code]) >= enough
        assert {kind for _text, kind in DANGEROUS[code]} == set(DangerKind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZELFMOORD", "zelfmoord"),
        ("Suïcide", "suicide"),
        ("İNTİHAR", "intihar"),
        ("olumle tehdıt", "ölümle tehdit"),
        ("boję się", "boje sie"),
        ("złoty", "zloty"),
        ("أَخَافُ", "اخاف"),
        ("مأوى", "ماوي"),
        ("الليلة", "الليله"),
        ("ســـاعدوني", "ساعدوني"),
        ("б'є", "б’є"),
        ("don’t", "dont"),
        ("zelf\u00admoord", "zelfmoord"),
        ("heeeeelp", "heelp"),
        ("ｋｉｌｌ", "kill"),
    ],
)
def test_ways_to_write_the_same_word_are_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_a_phrase_is_found_as_whole_words_and_in_its_order() -> None:
    assert finds("slaat me", "Hij slaat me!")
    assert not finds("slaat me", "hij slaat mening over")
    assert not finds("slaat me", "me slaat")
    assert finds("zelf*", "zelfmoordgedachten")
    assert not finds("zelf*", "dezelfde")
    assert finds("slaat|schopt me|mij", "ze schopt mij")


def test_a_gap_spans_three_words_and_never_the_end_of_a_sentence() -> None:
    assert finds("man .. slaat", "mijn man die altijd drinkt slaat")
    assert not finds("man .. slaat", "mijn man die al heel lang drinkt slaat")
    assert not finds("man .. slaat", "Daar is mijn man. Nu slaat de klok.")
    assert not finds("man .. slaat", "Daar is mijn man. Slaat de klok?")
    assert finds("man .. slaat", "mijn man... slaat")
    assert finds("niet meer leven", "ik wil niet meer\nleven")


def test_a_harmless_phrase_covers_its_own_words_only() -> None:
    assert not finds("geslagen", "Er is alarm geslagen", "alarm geslagen")
    assert finds("geslagen", "Er is alarm geslagen en ik word geslagen", "alarm geslagen")


def test_what_arabic_writes_onto_a_word_does_not_hide_it() -> None:
    for text in ("انتحار", "الانتحار", "بالانتحار", "والانتحار", "فالانتحار", "للانتحار"):
        assert finds("انتحار", text), text


@pytest.mark.parametrize("phrase", ["", "..", ".. me", "me ..", "a .. .. b", "ab*", "twee-delen", "*", "x|"])
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str) -> None:
    with pytest.raises(FaultyPhrase):
        read_phrase(phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een gewone tekst over de huur en de gemeente. " * 400,
        "mijn man slaat " * 2000,
        "ik wil niet meer " * 2000,
        "a " * LONGEST_TEXT,
        "a" * LONGEST_TEXT,
        "ل" * LONGEST_TEXT,
        "e\u0301" * LONGEST_TEXT,
        ". " * LONGEST_TEXT,
    ],
    ids=lambda text: text[:10],
)
def test_the_longest_text_gets_an_answer_whatever_stands_in_it(text: str) -> None:
    """What a pattern that goes back and forth would never end with; `make bench` tells the time."""
    assert kinds_in(text[:LONGEST_TEXT]) == kinds_in(text[:100])


def test_every_language_has_words_of_every_kind_and_every_kind_has_help_lines() -> None:
    assert faults() == []
    assert danger_is_recognised_in_every_language() == []
    for code in settings.ALL_LANGUAGES:
        document = read(FOLDER / f"{code}.yaml", pytest.fail)
        assert set(document.data) == {*DangerKind, HARMLESS_NAME}
        for kind in DangerKind:
            assert len(document.data[kind]) >= 10, f"{code}: {kind}"


def test_a_fault_in_the_words_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "nl.yaml").write_text(
        "violence:\n  - slaat me\n  - ab*\n  - slaat me\nsuicide: een\nchild: [x]\nno-shelter-tonight: [[12]]\n"
        "danger-now: []\nharmless:\n  - een .. twee\nonbekend: [x]\n"
    )
    found: list[Fault] = []
    read_words(tmp_path, ["nl", "en"], found.append)
    told = [str(fault) for fault in found]
    for line in (3, 4, 5, 7, 8, 10, 11):
        assert any(f"nl.yaml:{line}:" in words for words in told), (line, told)
    assert any("en.yaml:1:" in words and "missing" in words for words in told)


def test_a_fault_in_the_help_lines_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "lines.yaml").write_text("violence: [noodnummer]\nsuicide: noodnummer\nspook: [x]\n")
    found: list[Fault] = []
    lines = read_lines(tmp_path, found.append)
    assert lines == {DangerKind.VIOLENCE: ["noodnummer"]}
    assert {fault.line for fault in found} >= {2, 3}


def test_a_fault_leaves_out_a_phrase_and_never_stops_a_question(tmp_path: Path) -> None:
    (tmp_path / "nl.yaml").write_text("violence: [ab*, slaat me]\n")
    phrases = read_words(tmp_path, ["nl"], lambda fault: None)
    assert len(phrases[DangerKind.VIOLENCE]) == 1

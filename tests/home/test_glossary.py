"""Hard words in a text: whole words, once, never where they would be in the way."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale

from home.glossary.rules import Glossary, Term, linked
from home.models import GlossaryTerm
from tests.markup import one_line

DUTCH = Glossary.of(
    "nl",
    [
        Term("beschikking", "beschikking", ("beschikking", "beschikkingen"), "Een brief met een besluit.", "nl"),
        Term("sociale-basis", "sociale basis", ("sociale basis",), "Alles in uw buurt.", "nl"),
        Term("wmo", "Wmo", ("Wmo",), "Een wet.", "nl"),
        Term("io", "IO", ("IO",), "Een afdeling.", "nl"),
        Term("wet", "Wet maatschappelijke ondersteuning", ("Wet maatschappelijke ondersteuning",), "Een wet.", "nl"),
    ],
)
ARABIC = Glossary.of(
    "ar", [Term("plan", "خطة الدعم", ("خطة الدعم",), "خطة.", "ar"), Term("centre", "مركز", ("مركز",), "مبنى.", "ar")]
)
NOTHING = Glossary.of("en", [])


def glossary_in(language: str) -> Glossary:
    return {"nl": DUTCH, "ar": ARABIC}.get(language, NOTHING)


def in_text(html: str, language: str = "nl") -> str:
    return linked(html, language, glossary_in, {})


def words_linked(html: str, language: str = "nl") -> list[str]:
    return re.findall(r'<a class="hard-word"[^>]*>([^<]*)</a>', in_text(html, language))


def test_the_first_time_a_word_stands_there_it_leads_to_its_explanation() -> None:
    link = '<a class="hard-word" id="at-beschikking" href="#word-beschikking">beschikking</a>'
    assert in_text("<p>Een beschikking is een beschikking.</p>") == f"<p>Een {link} is een beschikking.</p>"


def test_a_page_explains_a_word_once_over_all_its_texts() -> None:
    used: dict[str, Term] = {}
    first = linked("<p>Beschikkingen</p>", "nl", glossary_in, used)
    second = linked("<p>Een beschikking</p>", "nl", glossary_in, used)
    assert (first.count("hard-word"), second.count("hard-word")) == (1, 0)
    assert [*used] == ["beschikking"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>De beschikkingsbrief en de herbeschikking</p>",
        "<p>Een Wmo-voorziening</p>",
        '<p><a href="/nl/">een beschikking</a></p>',
        "<h3>Uw beschikking</h3>",
        "<p><bdi>beschikking</bdi></p>",
        "<button>beschikking</button>",
        "<details><summary>Wat is een beschikking?</summary></details>",
        "<p>sociale <b>basis</b></p>",
        "<p>sociale, basis</p>",
        '<img alt="beschikking">',
        "<p>radio en io</p>",
        '<p lang="en">beschikking</p>',
        "<p>&beschikking;</p>",
    ],
)
def test_other_words_and_words_in_links_headings_and_facts_stay_as_they_are(html: str) -> None:
    assert in_text(html) == html


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>De <b>Beschikking</b>.</p>", ["Beschikking"]),
        ("<p>(beschikking)</p>", ["beschikking"]),
        ("<p>De sociale\n basis</p>", ["sociale\n basis"]),
        ("<p>De sociale&nbsp;basis</p>", ["sociale&nbsp;basis"]),
        ("<ul><li>Bij IO</li><li>Wmo</li></ul>", ["IO", "Wmo"]),
        ("<p>De Wet maatschappelijke ondersteuning</p>", ["Wet maatschappelijke ondersteuning"]),
        ("<a href='/'>beschikking</a> en een beschikking", ["beschikking"]),
        ("<p>br<br>Wmo<br/>x</p>", ["Wmo"]),
    ],
)
def test_a_word_is_found_as_it_stands_in_a_text(html: str, found: list[str]) -> None:
    assert words_linked(html) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>نكتبه في خطة الدعم.</p>", ["خطة الدعم"]),
        ("<p>وخطة الدعم لك</p>", ["وخطة الدعم"]),
        ("<p>خُطّة الدعم</p>", ["خُطّة الدعم"]),
        ("<p>في المركز</p>", ["المركز"]),
        ("<p>بالمركز</p>", ["بالمركز"]),
        ("<p>المركزية</p>", []),
    ],
)
def test_an_arabic_word_is_found_with_what_is_written_onto_its_front(html: str, found: list[str]) -> None:
    assert words_linked(html, "ar") == found


def test_a_piece_in_another_language_has_the_words_of_that_language() -> None:
    assert words_linked('<p>نص</p><p lang="nl" dir="ltr">Een beschikking</p><p>مركز</p>', "ar") == [
        "beschikking",
        "مركز",
    ]


# --- on pages -----------------------------------------------------------------------------------------------


@pytest.fixture
def hard_word(db: None) -> GlossaryTerm:
    dutch = Locale.objects.get(language_code="nl")
    return GlossaryTerm.objects.create(
        locale=dutch, slug="schooltas", term="jeugdhulpvraag", forms="gezin, gezinnen", explanation="Een groep mensen."
    )


def test_a_page_ends_with_the_words_that_stand_on_it(client: Client, hard_word: GlossaryTerm) -> None:
    html = one_line(client.get("/nl/diensten/jeugdhulp/").content.decode())
    assert html.count('href="#word-schooltas"') == 1
    assert html.count('id="word-schooltas"') == 1
    assert html.index('href="#word-schooltas"') < html.index('id="word-schooltas"')


def test_on_a_page_in_dutch_for_another_reader_words_and_meanings_are_marked_as_dutch(
    client: Client, hard_word: GlossaryTerm
) -> None:
    html = one_line(client.get("/tr/diensten/jeugdhulp/").content.decode())
    assert re.search(r'<dt id="word-schooltas" tabindex="-1" lang="nl" dir="ltr">', html)


def test_every_hard_word_stands_at_its_door_in_the_language_of_the_reader_else_in_dutch(
    client: Client, hard_word: GlossaryTerm
) -> None:
    html = one_line(client.get("/ar/moeilijke-woorden/").content.decode())
    assert '<dt id="word-schooltas" lang="nl" dir="ltr"> jeugdhulpvraag </dt>' in html
    assert '<dt id="word-wmo">' in html


@pytest.mark.django_db
def test_at_least_twenty_words_are_explained_in_dutch_english_and_arabic() -> None:
    for code in ("nl", "en", "ar"):
        assert GlossaryTerm.objects.filter(locale__language_code=code).count() >= 20


def test_a_word_that_stands_in_the_list_already_is_refused(hard_word: GlossaryTerm) -> None:
    again = GlossaryTerm(locale=hard_word.locale, slug="nog-een", term="Iets", forms="GEZIN", explanation="x")
    with pytest.raises(ValidationError) as refused:
        again.full_clean()
    assert [*refused.value.error_dict] == ["forms"]

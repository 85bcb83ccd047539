"""The first sentence of a text, in the languages of the site."""

import pytest

from home.text.first_sentence import first_piece, first_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Vraag het ons. Wij weten de weg.", "Vraag het ons."),
        ("Kost het iets? Nee.", "Kost het iets?"),
        ("Open van 9.00 uur tot {fact:laat}. Kom maar.", "Open van 9.00 uur tot {fact:laat}."),
        ("Neem iets mee, bijv. een brief. Dat helpt.", "Neem iets mee, bijv. een brief."),
        ("Zeg “nee.” Dat mag.", "Zeg “nee.”"),
        ("{fact:gesprekken} gesprekken, meestal. {fact:meer} mag ook.", "{fact:gesprekken} gesprekken, meestal."),
        ("هل هناك تكاليف؟ اسألنا مسبقًا.", "هل هناك تكاليف؟"),
        ("Bize sorun. İsterseniz gelin.", "Bize sorun."),
        ("Zadzwoń, np. jutro. Łatwo nas znaleźć.", "Zadzwoń, np. jutro."),
        ("Запитайте нас. Її відповідь допоможе.", "Запитайте нас."),
        ("Zonder punt", "Zonder punt"),
        ("", ""),
    ],
)
def test_it_ends_where_the_next_one_begins(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p data-block-key="a">Een &amp; <b>twee</b>.</p><p>Drie.</p>', "Een & twee."),
        ('<ol><li><b>Bel ons.</b> <a linktype="page" id="3">Of kom</a>.</li><li>Wacht.</li></ol>', "Bel ons. Of kom."),
        ("", ""),
    ],
)
def test_the_first_piece_has_words_and_no_markup(html: str, words: str) -> None:
    assert first_piece(html) == words

"""Dutch words inside a text in another script say that they are Dutch."""

import pytest

from home.text.foreign_words import marked_foreign


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("فريق الحي Midden", 'فريق الحي <bdi lang="nl">Midden</bdi>'),
        ("<p>Команда (Sociaal Wijkteam)</p>", '<p>Команда (<bdi lang="nl">Sociaal Wijkteam</bdi>)</p>'),
        ("ZwolleDoet! ф", '<bdi lang="nl">ZwolleDoet!</bdi> ф'),
        ("а&nbsp;б &amp; в", "а&nbsp;б &amp; в"),
        ('<a href="/uk/vraag/">запит</a>', '<a href="/uk/vraag/">запит</a>'),
        ('<p lang="nl" dir="ltr">Bel ons<br>nu</p> а', '<p lang="nl" dir="ltr">Bel ons<br>nu</p> а'),
        (
            '<p lang="nl"><b>Bel</b> ons</p><p>а Bel</p>',
            '<p lang="nl"><b>Bel</b> ons</p><p>а <bdi lang="nl">Bel</bdi></p>',
        ),
    ],
)
def test_each_is_marked_once(html: str, expected: str) -> None:
    assert marked_foreign(html, "uk") == expected


def test_a_language_in_latin_letters_is_left_alone() -> None:
    assert marked_foreign("<p>The Sociaal Wijkteam</p>", "en") == "<p>The Sociaal Wijkteam</p>"

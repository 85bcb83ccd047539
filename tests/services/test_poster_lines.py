"""From HTML to the lines of a sheet."""

from services.posters.html_lines import line_in, steps_in
from services.posters.sheet import TextRun, bold_beginnings


def test_each_item_of_a_list_is_a_line() -> None:
    html = "<p>Vooraf</p><ol><li><b>Bel.</b> Vandaag nog.</li><li><b>Kom.</b></li></ol>"
    assert steps_in(html) == (
        (TextRun("Bel.", bold=True), TextRun(" Vandaag nog.")),
        (TextRun("Kom.", bold=True),),
    )


def test_without_a_list_each_paragraph_is_a_line() -> None:
    assert steps_in("<p>Een</p><p> </p><p>Twee</p>") == ((TextRun("Een"),), (TextRun("Twee"),))


def test_a_number_keeps_its_direction_and_an_example_stays_one() -> None:
    html = '<li>Bel <bdi class="tel sample" dir="ltr">038 000 00 00</bdi>.</li>'
    assert steps_in(html) == (
        (TextRun("Bel "), TextRun("038 000 00 00", bold=True, ltr=True, sample=True), TextRun(".")),
    )


def test_an_example_of_a_week_is_marked_once_at_its_end() -> None:
    line = line_in("maandag <bdi>09:00 – 12:00</bdi>; vrijdag <bdi>13:00 – 15:00</bdi>", sample=True)
    assert [piece.text for piece in line if piece.sample] == ["13:00 – 15:00"]


def test_a_passer_by_reads_the_bold_beginnings() -> None:
    steps = steps_in("<ol><li><b>Bel.</b> Nu.</li><li><b>Kom.</b> Straks.</li></ol>")
    assert bold_beginnings(steps) == ((TextRun("Bel.", bold=True),), (TextRun("Kom.", bold=True),))


def test_steps_without_bold_beginnings_are_not_shortened_into_nothing_readable() -> None:
    assert bold_beginnings(steps_in("<ol><li><b>Bel.</b> Nu.</li><li>Kom straks.</li></ol>")) == ()

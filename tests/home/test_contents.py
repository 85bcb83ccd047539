"""The contents of a long page: links to its headings, in their own language, and only when there are several."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import engines

LONG = "<p>" + "Woorden. " * 200 + "</p>"


def shown(inside: str, words: str = LONG) -> BeautifulSoup:
    template = engines["django"].from_string("{% load contents %}{% contents %}" + inside + words + "{% endcontents %}")
    return BeautifulSoup(template.render({}), "html.parser")


def links(page: BeautifulSoup) -> list[Any]:
    return page.select("nav.contents a")


def test_every_heading_gets_a_link_and_a_place_to_lead_to() -> None:
    page = shown(
        '<h2 id="own">Eigen</h2>'
        '<h2 class="big"><span class="arch arch--mint"><svg><use></use></svg></span>Wat &amp; hoe</h2>'
        "<h2>Kosten</h2><section><h2>Kosten</h2></section><h2>متى؟</h2><h3>Geen kop</h3>"
    )
    assert [link.get_text() for link in links(page)] == ["Eigen", "Wat & hoe", "Kosten", "Kosten", "متى؟"]
    anchors = [str(link["href"])[1:] for link in links(page)]
    assert anchors[:4] == ["own", "part-wat-hoe", "part-kosten", "part-kosten-2"]
    assert [heading["id"] for heading in page.select("h2")] == anchors
    assert page.select_one("h2.big svg")
    assert not page.select("nav svg")


def test_a_heading_in_another_language_is_linked_in_that_language() -> None:
    page = shown(
        '<h2>واحد</h2><h2 lang="nl" dir="ltr">Twee</h2><h2>عن <bdi lang="nl">Wmo</bdi></h2>'
        '<div lang="nl" dir="ltr"><div><p>Woorden</p></div><h2>Vier</h2></div><h2>خمسة</h2>'
    )
    assert [(link.get("lang"), link.get("dir")) for link in links(page)] == [
        (None, None),
        ("nl", "ltr"),
        (None, None),
        ("nl", "ltr"),
        (None, None),
    ]
    assert links(page)[2].select_one("bdi[lang=nl]")


HEADINGS = "<h2>Een</h2><p>x</p><h2>Twee</h2><h2>Drie</h2>"


@pytest.mark.parametrize(("inside", "words"), [("", LONG), (HEADINGS, LONG), (HEADINGS + "<h2>Vier</h2>", "<p>y</p>")])
def test_a_page_with_few_headings_or_few_words_stays_as_it_is(inside: str, words: str) -> None:
    assert re.sub(r"\s", "", str(shown(inside, words))) == re.sub(r"\s", "", inside + words)

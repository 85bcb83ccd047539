"""A reader of Arabic or Ukrainian finds no Latin words on a screen but names, and words marked as another language."""

import re
import uuid
from html.parser import HTMLParser

import pytest
from django.test import Client

from tools.texts.rules import NAMES

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WITHOUT_END = {"meta", "link", "input", "br", "img", "use", "path", "hr", "rect", "circle"}
NOT_READ = {"script", "style", "svg"}
# Names that the content brings along, and the names of languages in the switch.
CONTENT_NAMES = ("Midden", "Noord", "Oost", "Zuid", "West", "Kindertelefoon", "Zelfmoordpreventie")
SCREENS = [
    "/", "/vraag/", "/vraag/zorg/", "/vraag/volgen/", "/gesprek/", "/chat/", "/zoeken/", "/zoeken/?q=xyzzy",
    "/wie-helpt/", "/wie-helpt/geld/", "/bereikbaarheid/", "/bestaat-niet/", "/onderwerpen/",
]  # fmt: skip


class Visible(HTMLParser):
    """The words that stand in the language of the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WITHOUT_END:
            return
        given = dict(attrs)
        other = tag != "html" and ("lang" in given or given.get("translate") == "no")
        self.inside.append((tag, other or tag in NOT_READ or tag in {"bdi", "textarea"}))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(skipped for _tag, skipped in self.inside):
            self.words.append(data)


def latin_words(html: str) -> set[str]:
    """Words in Latin letters that are no name."""
    parser = Visible()
    parser.feed(html)
    text = " ".join(parser.words)
    for name in sorted([*NAMES, *CONTENT_NAMES], key=len, reverse=True):
        text = text.replace(name, " ")
    return set(re.findall(r"[A-Za-zÀ-ɏ]{2,}", text))


@pytest.mark.parametrize("language", ["ar", "uk"])
@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_holds_no_latin_words(client: Client, language: str, path: str) -> None:
    assert latin_words(client.get(f"/{language}{path}").content.decode()) == set()


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_neither_do_the_screens_of_somebody_who_asks(client: Client, language: str) -> None:
    empty = client.post(f"/{language}/vraag/", {})
    form = {"submission": str(uuid.uuid4()), "theme": "geld", "text": "؟", "answer_by": "page"}
    asked = client.post(f"/{language}/vraag/", form)
    held = client.get(f"/{language}/gesprek/")
    for response in (empty, asked, held):
        assert latin_words(response.content.decode()) == set()


def test_a_word_that_was_left_in_dutch_is_found() -> None:
    html = '<html lang="ar"><p>مرحبا Verstuur <span lang="nl">Nederlands</span> <bdi>K7M</bdi></p></html>'
    assert latin_words(html) == {"Verstuur"}

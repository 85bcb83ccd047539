"""A project of two files with catalogues, to break in one place."""

from collections.abc import Callable
from pathlib import Path

import polib

from tools import catalogues

PAGE = """<h1>{% translate "Hello there" %}</h1>
{% blocktranslate count n=days %}One day{% plural %}{{ n }} days{% endblocktranslate %}
<p>{% blocktranslate %}Read <a href="{{ link }}">this page</a>{% endblocktranslate %}</p>"""
DUTCH = {
    "Hello there": "Hallo daar",
    'Read <a href="%(link)s">this page</a>': 'Lees <a href="%(link)s">deze pagina</a>',
    "A heading": "Een kop",
}
ARABIC = {
    "Hello there": "مرحبا بك",
    'Read <a href="%(link)s">this page</a>': 'اقرأ <a href="%(link)s">هذه الصفحة</a>',
}
PO = "locales/{}/LC_MESSAGES/django.po"
NL, AR, PL, STAFF_NL = PO.format("nl"), PO.format("ar"), PO.format("pl"), PO.format("staff/nl")


def put(house: Path, name: str, text: str) -> None:
    (house / name).parent.mkdir(parents=True, exist_ok=True)
    (house / name).write_text(text)


def change(house: Path, name: str, msgid: str, do: Callable[[polib.POEntry], object]) -> None:
    po = polib.pofile(str(house / name), wrapwidth=0)
    do(next(entry for entry in po if entry.msgid == msgid))
    (house / name).write_text(str(po))


def say(words: str) -> Callable[[polib.POEntry], object]:
    return lambda entry: setattr(entry, "msgstr", words)


def wrong_in(house: Path) -> list[str]:
    return catalogues.check(house).wrong


def entry_of(house: Path, name: str, msgid: str) -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(house / name)) if entry.msgid == msgid)

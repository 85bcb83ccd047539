"""The typeface is cut small, and whoever reads one of our languages in Latin letters needs two files of it."""

from pathlib import Path

import polib
import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from tests.some import some
from tools.typeface import faces, signs_in

HOUSE: Path = settings.HOUSE
FACES = list(faces((HOUSE / "static" / "css" / "fonts.css").read_text()))
COMMON = [face for face in FACES if "rare" not in face.file]


def test_a_range_is_read_as_a_browser_reads_it() -> None:
    assert signs_in("U+0041-0043, U+20AC") == {0x41, 0x42, 0x43, 0x20AC}


def test_a_sign_of_two_faces_stands_in_the_later_file_only() -> None:
    block = '@font-face {{ font-weight: 400; src: url("../fonts/{}.woff2"); unicode-range: {}; }}'
    first, second = faces(block.format("a", "U+41-44") + block.format("b", "U+42-43"))
    assert (first.file, first.signs, second.signs) == ("a.woff2", {0x41, 0x44}, {0x42, 0x43})


def test_each_file_holds_its_signs_as_far_as_the_typeface_has_them() -> None:
    for face in some(FACES):
        file = Path(settings.VAR) / "build" / "fonts" / face.file
        held = set(TTFont(file).getBestCmap())
        assert held <= face.signs
        assert len(held) > 60


@pytest.mark.parametrize("language", ["nl", "en", "tr", "pl"])
def test_our_own_words_need_the_two_common_files_only(language: str) -> None:
    catalogue = polib.pofile(str(HOUSE / "locales" / language / "LC_MESSAGES" / "django.po"))
    letters = {sign for entry in some(catalogue) for sign in entry.msgstr if sign.isalnum() and ord(sign) < 0x370}
    assert len(COMMON) == 2
    for face in some(COMMON):
        assert {sign for sign in letters if ord(sign) not in face.signs} == set()

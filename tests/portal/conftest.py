"""A project of two files with complete catalogues."""

from pathlib import Path

import polib
import pytest

from tests.portal.small_house import AR, ARABIC, DUTCH, NL, PAGE, STAFF_NL, put
from tools import catalogues
from tools.texts import catalogue


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two files with complete catalogues in three required languages, and three that come later."""
    monkeypatch.setattr(catalogues, "LATER", ("tr", "pl", "uk"))
    put(tmp_path, "home/templates/home/page.html", PAGE)
    put(tmp_path, "home/pages/blocks.py", 'label = _("A heading")')
    catalogue.update(tmp_path)
    for name, words in ((NL, DUTCH), (AR, ARABIC), (STAFF_NL, DUTCH)):
        po = polib.pofile(str(tmp_path / name), wrapwidth=0)
        for entry in po:
            if entry.msgid_plural:
                many = "%(n)s dagen" if name == NL else "%(n)s أيام"
                entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, many)
            else:
                entry.msgstr = words[entry.msgid]
        (tmp_path / name).write_text(str(po))
    return tmp_path

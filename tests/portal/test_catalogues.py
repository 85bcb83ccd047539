"""Our catalogues: every text is there, is read where it stands, and goes to residents or to staff."""

import ast
import gettext
from pathlib import Path
from typing import Any

import django
import pytest
from django.template import Context, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation

from tests.portal.small_house import put
from tests.some import some
from tools import catalogues
from tools.texts import catalogue, rules
from tools.texts import source as in_source
from tools.texts.rules import HOUSE

# --- ours ------------------------------------------------------------------------------------------------


def test_every_text_exists_in_every_required_language() -> None:
    wrong = catalogues.check(HOUSE).wrong
    assert not wrong, f"{len(wrong)} wrong, the first of them:\n" + "\n".join(wrong[:60])


def test_the_tool_reads_every_text_that_a_template_of_ours_asks_for() -> None:
    engine = engines.all()[0].engine
    templates = list(filter(in_source.is_template, in_source.sources(HOUSE)))
    assert len(templates) > 100
    asked: list[tuple[str, bool]] = []
    for name in some(templates):
        source = (HOUSE / name).read_text()
        read = {(found.msgid, found.plural, found.context) for found in in_source.texts_of_template(source, name)}
        nodes = engine.from_string(source).nodelist
        for node in nodes.get_nodes_by_type(BlockTranslateNode):
            msgid = node.render_token_list(node.singular)[0]
            plural = node.render_token_list(node.plural)[0] if node.plural else ""
            context = str(node.message_context.resolve(Context())) if node.message_context else ""
            asked.append((name, (msgid, plural, context) in read))
        for node in nodes.get_nodes_by_type(TranslateNode):
            literal = getattr(node.filter_expression.var, "literal", None)
            context = str(node.message_context.resolve(Context())) if node.message_context else ""
            if literal is not None:
                asked.append((name, (literal.replace("%", "%%"), "", context) in read))
    assert {name for name, is_read in some(asked) if not is_read} == set()


def test_the_tool_reads_every_text_that_our_python_asks_for() -> None:
    modules = [name for name in in_source.sources(HOUSE) if name.endswith(".py")]
    assert len(modules) > 100
    asked: list[tuple[str, bool]] = []
    for name in some(modules):
        source = (HOUSE / name).read_text()
        read = {found.msgid for found in in_source.texts_of_python(source, name)}
        for node in ast.walk(ast.parse(source)):
            called = getattr(node, "func", None)
            word = getattr(called, "attr", getattr(called, "id", ""))
            if isinstance(node, ast.Call) and word in in_source.KEYWORDS and node.args:
                first = node.args[1 if "pgettext" in word else 0]
                if isinstance(first, ast.Constant):
                    asked.append((f"{name}:{node.lineno}", first.value in read))
    assert {place for place, is_read in some(asked) if not is_read} == set()


@pytest.mark.parametrize("language", ["nl", "ar", "tr", "pl", "uk"])
def test_plural_rules_are_those_of_django_so_that_the_catalogues_are_merged(language: str) -> None:
    folder = Path(django.__file__).parent / "conf" / "locale"
    theirs: Any = gettext.translation("django", folder, [language])
    ours: Any = gettext.c2py(rules.PLURALS[language].partition("plural=")[2].rstrip(";"))
    assert ours.__code__ == theirs.plural.__code__


@pytest.mark.parametrize("language", rules.REQUIRED + rules.LATER)
def test_our_words_are_shown_where_django_or_wagtail_has_others(language: str, tmp_path: Path, settings: Any) -> None:
    names = [name for kind in rules.CATALOGUES for code, name in catalogue.files_of(kind) if code == language]
    mine = [name for name in names if (HOUSE / name).exists()]
    assert mine
    for name in mine:
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes((HOUSE / name).read_bytes())
    catalogue.compile_all(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "locales", tmp_path / "locales" / "staff"]
    with translation.override(language):
        for name in some(mine):
            for entry in some(catalogue.read(tmp_path / name).translated_entries()):
                if not entry.msgid_plural:
                    asked = translation.pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else None
                    assert (asked or translation.gettext(entry.msgid)) == entry.msgstr


# --- whose text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("questions/statuses.py", {"residents", "staff"}),
        ("questions/resident/forms.py", {"residents"}),
        ("questions/resident/templates/resident/ask.html", {"residents"}),
        ("questions/desk/views/queue.py", {"staff"}),
        ("questions/desk/templates/desk/queue.html", {"staff"}),
        ("questions/email/inbound.py", {"staff"}),
        ("questions/email/deliver.py", {"residents"}),
        ("questions/email/templates/email/notice.txt", {"residents"}),
        ("questions/reachability/views.py", {"staff"}),
        ("questions/reachability/public_views.py", {"residents"}),
        ("questions/reachability/templates/reachability/report.html", {"staff"}),
        ("questions/reachability/templates/reachability/public_figures.html", {"residents"}),
        ("questions/models/question.py", {"staff"}),
        ("questions/privacy/models.py", {"staff"}),
        ("questions/permissions.py", {"staff"}),
        ("questions/actions/ask.py", {"residents"}),
        ("questions/management/commands/forget_questions.py", {"staff"}),
        ("home/pages/models.py", {"staff"}),
        ("home/pages/blocks.py", {"staff"}),
        ("home/wagtail_hooks.py", {"staff"}),
        ("home/apps.py", {"staff"}),
        ("home/templates/wagtailadmin/base.html", {"staff"}),
        ("home/templates/home/home_page.html", {"residents"}),
        ("services/content/load.py", {"staff"}),
        ("services/finder.py", {"residents"}),
        ("site/portal/checks.py", {"staff"}),
        ("site/portal/errors.py", {"residents"}),
        ("site/portal/templates/base.html", {"residents"}),
    ],
)
def test_the_path_decides_whose_text_it_is(name: str, whose: set[str]) -> None:
    assert set(in_source.catalogues_of(name)) == whose


def test_tests_tools_and_migrations_hold_no_texts(tmp_path: Path) -> None:
    for name in ("home/pages/presenters.py", "services/content/load.py"):
        put(tmp_path, name, "")
    for name in ("tests/a.py", "tools/a.py", "content/a.py", "home/migrations/0001.py", ".venv/a.py", "var/a.py"):
        put(tmp_path, name, "")
    put(tmp_path, "requirements/run.txt", "")
    assert list(in_source.sources(tmp_path)) == ["home/pages/presenters.py", "services/content/load.py"]

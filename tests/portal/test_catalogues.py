"""The catalogues: what is read from the source, what `update` keeps, what `check` refuses, and that ours pass it."""

import ast
import gettext
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import polib
import pytest
from django.template import Context, Engine, engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation
from django.utils.translation import trans_real

from tests.some import some
from tools import catalogues
from tools.texts import catalogue, faults, rules, visible
from tools.texts import source as in_source
from tools.texts.rules import HOUSE
from tools.texts.source import Found

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
        _write(tmp_path, name, "")
    for name in ("tests/a.py", "tools/a.py", "content/a.py", "home/migrations/0001.py", ".venv/a.py", "var/a.py"):
        _write(tmp_path, name, "")
    _write(tmp_path, "requirements/run.txt", "")
    assert list(in_source.sources(tmp_path)) == ["home/pages/presenters.py", "services/content/load.py"]


# --- reading ---------------------------------------------------------------------------------------------

TEMPLATES = [
    ('{% translate "Hello" %}', [Found("Hello")]),
    ("{% trans 'Hello' %}", [Found("Hello")]),
    ('{% translate "Hello" as greeting %}{{ greeting }}', [Found("Hello")]),
    ('{% translate "May" context "month" %}', [Found("May", context="month")]),
    ('{% translate "May" context "month" as name %}', [Found("May", context="month")]),
    ('{% translate "Say “it’s 100%”" %}', [Found("Say “it’s 100%%”")]),
    ('{{ _("100% free") }}', [Found("100%% free")]),
    ('{{ nothing|default:_("None yet") }}', [Found("None yet")]),
    ('{% with a=_("One") b=_("Two") %}{{ a }}{{ b }}{% endwith %}', [Found("One"), Found("Two")]),
    ("{% blocktranslate %}Hello{% endblocktranslate %}", [Found("Hello")]),
    ("{% blocktrans %}Hello{% endblocktrans %}", [Found("Hello")]),
    ("{% blocktranslate %}Hello {{ name }}, 100%{% endblocktranslate %}", [Found("Hello %(name)s, 100%%")]),
    ("{% blocktranslate with who=name|upper %}Hello {{ who }}{% endblocktranslate %}", [Found("Hello %(who)s")]),
    ("{% blocktranslate asvar line %}Hello{% endblocktranslate %}{{ line }}", [Found("Hello")]),
    ('{% blocktranslate context "door" %}Open{% endblocktranslate %}', [Found("Open", context="door")]),
    (
        "<p>\n    {% blocktranslate trimmed %}\n      One\n        two\n    {% endblocktranslate %}\n  </p>",
        [Found("One two")],
    ),
    ("{% blocktranslate %}\n  One\n  two{% endblocktranslate %}", [Found("\n  One\n  two")]),
    (
        "{% blocktranslate count n=number %}One day{% plural %}{{ n }} days{% endblocktranslate %}",
        [Found("One day", "%(n)s days")],
    ),
    (
        '  <p>\n{% blocktranslate trimmed count n=number context "wait" with who=name %}\n'
        "  {{ who }} waits {{ n }} day\n"
        "  {% plural %}\n  {{ who }} waits {{ n }} days\n{% endblocktranslate %}",
        [Found("%(who)s waits %(n)s day", "%(who)s waits %(n)s days", "wait")],
    ),
    (
        '<ul>\n      <li title="{% translate "One" %}">(a) "b" \'c\' {% translate "Two" %}</li>\n'
        '  {# {% translate "No" %} #}\n'
        '   {% comment %}{% translate "No" %}{% endcomment %}{% translate "Three" %}\n</ul>',
        [Found("One"), Found("Two"), Found("Three")],
    ),
    ('{% if name == "a" %}def f(:\n\t{% translate "Four" %}{% else %}]){% endif %}', [Found("Four")]),
    ('{% verbatim %}{% translate "No" %}{% endverbatim %}{% translate "Five" %}', [Found("Five")]),
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str, str]]:
    """Every text that is looked up while the test runs."""
    seen: set[tuple[str, str, str]] = set()

    def watched(do: Callable[..., str], key: Callable[..., tuple[str, str, str]]) -> Callable[..., str]:
        def lookup(*arguments: Any) -> str:
            seen.add(key(*map(str, arguments)))
            return do(*arguments)

        return lookup

    keys: dict[str, Callable[..., tuple[str, str, str]]] = {
        "gettext": lambda text: (text, "", ""),
        "pgettext": lambda context, text: (text, "", context),
        "ngettext": lambda text, plural, n: (text, plural, ""),
        "npgettext": lambda context, text, plural, n: (text, plural, context),
    }
    for name, key in keys.items():
        monkeypatch.setattr(translation._trans, name, watched(getattr(trans_real, name), key))
    return seen


@pytest.mark.parametrize(("source", "expected"), TEMPLATES)
def test_what_is_read_from_a_template_is_what_django_looks_up(
    source: str, expected: list[Found], asked: set[tuple[str, str, str]]
) -> None:
    assert in_source.texts_of_template(source, "page.html") == expected
    engine = Engine(libraries={"i18n": "django.templatetags.i18n"}, builtins=["django.templatetags.i18n"])
    for name, number in (("a", 1), ("b", 5)):
        engine.from_string(source).render(Context({"name": name, "number": number}))
    assert asked == {(found.msgid, found.plural, found.context) for found in expected}


def test_a_note_to_translators_is_kept_with_the_text() -> None:
    read = in_source.texts_of_template('{# Translators: a verb #}\n  {% translate "Open" %}', "page.html")
    assert read == [Found("Open", notes=("Translators: a verb",))]
    read = in_source.texts_of_python('# Translators: a verb\nname = _("Open")', "a.py")
    assert read == [Found("Open", notes=("Translators: a verb",))]


@pytest.mark.parametrize(
    "source",
    [
        '{# Translators: a verb #}{% translate "Open" %}',
        '{% comment %}Translators: a verb{% endcomment %}{% translate "Open" %}',
        '{% translate "a \\"quoted\\" word" %}',
        "{% blocktranslate %}{% if name %}Open{% endif %}{% endblocktranslate %}",
        '{{ name|default:_("this|that") }}',
    ],
)
def test_a_template_in_which_a_text_would_be_lost_is_refused(source: str) -> None:
    with pytest.raises(in_source.CannotRead, match=r"page\.html"):
        in_source.texts_of_template(source, "page.html")


def test_every_way_to_ask_for_a_text_in_python_is_read() -> None:
    source = """
from django.utils.translation import gettext as _, ngettext, pgettext
first, _rest = _("A"), [_ for _ in range(3)]
class Kind(TextChoices):
    FORM = "form", gettext_lazy("B")
_("one " "text") % {"name": translation.gettext("C")}
ngettext("%(n)d day", "%(n)d days", n + 1) + ngettext_lazy("D", "Ds", "n")
pgettext("month", "May") + pgettext_lazy("verb", "may")
npgettext("wait", "E", "Es", n) + npgettext_lazy("wait", "F", "Fs", n)
_(variable)
"""
    assert in_source.texts_of_python(source, "a.py") == [
        Found("A"),
        Found("B"),
        Found("one text"),
        Found("C"),
        Found("%(n)d day", "%(n)d days"),
        Found("D", "Ds"),
        Found("May", context="month"),
        Found("may", context="verb"),
        Found("E", "Es", "wait"),
        Found("F", "Fs", "wait"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        '_(f"Hello {name}")',
        '_("Hello %s" % name)',
        'ngettext("a", "b" + c, n)',
        "from django.utils.translation import gettext as tell",
        "def broken(:",
    ],
)
def test_python_in_which_a_text_would_be_lost_is_refused(source: str) -> None:
    with pytest.raises(in_source.CannotRead, match=r"a\.py:1"):
        in_source.texts_of_python(source, "a.py")


# --- a small house ---------------------------------------------------------------------------------------

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


def _write(house: Path, name: str, text: str) -> None:
    (house / name).parent.mkdir(parents=True, exist_ok=True)
    (house / name).write_text(text)


def _change(house: Path, name: str, msgid: str, do: Callable[[polib.POEntry], object]) -> None:
    po = polib.pofile(str(house / name), wrapwidth=0)
    do(next(entry for entry in po if entry.msgid == msgid))
    (house / name).write_text(str(po))


def _say(words: str) -> Callable[[polib.POEntry], object]:
    return lambda entry: setattr(entry, "msgstr", words)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two files with complete catalogues in three required languages, and three that come later."""
    monkeypatch.setattr(catalogues, "LATER", ("tr", "pl", "uk"))
    _write(tmp_path, "home/templates/home/page.html", PAGE)
    _write(tmp_path, "home/pages/blocks.py", 'label = _("A heading")')
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


def _wrong(house: Path) -> list[str]:
    return catalogues.check(house).wrong


def _entry(house: Path, name: str, msgid: str) -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(house / name)) if entry.msgid == msgid)


# --- update ----------------------------------------------------------------------------------------------


def test_a_second_update_changes_nothing(house: Path) -> None:
    before = {path: path.read_bytes() for path in house.rglob("*.po")}
    assert len(before) == 8
    assert catalogue.update(house) == []
    assert {path: path.read_bytes() for path in house.rglob("*.po")} == before


def test_update_sorts_tells_the_files_and_names_no_day_and_no_tool(house: Path) -> None:
    text = (house / AR).read_text()
    assert [entry.msgid for entry in polib.pofile(text)] == sorted(ARABIC | {"One day": ""})
    assert "\n#: home/templates/home/page.html\n" in text
    assert "Date" not in text
    assert "Generator" not in text


def test_every_text_goes_to_the_catalogue_of_its_file(house: Path) -> None:
    _write(house, "questions/statuses.py", '_("Waiting")')
    catalogue.update(house)
    residents = {entry.msgid for entry in polib.pofile(str(house / NL))}
    staff = {entry.msgid for entry in polib.pofile(str(house / STAFF_NL))}
    assert staff == {"A heading", "Waiting"}
    assert residents == {*ARABIC, "One day", "Waiting"}
    assert not (house / "locales" / "staff" / "ar").exists()


def test_update_adds_what_is_new_untranslated_and_fills_it_in_in_english_only(house: Path) -> None:
    _write(house, "home/pages/presenters.py", 'ngettext("%(n)s door", "%(n)s doors", n), _("A door")')
    told = catalogue.update(house)
    assert f"{NL}: 2 new, 0 gone, 2 to translate" in told
    assert f"{PO.format('en')}: 2 new, 0 gone, 0 to translate" in told
    assert _entry(house, PO.format("en"), "A door").msgstr == "A door"
    assert _entry(house, PO.format("en"), "%(n)s door").msgstr_plural == {0: "%(n)s door", 1: "%(n)s doors"}
    assert _entry(house, NL, "A door").msgstr == ""
    assert _entry(house, NL, "Hello there").msgstr == "Hallo daar"


@pytest.mark.parametrize(("language", "number"), [("nl", 2), ("ar", 6), ("tr", 2), ("pl", 4), ("uk", 4)])
def test_a_language_has_its_own_number_of_plural_forms(house: Path, language: str, number: int) -> None:
    assert len(_entry(house, PO.format(language), "One day").msgstr_plural) == number


def test_update_removes_what_is_gone_also_when_it_was_marked_obsolete(house: Path) -> None:
    _change(house, NL, "Hello there", lambda entry: setattr(entry, "obsolete", True))
    _write(house, "home/templates/home/page.html", '{% translate "Welcome" %}')
    catalogue.update(house)
    assert [entry.msgid for entry in polib.pofile(str(house / NL))] == ["Welcome"]
    assert "#~" not in (house / NL).read_text()


def test_update_keeps_what_a_translator_noted(house: Path) -> None:
    _change(house, NL, "Hello there", lambda entry: setattr(entry, "tcomment", "informal on purpose"))
    assert catalogue.update(house) == []
    _change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    assert catalogue.update(house) == []
    assert _entry(house, NL, "Hello there").fuzzy


def test_one_text_with_two_plurals_is_refused(house: Path) -> None:
    _write(house, "home/pages/presenters.py", 'ngettext("One day", "%(n)d dayz", n)')
    assert catalogues.main(["update", "--house", str(house)]) == 1


# --- compile ---------------------------------------------------------------------------------------------


def test_compile_needs_neither_babel_nor_django(house: Path) -> None:
    alone = (
        "import sys; sys.modules.update(babel=None, django=None); from tools.catalogues import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", alone, "compile", "--house", str(house)],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "8 catalogues compiled\n"
    dutch = gettext.translation("django", house / "locales", ["nl"])
    assert dutch.gettext("Hello there") == "Hallo daar"
    assert dutch.ngettext("One day", "%(n)s days", 3) == "%(n)s dagen"
    assert not list(house.rglob("*.new"))


def test_a_text_that_is_not_translated_or_fuzzy_is_not_compiled(house: Path) -> None:
    _change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    catalogue.compile_all(house)
    assert gettext.translation("django", house / "locales", ["nl"]).gettext("Hello there") == "Hello there"
    assert gettext.translation("django", house / "locales", ["pl"]).gettext("Hello there") == "Hello there"


def test_a_broken_catalogue_stops_the_compiler_with_the_line(house: Path, capsys: Any) -> None:
    (house / NL).write_text('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n')
    assert catalogues.main(["compile", "--house", str(house)]) == 1
    assert "nl/LC_MESSAGES/django.po" in capsys.readouterr().err


# --- check -----------------------------------------------------------------------------------------------


def test_check_passes_when_all_is_well_and_tells_what_waits_for_later(house: Path, capsys: Any) -> None:
    assert _wrong(house) == []
    assert catalogues.main(["check", "--house", str(house)]) == 0
    told = capsys.readouterr().out
    assert f"later: {PL}: 3 of 3 texts wait for a translation" in told
    assert told.endswith("the catalogues are complete\n")


def test_check_fails_when_a_text_is_missing(house: Path, capsys: Any) -> None:
    _change(house, AR, "Hello there", _say(""))
    assert catalogues.main(["check", "--house", str(house)]) == 1
    assert f"{AR}: not translated: “Hello there”" in capsys.readouterr().out


def test_check_fails_when_a_text_is_fuzzy(house: Path) -> None:
    _change(house, NL, "Hello there", lambda entry: entry.flags.append("fuzzy"))
    assert _wrong(house) == [f"{NL}: fuzzy: “Hello there”"]


def test_check_fails_when_one_plural_form_is_empty(house: Path) -> None:
    _change(house, AR, "One day", lambda entry: entry.msgstr_plural.update({3: ""}))
    assert _wrong(house) == [f"{AR}: not translated: “One day”"]


def test_check_fails_when_an_entry_is_obsolete(house: Path) -> None:
    with (house / NL).open("a") as file:
        file.write('\n#~ msgid "Old"\n#~ msgstr "Oud"\n')
    assert _wrong(house) == [f"{NL}: obsolete: “Old”"]


def test_check_fails_when_the_source_has_gone_on(house: Path) -> None:
    _write(house, "home/pages/blocks.py", 'label = _("A new heading")')
    assert f"{STAFF_NL}: not in the catalogue yet: “A new heading” of home/pages/blocks.py" in _wrong(house)
    assert f"{STAFF_NL}: no longer in the source: “A heading”" in _wrong(house)


def test_check_fails_when_only_the_place_of_a_text_changed(house: Path) -> None:
    (house / "home" / "templates" / "home" / "page.html").rename(house / "home" / "templates" / "home" / "start.html")
    assert f"{NL}: is not as `update` writes it" in _wrong(house)


def test_check_fails_when_a_catalogue_is_not_there_or_not_expected(house: Path) -> None:
    (house / NL).unlink()
    _write(house, PO.format("de"), (house / AR).read_text())
    assert _wrong(house) == [f"{NL}: not there yet", f"{PO.format('de')}: belongs to no catalogue"]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "right"),
    [
        ("Hello %(name)s", "Hallo %(name)s", True),
        ("Hello %(name)s", "Hallo %(naam)s", False),
        ("Hello %(name)s", "Hallo", False),
        ("Hello", "Hallo %(name)s", False),
        ("Hello %(name)s", "100% %(name)s", False),
        ("Hello %(name)s, 100%%", "%(name)s, 100%%", True),
        ("Hello 100%%", "Hallo 100%", False),
        ("%s of %s", "%s van %s", True),
        ("%s of %s", "van %s", False),
        ("See {fact:phone}", "Zie {fact:phone}", True),
        ("See {fact:phone}", "Zie {fact:telefoon}", False),
        ("A <b>bold</b> door", "Een <b>vette</b> deur", True),
        ("A <b>bold</b> door", "Een <b>vette deur", False),
        ("A <b>bold</b> door", "Een <i>vette</i> deur", False),
        ('<a href="%(url)s" class="x">door</a>', '<a class="x" href="%(url)s">deur</a>', False),
        ("Hello ", "Hallo", False),
        ("Hello\n", "Hallo\n", True),
    ],
)
def test_a_translation_has_the_placeholders_and_ends_of_its_source(msgid: str, msgstr: str, right: bool) -> None:
    entry = polib.POEntry(msgid=msgid, msgstr=msgstr)
    assert (not list(faults.faults(entry, "nl"))) is right


def test_check_fails_when_a_placeholder_is_another_also_in_a_language_for_later(house: Path) -> None:
    msgid = 'Read <a href="%(link)s">this page</a>'
    for name in (NL, PL):
        _change(house, name, msgid, _say('<a href="%(lnk)s">x</a>'))
    wrong = _wrong(house)
    assert len(wrong) == 2
    assert wrong[0].startswith(f'{NL}: other placeholders: </a> <a href="%(link)s"> became </a> <a href="%(lnk)s">:')
    assert wrong[1].startswith(f"{PL}: other placeholders")


@pytest.mark.parametrize(
    ("language", "forms", "right"),
    [
        ("nl", ["één dag", "%(n)s dagen"], True),
        ("nl", ["%(n)s dag", "%(n)s dagen"], True),
        ("nl", ["%(n)s dag", "dagen"], False),
        ("nl", ["%(number)s dag", "%(n)s dagen"], False),
        # Form 0 is for 0 and 1 in Turkish, for 1, 21, 31 in Ukrainian.
        ("tr", ["bir gün", "%(n)s gün"], False),
        ("uk", ["один день", "%(n)s дні", "%(n)s днів", "%(n)s дня"], False),
        ("uk", ["%(n)s день", "%(n)s дні", "%(n)s днів", "%(n)s дня"], True),
        ("pl", ["jeden dzień", "%(n)s dni", "%(n)s dni", "%(n)s dnia"], True),
        ("ar", ["لا يوم", "يوم واحد", "يومان", "%(n)s أيام", "%(n)s يوما", "%(n)s يوم"], True),
        ("ar", ["لا يوم", "يوم واحد", "يومان", "أيام", "%(n)s يوما", "%(n)s يوم"], False),
    ],
)
def test_only_a_form_for_one_number_may_say_it_in_words(language: str, forms: list[str], right: bool) -> None:
    for msgid in ("One day", "%(n)s day"):
        entry = polib.POEntry(msgid=msgid, msgid_plural="%(n)s days", msgstr_plural=dict(enumerate(forms)))
        assert (not list(faults.faults(entry, language))) is right


@pytest.mark.parametrize(
    ("language", "words", "fault"),
    [
        ("ar", "اتصل بنا", ""),
        ("ar", "اتصل بـ Veilig Thuis (PDF)، info@example.org، https://example.org/x", ""),
        ("ar", "اتصل بنا now", "Latin letters: now"),
        ("ar", "اتصل بک", "letters of another language: ک"),
        ("uk", "Напишіть нам на veiligthuis.nl", ""),
        ("uk", "Напишiть нам", "Latin letters: i"),
        ("uk", "Напишите вы", "letters of another language: ы"),
        ("nl", "Schrijf ons", ""),
        ("nl", "Schrijf the team", "still English: the"),
        ("nl", "Write to us", "still English"),
        ("pl", "Napisz do nas", ""),
        ("en", "Write to us", ""),
    ],
)
def test_words_of_another_language_are_found(language: str, words: str, fault: str) -> None:
    entry = polib.POEntry(msgid="Write to us", msgstr=words)
    assert list(faults.faults(entry, language)) == ([fault] if fault else [])


def test_check_fails_when_residents_and_staff_get_two_translations_of_one_text(house: Path) -> None:
    _write(house, "home/pages/blocks.py", '_("A heading"), _("Hello there")')
    catalogue.update(house)
    _change(house, STAFF_NL, "Hello there", _say("Hoi"))
    assert _wrong(house) == ["nl: “Hello there” has two translations, for residents and for staff"]


# --- words outside the translation tags ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello</p>", [(1, "Hello")]),
        ("<p>\n  {{ name }}\n  waits {% if a %}long{% endif %}</p>", [(3, "waits long")]),
        ('<p>{% translate "Hello" %} {{ name }} (112) – 50% · →</p>', []),
        ("{% blocktranslate count n=x %}One{% plural %}More{% endblocktranslate %}\n<b>x</b>", [(2, "x")]),
        ("{# note #}{% comment %}\nnote\n{% endcomment %}<i>no</i><!-- note -->", [(3, "no")]),
        ("<script>let a = 'b'</script><style>a { b: c }</style><p>d</p>", [(1, "d")]),
        (
            '<img alt="A cat"><a title="B" aria-label="C" class="d" href="e">{{ f }}</a>',
            [(1, "A cat"), (1, "B"), (1, "C")],
        ),
        ('<input placeholder="A" value="b"><input type="submit" value="Send">', [(1, "A"), (1, "Send")]),
        ('<img alt="{% translate "A cat" %}" {% if a %}title="B"{% endif %}>', [(1, "B")]),
        (
            '<div class="{% if a == "b" %}c{% endif %}" {{ attributes }}>{% include "x.html" with icon="door" %}</div>',
            [],
        ),
        ('{% include "x.html" with label="Send" icon="door" %}', [(1, "Send")]),
        ('{% include "x.html" with label=_("Send") heading="h2" %}', []),
        ('{{ name|default:"Nobody" }}<p class="{{ kind|default:"info" }}">', [(1, "Nobody")]),
        ("{{ n }} {{ n|pluralize }}", [(1, "s")]),
        ("<{{ tag }} class='x'>{{ a }}</{{ tag }}>", []),
        ("{% block body_class %}wide{% endblock %}{% block title %}Home{% endblock %}", [(1, "Home")]),
        ("<p>Veilig Thuis: PDF</p>&nbsp;&rarr;", []),
        ("<title>Hello &amp; bye</title>", [(1, "Hello & bye")]),
    ],
)
def test_words_that_nobody_can_translate_are_found(source: str, found: list[tuple[int, str]]) -> None:
    assert visible.untranslated(source) == found


def test_check_fails_on_such_words_in_a_template_of_residents_only(house: Path) -> None:
    _write(house, "questions/desk/templates/desk/queue.html", "<p>Staff</p>")
    assert _wrong(house) == []
    _write(house, "home/templates/home/other.html", "<p>\nHello</p>")
    _write(house, "questions/email/templates/email/notice.txt", "{{ link }}\nBye <you>\n")
    assert _wrong(house) == [
        "home/templates/home/other.html:2: cannot be translated: “Hello”",
        "questions/email/templates/email/notice.txt:2: cannot be translated: “Bye <you>”",
    ]


def test_check_fails_when_a_page_of_residents_uses_a_template_of_staff(house: Path) -> None:
    _write(house, "questions/desk/templates/desk/row.html", "{{ row }}")
    _write(house, "home/templates/home/other.html", '{% include "desk/row.html" %}')
    assert _wrong(house) == [
        "home/templates/home/other.html: uses questions/desk/templates/desk/row.html, "
        "whose texts are in staff's catalogue only"
    ]

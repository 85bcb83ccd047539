"""The texts that are read from templates and from Python are those that Django looks up."""

from collections.abc import Callable
from typing import Any

import pytest
from django.template import Context, Engine
from django.utils import translation
from django.utils.translation import trans_real

from tools.texts import source as in_source
from tools.texts.source import Found

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

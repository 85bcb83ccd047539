"""Words outside the translation tags are found in the templates of residents."""

from pathlib import Path

import pytest

from tests.portal.small_house import put, wrong_in
from tools.texts import visible


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
    put(house, "questions/desk/templates/desk/queue.html", "<p>Staff</p>")
    assert wrong_in(house) == []
    put(house, "home/templates/home/other.html", "<p>\nHello</p>")
    put(house, "questions/email/templates/email/notice.txt", "{{ link }}\nBye <you>\n")
    assert wrong_in(house) == [
        "home/templates/home/other.html:2: cannot be translated: “Hello”",
        "questions/email/templates/email/notice.txt:2: cannot be translated: “Bye <you>”",
    ]


def test_check_fails_when_a_page_of_residents_uses_a_template_of_staff(house: Path) -> None:
    put(house, "questions/desk/templates/desk/row.html", "{{ row }}")
    put(house, "home/templates/home/other.html", '{% include "desk/row.html" %}')
    assert wrong_in(house) == [
        "home/templates/home/other.html: uses questions/desk/templates/desk/row.html, "
        "whose texts are in staff's catalogue only"
    ]

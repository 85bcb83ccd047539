"""While somebody types, the browser says where an objection, a complaint or a Wmo report belongs, and sends nothing."""

import pytest

from tests.browser.conftest import OpenBrowser
from tests.questions.formal_sentences import FOUND, OTHER
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.browser, pytest.mark.once]
KINDS = ("objection", "complaint", "wmo_report")
# Types each text, waits until the script has looked, and tells which of the three stand there.
TYPED = """async (texts) => {
  const field = document.getElementById("id_text"), place = document.querySelector("[data-formal]");
  const heads = [...place.querySelectorAll("template")].map((part) => part.content.querySelector("h2").textContent);
  const found = [];
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 0));
    found.push([...place.querySelectorAll(":scope > section h2")].map((head) => heads.indexOf(head.textContent)));
  }
  return found;
}"""


def test_the_browser_recognises_what_the_server_recognises(browse: OpenBrowser) -> None:
    page = browse()
    sent: list[str] = []
    # The script waits until somebody stops typing; here nobody waits.
    page.add_init_script("const wait = setTimeout; setTimeout = (what, _time) => wait(what, 0);")
    page.goto("/nl/vraag/")
    page.on("request", lambda request: sent.append(request.url))
    known = [(text, [kind]) for pairs in FOUND.values() for text, kind in pairs]
    known += [(text, []) for texts in OTHER.values() for text in texts]
    found = page.evaluate(TYPED, [text for text, _kinds in known])
    wrong = [
        (text, kinds, seen)
        for (text, kinds), seen in zip(some(known), found, strict=True)
        if [KINDS[number] for number in seen] != kinds
    ]
    assert wrong == []
    assert sent == []


def test_what_it_says_stands_below_the_text_and_goes_when_the_words_go(look: OpenBrowser) -> None:
    page = look()
    page.goto("/nl/vraag/")
    page.fill("#id_text", "Ik wil bezwaar maken.")
    hint = page.locator("[data-formal] section")
    hint.wait_for()
    assert "telt niet als bezwaar" in hint.inner_text()
    assert page.locator(".ask button.utrecht-button--primary-action").is_enabled()
    page.fill("#id_text", "Ik kan de huur niet betalen.")
    hint.wait_for(state="detached")

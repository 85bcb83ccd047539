"""The screen of one question in a browser: everything in sight together, and nothing that is typed is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser, assert_accessible
from tests.browser.steps import fill_in_question, follow, kept, press, send, sign_in
from tests.some import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
LONG = "وصلتني رسالة من المحضر. لا أعرف ماذا أفعل. " * 60
TYPED = "Bel Op Orde, zij helpen met"
BOXES = """selectors => selectors.map((each) => {
  const { top, bottom } = document.querySelector(each).getBoundingClientRect();
  return [top, bottom];
})"""


def asked(browse: OpenBrowser, text: str) -> tuple[Page, Page, str]:
    """A resident who asked, a colleague who claimed the question, and its reference."""
    resident, desk = browse(viewport={"width": 360, "height": 780}), browse(viewport={"width": 1280, "height": 800})
    resident.goto("/ar/vraag/")
    fill_in_question(resident, "geld", text)
    resident.check("input[name=answer_by][value=page]")
    send(resident)
    what = kept(resident)
    follow(resident, "ar", what)
    sign_in(desk, "medewerker")
    desk.goto("/beheer/vragen/")
    with desk.expect_navigation(url=re.compile(r"/beheer/vragen/\d+/")):
        desk.locator(".queue-item", has_text=what.reference).locator("button").click()
    return resident, desk, what.reference


def test_conversation_answer_and_what_is_known_are_in_sight_together_and_only_the_conversation_scrolls(
    browse: OpenBrowser,
) -> None:
    _resident, desk, _reference = asked(browse, LONG)
    parts = [".question-log", ".answer-form textarea", ".answer-form__send button", ".question-door", ".question-known"]
    for top, bottom in some(desk.evaluate(BOXES, parts)):
        assert 0 <= top < bottom <= 800
    assert desk.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
    log = desk.locator(".question-log")
    assert log.evaluate("each => each.scrollHeight > each.clientHeight")
    # It opens at its end: the last line of the log is in sight.
    assert log.evaluate(
        "each => each.querySelector('li:last-child').getBoundingClientRect().bottom "
        "<= each.getBoundingClientRect().bottom + 1"
    )
    log.focus()
    expect(log).to_be_focused()
    assert_accessible(desk)
    for width in (1024, 768, 360):
        desk.set_viewport_size({"width": width, "height": 800})
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert_accessible(desk)


def test_on_a_phone_one_part_stands_there_at_a_time(browse: OpenBrowser) -> None:
    _resident, desk, _reference = asked(browse, "ما العمل؟")
    desk.set_viewport_size({"width": 360, "height": 780})
    for part, other in (("answer", ".question-log"), ("about", ".answer-form"), ("conversation", ".question-side")):
        desk.click(f".question-parts a[href='#{part}']")
        expect(desk.locator(f"#{part}")).to_be_visible()
        expect(desk.locator(other)).to_be_hidden()


def test_what_is_typed_is_kept_by_itself_also_after_the_connection_was_gone(browse: OpenBrowser) -> None:
    _resident, desk, _reference = asked(browse, "ما العمل؟")
    text, told = desk.locator(".answer-form textarea"), desk.locator("[data-draft-told]")
    desk.context.set_offline(True)
    text.fill(TYPED)
    expect(told).to_contain_text("geen verbinding", timeout=15_000)
    desk.context.set_offline(False)
    expect(told).to_contain_text("Bewaard om", timeout=15_000)
    desk.check(".answer-form input[name=settled][value=referred]")
    with desk.expect_response(lambda reply: reply.url.endswith("/concept/")) as saved:
        text.fill("ل" * 20_000)
    assert saved.value.ok
    desk.reload()
    expect(text).to_have_value("ل" * 20_000)
    expect(desk.locator(".answer-form input[name=settled][value=referred]")).to_be_checked()
    expect(desk.locator(".answer-draft")).to_be_visible()


def test_a_message_that_comes_while_somebody_types_is_shown_and_what_was_typed_stays(browse: OpenBrowser) -> None:
    resident, desk, reference = asked(browse, "ما العمل؟")
    desk.fill(".answer-form textarea", TYPED)
    resident.fill("textarea[name=text]", "هل أنتم هناك؟")
    press(resident)
    expect(desk.locator("[data-live]")).to_contain_text("opnieuw geschreven", timeout=15_000)
    expect(desk.locator(".question-log")).not_to_contain_text("هل أنتم هناك؟")
    desk.click("[data-show-news]")
    expect(desk.locator(".question-log")).to_contain_text("هل أنتم هناك؟")
    expect(desk.locator(".answer-form textarea")).to_have_value(TYPED)
    expect(desk.locator("[data-live]")).not_to_contain_text("opnieuw geschreven")
    assert desk.locator("[data-look] [name=seen]").input_value() == "2"
    assert re.search(r"/beheer/vragen/\d+/", desk.url), reference


def test_keys_reach_every_part_and_enter_in_a_tool_sends_nothing(browse: OpenBrowser) -> None:
    _resident, desk, _reference = asked(browse, "ما العمل؟")
    for key, selector in (
        ("a", ".answer-form textarea"), ("n", ".desk-do[open] textarea[name=text]"), ("f", "input[name=fact]"),
        ("l", "input[name=page_words]"), ("o", ".desk-do[open] select[name=to]"),
        ("t", ".desk-do[open] select[name=theme]"),
    ):  # fmt: skip
        desk.keyboard.press("Escape")
        desk.evaluate("document.activeElement.blur()")
        desk.keyboard.press(key)
        expect(desk.locator(selector).first).to_be_focused()
    desk.select_option(".answer-form select[name=language]", "nl")
    desk.evaluate("document.activeElement.blur()")
    desk.keyboard.press("l")
    desk.keyboard.type("schulden")
    desk.keyboard.press("Enter")
    expect(desk.locator(".found-pages button").first).to_be_visible()
    # What one tool found does not stand below another.
    desk.locator(".answer-form summary[data-key=f]").click()
    expect(desk.locator(".found-pages")).to_have_count(0)
    desk.locator(".answer-form summary[data-key=l]").click()
    desk.locator("input[name=page_words]").press("Enter")
    desk.locator(".found-pages button").first.click()
    expect(desk.locator(".answer-form textarea")).to_have_value(re.compile("/nl/"))
    assert desk.locator(".log .me").count() == 0

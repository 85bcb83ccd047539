"""What a resident does with a question of their own: asks to talk, keeps a copy, calls it solved, or erases it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.steps import fill_in_question, follow, kept, send
from tests.some import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PHONE = {"width": 360, "height": 640}
ONLY_TO_TALK = ("[name=talk_place]", "[name=talk_time]", "[name=interpreter]", "[name=phone]", "[name=email]")


def ask_to_talk(page: Page, language: str) -> None:
    page.goto(f"/{language}/vraag/")
    fill_in_question(page, "geld", "Ik praat liever")
    for place in some(ONLY_TO_TALK):
        expect(page.locator(place).first).to_be_hidden()
    page.check("input[name=answer_by][value=talk]")
    for place in some(ONLY_TO_TALK):
        expect(page.locator(place).first).to_be_visible()
    expect(page.locator("[name=talk_location]")).to_be_hidden()
    page.check("input[name=talk_place][value=office]")
    page.select_option("[name=talk_location]", "noord")
    page.fill("[name=interpreter]", "Tigrinya")
    page.fill("[name=phone]", "06 1234 5678")
    page.locator("form.ask details.more summary").click()
    page.fill("[name=postcode]", "8021 ab")
    send(page)


@pytest.mark.parametrize(("language", "script"), [("nl", True), ("ar", True), ("nl", False)])
def test_from_the_wish_to_talk_to_the_card_the_copy_and_solved(
    browse: OpenBrowser, language: str, script: bool
) -> None:
    page = browse(viewport=PHONE, java_script_enabled=script)
    ask_to_talk(page, language)
    card = page.locator(".keep--card")
    expect(card).to_contain_text(f"/{language}/vraag/volgen/")
    what = kept(page)
    page.emulate_media(media="print")
    expect(card).to_be_visible()
    expect(page.locator(".keep--card .on-paper")).to_be_visible()
    expect(page.locator("a[href*='/gesprek/']:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.goto(f"/{language}/gesprek/")
    with page.expect_download() as download:
        page.click("a[download]")
    copy = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert what.reference in copy
    assert what.code not in copy
    assert what.code.replace(" ", "") not in copy
    assert "Ik praat liever" in copy
    page.click(f"a[href='/{language}/gesprek/opgelost/']")
    send(page)
    assert page.url.endswith(f"/{language}/gesprek/")
    expect(page.locator("textarea[name=text]")).to_have_count(0)
    expect(page.locator(f"a[href='/{language}/gesprek/opgelost/']")).to_have_count(0)
    expect(page.locator(f"a[href='/{language}/vraag/?thema=geld']")).to_be_visible()


def test_what_is_erased_in_one_tab_is_gone_in_the_other_and_stays_gone_after_going_back(browse: OpenBrowser) -> None:
    page = browse(viewport=PHONE)
    page.goto("/nl/vraag/")
    fill_in_question(page, "geld", "Dit moet weg")
    send(page)
    what = kept(page)
    page.goto("/nl/gesprek/")
    other = page.context.new_page()
    other.goto("/nl/gesprek/")
    expect(other.locator(".log")).to_contain_text("Dit moet weg")
    other.fill("textarea[name=text]", "Nog iets")
    page.click("a[href='/nl/gesprek/wissen/']")
    send(page)
    assert page.url.endswith("/nl/gesprek/gewist/")
    # In the other tab: what was typed is not lost, and of the question nothing is left.
    send(other)
    expect(other.locator("blockquote.draft")).to_have_text("Nog iets")
    assert "Dit moet weg" not in other.content()
    for _step in range(2):
        page.go_back()
        assert "Dit moet weg" not in page.content()
        expect(page.locator(".log")).to_have_count(0)
    follow(page, "nl", what)
    expect(page.locator("#error-summary")).to_be_visible()


def test_pressing_erase_twice_ends_on_the_page_that_says_it_is_gone(browse: OpenBrowser) -> None:
    page = browse()
    page.goto("/nl/vraag/")
    fill_in_question(page, "geld", "Dit moet weg")
    send(page)
    page.goto("/nl/gesprek/wissen/")
    page.locator("main form button.utrecht-button--danger").dblclick(no_wait_after=True)
    page.wait_for_url("**/gesprek/gewist/")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/nl/gesprek/gewist/")

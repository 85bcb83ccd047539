"""The finder in a real browser: with the keyboard only, back and reload, without scripts, from right to left."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser, Site, assert_accessible
from tests.browser.steps import tab_to, turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
WAY = ("hulp-thuis", "huishouden", "vast", "matig", "wachten")


def press_on(page: Page, path: str) -> None:
    """Goes to the link to this path with the Tab key alone, and follows it with Enter."""
    tab_to(page, f"[href='{path}']")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_somebody_finds_who_helps_with_the_keyboard_alone(site: Site, look: OpenBrowser, language: str) -> None:
    page = look(viewport={"width": 360, "height": 780})
    page.goto(f"/{language}/")
    press_on(page, f"/{language}/wie-helpt/")
    path = f"/{language}/wie-helpt/"
    expect(page).to_have_url(site(path))
    for answer in WAY:
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
        path += f"{answer}/"
        press_on(page, path)
        expect(page).to_have_url(site(path))
    assert_accessible(page)
    expect(page.locator(".finder__helpers li")).to_have_count(1)
    press_on(page, f"/{language}/vraag/?thema=hulp-thuis")
    expect(page.locator("select[name=theme]")).to_have_value("hulp-thuis")


def test_back_and_reload_keep_the_answers(site: Site, look: OpenBrowser) -> None:
    page = look()
    page.goto("/nl/wie-helpt/")
    turn(page, "a[href='/nl/wie-helpt/geld/']")
    turn(page, "a[href='/nl/wie-helpt/geld/brief/']")
    title = page.locator("h1").inner_text()
    page.reload()
    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(page).to_have_url(site("/nl/wie-helpt/geld/"))
    page.go_forward()
    turn(page, ".finder__trail a >> nth=1")
    expect(page).to_have_url(site("/nl/wie-helpt/geld/"))
    assert page.context.cookies() == []


def test_in_another_language_somebody_is_at_the_same_question(site: Site, look: OpenBrowser) -> None:
    page = look()
    page.goto("/nl/wie-helpt/geld/brief/")
    page.click(".languages a[hreflang=uk]")
    expect(page).to_have_url(site("/uk/wie-helpt/geld/brief/"))
    expect(page.locator("h1")).to_have_text("Що вам потрібно, щоб рухатися далі?")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_danger_is_one_step_away_without_scripts_and_the_way_out_is_there(look: OpenBrowser, language: str) -> None:
    page = look(viewport={"width": 320, "height": 640}, java_script_enabled=False, color_scheme="dark")
    page.goto(f"/{language}/wie-helpt/kind/")
    page.click(".finder__danger")
    expect(page.locator(".urgent a[href='tel:112']")).to_be_visible()
    expect(page.locator(".reach [data-exit]")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["kind/gevaar/", "veilig/", "geld/onzin/", "wonen/kwijt/"])
def test_other_steps_are_accessible_on_a_narrow_phone_at_night(look: OpenBrowser, path: str) -> None:
    page = look(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.goto(f"/ar/wie-helpt/{path}")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_phone_the_first_answer_stands_on_the_first_screen_of_every_question(look: OpenBrowser) -> None:
    page = look(viewport={"width": 360, "height": 640})
    for answered in range(len(WAY)):
        page.goto("/".join(("/nl/wie-helpt", *WAY[:answered], "")))
        expect(page.locator(".finder .tile").first).to_be_in_viewport(ratio=1)
    page.goto("/nl/kan-ik-hulp-krijgen/")
    expect(page.locator(".check .choice").first).to_be_in_viewport(ratio=1)
    page.check("input[name=about][value=wmo]")
    for _question in range(2):
        turn(page, "button[value=next]")
        page.locator("input[name=answer]").first.check()
    turn(page, "button[value=next]")
    assert page.locator(".check__trail li").count() == 2
    assert page.evaluate("scrollY") == 0
    expect(page.locator("button[value=next]")).to_be_in_viewport(ratio=1)

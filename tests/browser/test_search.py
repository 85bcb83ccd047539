"""Searching in a real browser: without a script, on a small phone, in every language."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser, assert_accessible
from tests.browser.steps import turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PHONE = {"width": 360, "height": 740}
WORDS = {"nl": "schulden", "ar": "المال"}


@pytest.mark.parametrize("language", WORDS)
def test_from_the_home_page_to_a_page_without_a_script(look: OpenBrowser, language: str) -> None:
    page = look(viewport=PHONE, java_script_enabled=False)
    page.goto(f"/{language}/")
    page.fill("main input[name=q]", WORDS[language])
    page.click("main form[role=search] button")
    expect(page.locator(".results h3 a").first).to_have_attribute("href", f"/{language}/onderwerpen/geld/")
    turn(page, ".results h3 a >> nth=0")
    assert page.url.endswith(f"/{language}/onderwerpen/geld/")
    assert page.context.cookies() == []


# A page with results and one without are looked at in every colour by test_access.py.
@pytest.mark.parametrize("query", ["?q=ik+kan+de+huur+niet+betalen", ""])
def test_the_page_of_the_search_is_accessible(look: OpenBrowser, query: str) -> None:
    for language, width, scheme in (("nl", 320, "dark"), ("ar", 1280, "light")):
        page = look(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.goto(f"/{language}/zoeken/{query}")
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_header_is_one_row_on_a_phone_and_the_search_is_in_sight(look: OpenBrowser, language: str) -> None:
    page = look(viewport=PHONE)
    page.goto(f"/{language}/")
    boxes = [box for each in page.locator(".top__bar > .mark, .top__bar .switch").all() if (box := each.bounding_box())]
    assert len(boxes) == 4
    middles = [box["y"] + box["height"] / 2 for box in boxes]
    assert max(middles) - min(middles) < 8
    assert min(box["width"] for box in boxes) >= 44
    field = page.locator("main input[name=q]").bounding_box()
    assert field is not None
    assert field["y"] + field["height"] <= PHONE["height"]
    # The name stands at its doors, also where the page is made without the database.
    page.goto(f"/{language}/weg/")
    gap = page.evaluate(
        """() => {
          const name = document.createRange();
          name.selectNodeContents(document.querySelector(".mark > span"));
          const [words, doors] = [name, document.querySelector(".mark svg")]
            .map((each) => each.getBoundingClientRect());
          return Math.max(words.left - doors.right, doors.left - words.right);
        }"""
    )
    assert 0 <= gap < 20

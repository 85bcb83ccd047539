"""A long page: what to do next stays in sight, and its contents lead on."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import OpenBrowser

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
LONG = "/ar/onderwerpen/geld/"


def test_it_is_under_the_lead_on_a_phone_and_stays_in_sight_on_a_desktop(look: OpenBrowser) -> None:
    page = look(viewport=ViewportSize(width=360, height=740))
    page.goto(LONG)
    panel = page.locator(".aside").bounding_box()
    lead = page.locator(".lead").bounding_box()
    assert panel
    assert lead
    assert 0 < panel["y"] - (lead["y"] + lead["height"]) < 40
    # At most half a screen, also in the evening, when it says in two lines when we open.
    assert panel["height"] < 370

    for height in (900, 420):
        page.set_viewport_size({"width": 1280, "height": height})
        page.evaluate("scrollTo(0, 1500)")
        beside = page.locator(".aside").bounding_box()
        assert beside
        assert beside["y"] > 0
        assert beside["y"] + beside["height"] < height
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    beside, foot = page.locator(".aside").bounding_box(), page.locator("footer.foot").bounding_box()
    assert beside
    assert foot
    assert beside["y"] + beside["height"] <= foot["y"]


def test_the_contents_of_a_long_page_are_folded_on_a_phone_and_unfold_what_they_lead_to(look: OpenBrowser) -> None:
    page = look(viewport=ViewportSize(width=360, height=740))
    page.goto("/nl/diensten/jeugdhulp/")
    link = page.locator("nav.contents a[href='#who-else']")
    expect(link).to_be_hidden()
    page.locator("nav.contents summary").click()
    link.click()
    expect(page.locator("details.answer:has(#who-else) .prose")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/nl/diensten/jeugdhulp/")
    expect(link).to_be_visible()
    expect(page.locator("nav.contents summary")).to_be_hidden()

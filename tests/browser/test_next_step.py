"""What to do next is in sight: under the head on a phone, beside the words and all of the way down on a desktop."""

import pytest
from playwright.sync_api import ViewportSize

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
    assert panel["height"] < 300

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

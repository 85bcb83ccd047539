"""Asking on a small phone: where to write is in sight, numbers are read as they are dialled, and the way out stays."""

import pytest
from django.conf import settings
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.steps import fill_in_question, send
from tests.some import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PHONE = {"width": 360, "height": 640}
OUR_FACE = "Atkinson"  # which crosses its nought


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found is not None
    return found


def test_on_the_first_screen_of_a_phone_there_is_room_to_write(look: OpenBrowser) -> None:
    page = look(viewport=PHONE)
    for language, _name in settings.LANGUAGES:
        page.goto(f"/{language}/vraag/")
        where = box(page.locator("textarea[name=text]"))
        seen = PHONE["height"] - where["y"]
        # All of it where the words above it are short; everywhere three lines.
        assert seen >= (where["height"] if language in {"nl", "ar"} else 66), language
        expect(page.locator(".danger-line")).not_to_have_attribute("open", "")
        expect(page.locator(".urgent")).to_have_count(0)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_reference_and_code_stand_under_their_labels_and_no_nought_is_crossed(
    browse: OpenBrowser, language: str
) -> None:
    page = browse(viewport=PHONE)
    page.goto(f"/{language}/vraag/")
    fill_in_question(page, "geld", "Mijn vraag")
    send(page)
    start = (lambda it: it["x"] + it["width"]) if language == "ar" else (lambda it: it["x"])
    for row in some(page.locator(".keep dl > div").all()):
        label, value = box(row.locator("dt")), box(row.locator("bdi"))
        assert value["y"] >= label["y"] + label["height"]
        assert abs(start(value) - start(label)) <= 1
        assert row.locator("bdi").get_attribute("dir") == "ltr"
    page.goto(f"/{language}/vraag/volgen/")
    assert OUR_FACE in page.evaluate("getComputedStyle(document.body).fontFamily")
    for place in (".foot .tel", "input[name=reference]", "input[name=code]"):
        face = page.locator(place).first.evaluate("each => getComputedStyle(each).fontFamily")
        assert OUR_FACE not in face, place
    if language == "ar":
        assert page.locator("input[name=code]").evaluate("each => getComputedStyle(each).textAlign") == "end"


@pytest.mark.parametrize("path", ["/onderwerpen/veilig/", "/zoeken/?q=mijn+man+slaat+mij"])
def test_in_letters_twice_as_large_numbers_and_way_out_stay_in_sight(look: OpenBrowser, path: str) -> None:
    page = look(viewport=PHONE)
    for language, _name in settings.LANGUAGES:
        page.goto(f"/{language}{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        bar = box(page.locator(".reach"))
        assert bar["height"] <= PHONE["height"] / 3, language
        places = page.locator(".reach__numbers a, .reach__exit")
        expect(places).to_have_count(3)
        for place in some(places.all()):
            where = box(place)
            assert where["height"] >= 24
            assert where["y"] + where["height"] <= PHONE["height"]
            assert where["x"] >= 0
            assert where["x"] + where["width"] <= PHONE["width"]
            assert place.evaluate("each => each.scrollWidth <= each.clientWidth + 1"), (language, place)

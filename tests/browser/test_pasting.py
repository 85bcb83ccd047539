"""What is pasted into running text stays apart: tables, lists of a word processor, terms with what they mean."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser, Site
from tests.browser.editor_steps import page_number
from tests.browser.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ITEM = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
    "<span style='mso-list:Ignore'>{}<span>&nbsp; </span></span>{}</p>"
)
PASTED = (
    "<p>Openingstijden</p><table><tr><td><p>maandag</p></td><td><p>09:00</p></td></tr>"
    "<tr><td><p>dinsdag</p></td><td><p>10:00<br>avond</p></td></tr></table>"
    + ITEM.format("·", "paspoort")
    + ITEM.format("·", "brief")
    + ITEM.format("1.", "bel ons")
    + "<h2>Kop</h2><dl><dt>Wmo</dt><dd>een wet</dd></dl>"
    + "<p><a href='https://example.org/'>een site</a></p>"
)
PASTE = """(field, html) => {
    const carried = new DataTransfer();
    carried.setData("text/html", html);
    carried.setData("text/plain", "woorden");
    field.dispatchEvent(new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: carried}));
}"""


def test_cells_items_and_terms_are_pasted_apart(browse: OpenBrowser, site: Site) -> None:
    page = browse()
    sign_in(page, "redacteur")
    page.goto(f"/beheer/pages/add/services/servicepage/{page_number(site, 'Hulp en diensten')}/")
    field = page.locator("[data-contentpath=what] [contenteditable=true]").first
    field.click()
    field.evaluate(PASTE, PASTED)
    blocks = field.locator("[data-block]")
    rows = ["Openingstijden", "maandag – 09:00", "dinsdag – 10:00 avond"]
    expect(blocks).to_have_text([*rows, "paspoort", "brief", "bel ons", "Kop", "Wmo", "een wet", "een site"])
    expect(field.locator("li[data-block]")).to_have_text(["paspoort", "brief", "bel ons"])
    # What can be done with a link is said in Dutch, past the packages' own catalogue.
    field.get_by_role("button", name="een site").click()
    expect(page.locator(".Tooltip__button")).to_have_text(["Bewerk", "Weghalen"])

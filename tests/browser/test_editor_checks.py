"""Beside the preview of a page, an editor reads what is hard for somebody who listens to it or reads slowly."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser, Site
from tests.browser.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# As Draftail keeps what was pasted from a word processor, and two habits of hurried writers.
DRAFT = """
from services.models import ServicePage
page = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")
page.what = {words!r}
page.save_revision(clean=False)
result = page.pk
"""
FAULTS = {
    "Een kop die alleen vet is": "<p><b>Wat wij doen</b></p><p>Wij helpen u.</p>",
    "Een lijst die getypt is": "<p>- een gesprek</p>",
    "De link zegt niet waar hij heen leidt": '<p>Meer weten? <a href="/nl/privacy/">Klik hier</a></p>',
    "Woorden in hoofdletters": "<p>KOM ALTIJD EERST LANGS bij ons.</p>",
}
WELL = (
    "<p>Wij kijken <b>samen</b> naar uw vraag. Op 1 januari zijn wij dicht.</p>"
    '<ul><li>een gesprek</li></ul><p>Lees <a href="/nl/privacy/">hoe wij met uw gegevens omgaan</a>.</p>'
)


SHOUTING = "Woorden in hoofdletters"


@pytest.mark.parametrize(
    ("words", "named"),
    # With the second, the one fault tells that the check was done when the others are not named.
    [("".join(FAULTS.values()), set(FAULTS)), (WELL + FAULTS[SHOUTING], {SHOUTING})],
    ids=["all faults", "one fault among what is well"],
)
def test_the_checks_beside_a_preview_name_what_is_hard(
    site: Site, browse: OpenBrowser, words: str, named: set[str]
) -> None:
    number = site.beside.do(DRAFT.format(words=words))
    page = browse()
    refused: list[str] = []  # what the browser was told not to run in the previewed page
    page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
    sign_in(page, "redacteur")
    page.goto(f"/beheer/pages/{number}/edit/")
    page.locator("[data-side-panel-toggle=checks]").first.click()
    panel = page.locator("[data-checks-panel]")
    expect(panel.get_by_text(SHOUTING, exact=True)).to_have_count(1)
    for name in FAULTS:
        expect(panel.get_by_text(name, exact=True)).to_have_count(1 if name in named else 0)
    assert refused == []

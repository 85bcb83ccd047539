"""What helps who reads: a voice of the device itself, hard words, messages, and the vote."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser, Site, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SERVICE = "/diensten/jeugdhulp/"
# Stands in for the browser's own speech: says at once what it is given, or waits for `heard.next()`.
SPEECH = """
window.heard = {said: [], cancelled: 0, turn: null, next() { this.turn && this.turn.onend(); }};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => VOICES,
  addEventListener() {},
  cancel() { heard.cancelled += 1; heard.turn = null; },
  speak(turn) {
    heard.said.push({text: turn.text, lang: turn.lang, local: turn.voice.localService});
    heard.turn = turn;
  },
}});
"""
LOCAL_DUTCH = '{lang: "nl-NL", localService: true}'
LOCAL_ARABIC = '{lang: "ar_EG", localService: true}'
REMOTE_DUTCH = '{lang: "nl-NL", localService: false}'


def listener(browse: OpenBrowser, path: str, *voices: str) -> Page:
    page = browse()
    page.add_init_script(SPEECH.replace("VOICES", f"[{', '.join(voices)}]"))
    page.goto(path)
    return page


@pytest.mark.parametrize("voices", [(), (REMOTE_DUTCH,), (LOCAL_ARABIC,)])
def test_without_a_voice_on_the_device_for_these_words_there_is_no_button(
    browse: OpenBrowser, voices: tuple[str, ...]
) -> None:
    page = listener(browse, f"/nl{SERVICE}", *voices)
    expect(page.locator("[data-vote]")).to_be_visible()
    expect(page.locator("[data-aloud]")).to_be_hidden()


def test_the_main_text_is_read_in_order_by_the_local_voice_with_pause_and_stop(browse: OpenBrowser) -> None:
    page = listener(browse, f"/nl{SERVICE}", REMOTE_DUTCH, LOCAL_DUTCH)
    play, stop = page.locator("[data-aloud-play]"), page.locator("[data-aloud-stop]")
    expect(stop).to_be_hidden()
    play.click()
    first = page.locator("h1").inner_text()
    assert page.evaluate("heard.said") == [{"text": first, "lang": "nl-NL", "local": True}]
    page.evaluate("heard.next()")
    second = page.evaluate("heard.said[1].text")
    assert second in page.locator("main").inner_text()
    play.click()
    assert page.evaluate("heard.turn") is None
    play.click()
    assert page.evaluate("heard.said[2].text") == second
    stop.click()
    expect(play).to_be_focused()
    expect(stop).to_be_hidden()
    play.click()
    assert page.evaluate("heard.said[3].text") == first


def test_everything_is_read_to_the_end_but_no_menu_and_no_button(browse: OpenBrowser) -> None:
    page = listener(browse, f"/nl{SERVICE}", LOCAL_DUTCH)
    page.locator("[data-aloud-play]").click()
    page.evaluate("for (let turn = 0; turn < 500 && heard.turn; turn += 1) heard.next()")
    said = " ".join(page.evaluate("heard.said.map((each) => each.text)"))
    assert page.locator(".source").inner_text().split("\n")[0] in said
    for unread in (".utrecht-breadcrumb-nav", "[data-vote] h2", ".aside h2"):
        assert page.locator(unread).first.inner_text() not in said
    expect(page.locator("[data-aloud-stop]")).to_be_hidden()


def test_each_piece_is_read_in_its_own_language_where_the_device_can(browse: OpenBrowser) -> None:
    page = listener(browse, "/ar/wijkteams/midden/", LOCAL_DUTCH, LOCAL_ARABIC)
    page.locator("[data-aloud-play]").click()
    page.evaluate("for (let turn = 0; turn < 500 && heard.turn; turn += 1) heard.next()")
    assert set(page.evaluate("heard.said.map((each) => each.lang)")) == {"nl-NL", "ar_EG"}


def test_a_page_in_dutch_for_another_reader_is_read_by_a_dutch_voice(browse: OpenBrowser) -> None:
    page = listener(browse, f"/tr{SERVICE}", LOCAL_DUTCH)
    page.locator("[data-aloud-play]").click()
    assert page.evaluate("heard.said[0].lang") == "nl-NL"


def test_a_hard_word_leads_to_its_meaning_and_back_without_a_script(browse: OpenBrowser) -> None:
    page = browse(java_script_enabled=False)
    page.goto("/nl/diensten/ondersteuningsplan/")
    word = page.locator("a.hard-word").first
    name = (word.get_attribute("href") or "").removeprefix("#word-")
    word.click()
    expect(page.locator(f"#word-{name}")).to_be_in_viewport()
    page.locator(f'a[href="#at-{name}"]').click()
    expect(word).to_be_in_viewport()
    page.goto("/nl/moeilijke-woorden/")
    expect(page.locator(f"#word-{name}")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_vote_with_words_arrives_with_and_without_a_script(browse: OpenBrowser, script: bool) -> None:
    page = browse(java_script_enabled=script, viewport={"width": 360, "height": 780})
    page.goto("/en/diensten/meedoen/")
    page.locator("[data-vote] button[value=nee]").click()
    field = page.locator("[data-vote] textarea")
    expect(field).to_be_visible()
    assert page.url.endswith("/diensten/meedoen/") == script
    if script:
        expect(page.locator("#helpful")).to_be_focused()
    assert_accessible(page) if script else None
    field.fill("The price is missing")
    page.locator("[data-vote] form button").click()
    expect(page.locator("[data-vote]")).to_contain_text("make the page better")
    assert page.context.cookies() == []


def test_a_message_stands_above_the_page_where_it_belongs(browse: OpenBrowser, site: Site) -> None:
    code = (
        "from home.models import AlertBanner; from wagtail.models import Locale;"
        'AlertBanner.objects.create(locale=Locale.objects.get(language_code="nl"), heading="Wij zijn vandaag dicht",'
        'text="Bel {fact:noodnummer} als er gevaar is.", severity="urgent", path="/wijkteams/",'
        'link="/nl/vraag/", link_text="Stel uw vraag")'
    )
    site.publish(code)
    page = browse(viewport={"width": 360, "height": 780})
    page.goto("/nl/wijkteams/noord/")
    message = page.locator(".alert--urgent")
    expect(message).to_be_visible()
    expect(message.locator('a[href="tel:112"]')).to_be_visible()
    assert_accessible(page)
    page.goto("/ar/wijkteams/noord/")
    expect(page.locator(".alert--urgent strong [lang=nl]")).to_have_text("Wij zijn vandaag dicht")
    page.goto("/nl/diensten/")
    expect(message).to_be_hidden()


def test_what_a_machine_translated_names_the_way_to_ask_once_on_a_phone(
    look: OpenBrowser,
) -> None:
    page = look(viewport={"width": 360, "height": 640})
    ask = ".language-notice a[href='/en/vraag/']"
    page.goto("/en/")
    expect(page.locator(".language-notice a").first).to_be_visible()
    expect(page.locator(ask)).to_be_hidden()
    expect(page.locator("main .utrecht-button--primary-action").first).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(ask)).to_be_visible()

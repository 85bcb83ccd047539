"""A chat between two browsers, with scripts and without, and what the screens are like for who cannot see them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenBrowser, Site, assert_accessible
from tests.browser.steps import kept, press, send, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PHONE = {"width": 360, "height": 780}
WORDS = {
    "nl": ("Is het spreekuur morgen open?", "Ja, vanaf negen uur.", "En waar moet ik dan zijn?"),
    "ar": ("هل ساعة الاستشارة مفتوحة غدًا؟", "نعم، من الساعة التاسعة.", "وإلى أين أذهب؟"),
}


def begin(page: Page, language: str, text: str) -> str:
    """Starts a chat; gives its reference."""
    page.goto(f"/{language}/chat/")
    page.select_option("select[name=theme]", "geld")
    page.fill("textarea[name=text]", text)
    send(page)
    return kept(page).reference


def take(desk: Page, reference: str) -> Locator:
    """The colleague claims the chat; its column."""
    desk.locator(".chats-new li", has_text=reference).locator("button").click()
    column = desk.locator(".chat-column", has_text=reference)
    expect(column).to_be_visible()
    return column


def answer(column: Locator, text: str) -> None:
    """Sends a message in this column."""
    column.locator("textarea").fill(text)
    column.locator("input[value=answered]").check()
    column.locator("form[action$='/antwoord/'] button:not([name])").click()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_message_appears_at_the_other_side_without_loading_the_page_again(browse: OpenBrowser, language: str) -> None:
    question, reply, more = WORDS[language]
    desk = browse()
    sign_in(desk, "medewerker")
    desk.goto("/beheer/vragen/chats/")

    resident = browse(viewport=PHONE)
    reference = begin(resident, language, question)
    assert_accessible(resident)
    expect(resident).to_have_url(re.compile(f"/{language}/gesprek/$"))
    resident.evaluate("window.same = true")

    # The desk was open already and finds the chat by itself.
    column = take(desk, reference)
    assert_accessible(desk)
    expect(column).to_contain_text(question)

    # While she types, the answer comes in, and her words stay.
    resident.fill("textarea[name=text]", more)
    answer(column, reply)
    expect(resident.locator(".log")).to_contain_text(reply)
    expect(resident.locator("textarea[name=text]")).to_have_value(more)
    expect(resident.locator("textarea[name=text]")).to_be_focused()
    # The card with the code makes room, and is not lost.
    expect(resident.locator(".keep")).to_be_hidden()
    resident.locator("#kept > summary").click()
    expect(resident.locator(".keep dd")).to_have_count(3)
    expect(resident.locator(".keep")).to_be_visible()
    resident.locator("textarea[name=text]").focus()
    # The resident's page has told that it has the answer.
    expect(column.locator(".log__state")).not_to_be_empty()

    column.locator("textarea").fill("Nog niet verstuurd")
    press(resident)
    expect(resident.locator(".log li.me")).to_have_count(2)
    expect(resident.locator("textarea[name=text]")).to_have_value("")
    expect(column.locator(".log")).to_contain_text(more)
    expect(column.locator("textarea")).to_have_value("Nog niet verstuurd")
    assert resident.evaluate("window.same") is True
    assert_accessible(resident)
    assert_accessible(desk)


def test_several_chats_stand_beside_each_other_and_an_answer_in_one_keeps_the_words_in_the_other(
    browse: OpenBrowser,
) -> None:
    desk, one, two = browse(), browse(viewport=PHONE), browse(viewport=PHONE)
    first, second = begin(one, "nl", "De eerste vraag"), begin(two, "nl", "De tweede vraag")
    sign_in(desk, "medewerker")
    desk.goto("/beheer/vragen/chats/")
    left = take(desk, first)
    left.locator("textarea").fill("Een begin van een antwoord")
    right = take(desk, second)
    right.locator("form[action$='/moment/'] button").click()
    expect(two.locator(".log li.them")).to_have_count(1)
    answer(right, "Het tweede antwoord")
    expect(two.locator(".log")).to_contain_text("Het tweede antwoord")
    # Ctrl and Enter send what is typed, and press no other button of the form.
    right.locator("textarea").fill("Nog een antwoord")
    right.locator("textarea").press("Control+Enter")
    expect(two.locator(".log")).to_contain_text("Nog een antwoord")
    expect(right.locator("details[open]")).to_have_count(0)
    expect(one.locator(".log li.them")).to_have_count(0)
    expect(left.locator("textarea")).to_have_value("Een begin van een antwoord")


def test_without_scripts_the_chat_works_by_loading_the_page_again(browse: OpenBrowser) -> None:
    desk = browse(java_script_enabled=False)
    resident = browse(java_script_enabled=False, viewport=PHONE)
    reference = begin(resident, "nl", "Zonder script")
    sign_in(desk, "medewerker")
    desk.goto("/beheer/vragen/chats/")
    answer(take(desk, reference), "Ook zonder script")
    resident.locator("a[href='/nl/gesprek/']").first.click()
    expect(resident.locator(".log")).to_contain_text("Ook zonder script")
    resident.fill("textarea[name=text]", "Dank u")
    send(resident)
    expect(resident.locator(".log")).to_contain_text("Dank u")
    desk.goto("/beheer/vragen/chats/")
    expect(desk.locator(".chat-column", has_text=reference)).to_contain_text("Dank u")


def test_words_sent_without_a_connection_stay_and_arrive_once_when_it_is_back(browse: OpenBrowser) -> None:
    resident = browse(viewport=PHONE)
    begin(resident, "nl", "Valt de trein weg?")
    expect(resident).to_have_url(re.compile("/gesprek/$"))
    resident.context.set_offline(True)
    resident.fill("textarea[name=text]", "In de tunnel")
    press(resident)
    expect(resident.locator(".unsent")).not_to_be_empty()
    expect(resident.locator("textarea[name=text]")).to_have_value("In de tunnel")
    resident.context.set_offline(False)
    expect(resident.locator(".log li", has_text="In de tunnel")).to_have_count(1)
    expect(resident.locator(".unsent")).to_be_empty()
    resident.reload()
    expect(resident.locator(".log li", has_text="In de tunnel")).to_have_count(1)


def test_a_chat_in_which_nothing_happens_costs_no_words(browse: OpenBrowser) -> None:
    resident = browse(viewport=PHONE)
    begin(resident, "nl", "Gebeurt er iets?")
    with resident.expect_response(lambda reply: "?na=" in reply.url and reply.status == 304):
        pass
    expect(resident.locator(".unsent")).to_be_empty()


def test_an_answer_sent_without_a_connection_arrives_once_when_it_is_back(browse: OpenBrowser) -> None:
    desk, resident = browse(), browse(viewport=PHONE)
    reference = begin(resident, "nl", "Komt het antwoord aan?")
    sign_in(desk, "medewerker")
    desk.goto("/beheer/vragen/chats/")
    column = take(desk, reference)
    desk.context.set_offline(True)
    answer(column, "Na de storing")
    expect(column.locator("[data-unsent]")).not_to_be_empty()
    expect(column.locator("textarea")).to_have_value("Na de storing")
    desk.context.set_offline(False)
    expect(column.locator(".log li", has_text="Na de storing")).to_have_count(1)
    expect(column.locator("textarea")).to_have_value("")
    expect(resident.locator(".log li", has_text="Na de storing")).to_have_count(1)


@pytest.fixture
def closed(site: Site) -> Iterator[None]:
    """The chat is closed, for as long as this test lasts."""
    site.open_chat(False)
    yield
    site.open_chat()


def test_a_closed_chat_takes_the_same_words_as_a_question(browse: OpenBrowser, closed: None) -> None:
    for language in ("nl", "ar"):
        resident = browse(viewport=PHONE)
        resident.goto(f"/{language}/chat/")
        assert_accessible(resident)
        begin(resident, language, WORDS[language][0])
        expect(resident.locator(".done")).to_be_visible()
        expect(resident).to_have_url(re.compile(f"/{language}/chat/$"))

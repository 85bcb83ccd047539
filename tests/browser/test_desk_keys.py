"""Keys of the desk (static/js/desk-keys.js): by attributes alone, never while somebody types, and they can be off."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
SCRIPT = settings.HOUSE / "static" / "js" / "desk-keys.js"
PAGE = """<!doctype html><title>Keys</title><body>
<h1 id="header-title">Questions</h1>
<button data-keys-open hidden>Keys</button><p data-keys-none>Without</p>
<form id="look"><label>Search <input type="search" id="q" data-key="/"></label></form>
<details id="more"><summary data-key="f">Filter</summary><label>Theme <input id="theme" data-key="t"></label></details>
<a href="#queue" data-key="g q" data-key-says="To the queue">Queue</a>
<ol data-key-list>
  <li><a id="one" href="#one" data-key-item>One</a> <button value="1" data-key="n">Claim <kbd>n</kbd></button></li>
  <li><a id="two" href="#two" data-key-item>Two</a> <button value="2" data-key="n">Claim <kbd>n</kbd></button></li>
</ol>
<form id="a"><textarea id="text-a"></textarea><button value="a" data-key="Ctrl+Enter">Send</button></form>
<form id="b"><textarea id="text-b"></textarea><button value="b" data-key="Ctrl+Enter">Send</button></form>
<form id="c"><input id="text-c"><button type="button" value="no">Show</button><button value="c">Keep</button></form>
<form id="d"><input id="text-d"></form>
<details id="ways"><summary data-key="i">Where</summary><input type="radio" name="where" id="self">
<input type="radio" name="where" id="team" checked></details>
<details id="way"><summary data-key="m">Merge</summary><a id="choose" href="#choose">The other</a></details>
<button value="off" data-key="x" disabled>Never</button>
<dialog data-keys-dialog><dl data-keys-list data-next="Next" data-previous="Previous" data-open="Open" data-help="Help">
</dl><label><input type="checkbox" data-keys-letters> Letters</label><form method="dialog"><button>Close</button></form>
</dialog></body>"""
SETUP = """
window.pressed = [];
document.addEventListener("submit", (event) => event.target.method === "dialog" || event.preventDefault());
document.addEventListener("click", (event) => event.target.value > "" && pressed.push(event.target.value));
addEventListener("keydown", () => (window.reached = (window.reached || 0) + 1));
"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto("http://keys.test/")
    page.add_script_tag(content=SCRIPT.read_text())
    page.evaluate(SETUP)
    yield page
    context.close()


def pressed(page: Page, *keys: str) -> list[str]:
    """What was pressed on the page by these keys."""
    page.evaluate("pressed.length = 0")
    for key in keys:
        page.keyboard.press(key)
    return page.evaluate("pressed")  # type: ignore[no-any-return]


def focus(page: Page) -> str:
    return page.evaluate("document.activeElement.id")  # type: ignore[no-any-return]


def test_they_move_through_the_list_and_press_what_belongs_to_the_item_with_the_focus(page: Page) -> None:
    # Nothing is claimed that nobody chose.
    assert pressed(page, "n") == []
    moves = []
    for key in ("j", "j", "j", "k", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        moves.append(focus(page))
    assert moves == ["one", "two", "two", "one", "two", "one"]
    assert pressed(page, "j", "n") == ["2"]
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.url.endswith("#one")


def test_a_page_begins_at_its_title_and_the_arrows_lead_from_there_into_the_list(page: Page) -> None:
    assert focus(page) == "header-title"
    page.keyboard.press("ArrowUp")
    assert focus(page) == "one"


def test_an_address_that_leads_to_a_part_leads_to_what_can_be_written_there(page: Page) -> None:
    page.route(
        "**/begins*",
        lambda route: route.fulfill(body=f"{PAGE}<script>{SCRIPT.read_text()}</script>", content_type="text/html"),
    )
    page.goto("http://keys.test/begins#b")
    expect(page.locator("#text-b")).to_be_focused()
    page.goto("http://keys.test/begins?#two")
    assert focus(page) != "header-title"


def test_one_key_after_the_other_is_another_key_and_details_open(page: Page) -> None:
    page.keyboard.press("g")
    page.keyboard.press("q")
    assert page.url.endswith("#queue")
    page.keyboard.press("t")
    assert focus(page) == "theme"
    assert page.locator("#more").get_attribute("open") is not None
    page.keyboard.type("jtfn/?")
    expect(page.locator("#theme")).to_have_value("jtfn/?")
    page.focus("#one")
    page.keyboard.press("m")
    assert focus(page) == "choose"
    expect(page.locator("dialog")).to_be_hidden()


def test_control_and_enter_send_the_form_with_the_focus_and_no_letter_works_in_a_field(page: Page) -> None:
    page.focus("#text-b")
    assert pressed(page, "n", "g", "q", "x") == []
    assert pressed(page, "Control+Enter") == ["b"]
    page.focus("#text-a")
    assert pressed(page, "Control+Enter") == ["a"]
    # A form whose button has no key is sent itself, never another one.
    page.focus("#text-c")
    assert pressed(page, "Control+Enter") == ["c"]
    page.focus("#text-d")
    assert pressed(page, "Control+Enter") == []
    # Nothing is sent by somebody who stands outside every form, on the summary of a panel for example.
    page.focus("#more summary")
    assert pressed(page, "Control+Enter") == []
    expect(page.locator("#text-b")).to_have_value("ngqx")
    page.focus("#one")
    assert pressed(page, "x") == []


def test_the_list_behind_the_question_mark_is_what_is_on_the_page_and_lists_each_key_once(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.locator("dialog")
    expect(dialog).to_be_visible()
    rows = ["j ↓ Next", "k ↑ Previous", "Enter Open", "/ Search", "f Filter", "t Theme", "g q To the queue", "n Claim"]
    told = [" ".join(row.split()) for row in dialog.locator("dl > div").all_inner_texts()]
    assert told == [*rows, "Ctrl Enter Send", "i Where", "m Merge", "? Help"]
    # While it is open nothing behind it is pressed.
    assert pressed(page, "j", "n") == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("[data-keys-none]")).to_have_count(0)


def test_letters_can_be_switched_off_and_stay_off_and_the_rest_goes_on(page: Page) -> None:
    assert page.locator("button[value='1']").get_attribute("aria-keyshortcuts") == "n"
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Letters").uncheck()
    page.get_by_role("button", name="Close").click()
    page.focus("#one")
    assert pressed(page, "n", "j", "?") == []
    assert focus(page) == "one"
    assert page.locator("button[value='1']").get_attribute("aria-keyshortcuts") is None
    assert page.locator("button[value='a']").get_attribute("aria-keyshortcuts") == "Control+Enter"
    page.keyboard.press("ArrowDown")
    assert focus(page) == "two"
    page.reload()
    page.add_script_tag(content=SCRIPT.read_text())
    page.evaluate(SETUP)
    page.focus("#one")
    page.evaluate("window.reached = 0")
    assert pressed(page, "n", "?", "/", "[", "]") == []
    # The admin has keys of its own behind these four letters; whoever switched letters off wants none of them.
    assert page.evaluate("window.reached") == 1
    expect(page.locator("dialog")).to_be_hidden()


def test_what_is_done_here_the_admin_does_not_do_as_well(page: Page) -> None:
    page.evaluate("window.reached = 0")
    page.keyboard.press("/")
    assert page.evaluate("window.reached") == 0
    assert focus(page) == "q"


def test_a_panel_with_a_choice_begins_at_what_is_chosen(page: Page) -> None:
    page.keyboard.press("i")
    assert focus(page) == "team"
    page.keyboard.press("Space")
    expect(page.locator("#team")).to_be_checked()

"""The queue on a screen that stays open (static/js/desk-queue.js): it never moves under the focus."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
SCRIPTS = [settings.HOUSE / "static" / "js" / name for name in ("poll.js", "desk-queue.js")]


def item(number: int, waits: str) -> str:
    return (
        f'<li data-question="{number}"><p class="queue-wait">{waits}</p>'
        f'<a href="#{number}" id="a{number}" data-key-item>Question {number}</a></li>'
    )


def parts(*items: str) -> str:
    return f'<div data-live="title">{len(items)} to do</div><div data-live="list"><ol>{"".join(items)}</ol></div>'


PAGE = f"""<!doctype html><title>Queue</title><h1 data-live="title">2 to do</h1>
<p role="status" data-news data-one="1 new question" data-many="# new questions" data-other="Changed"></p>
<button data-show hidden>Show</button><section data-live="list" data-queue="/lijst/?x"><ol>{item(1, "5 min")}
{item(2, "3 min")}</ol></section>"""


@pytest.fixture
def answers() -> list[str]:
    return [parts(item(1, "5 min"), item(2, "3 min"))]


@pytest.fixture
def page(chromium: Browser, answers: list[str]) -> Iterator[Page]:
    def serve(route: Route) -> None:
        body = answers[-1] if "/lijst/" in route.request.url else PAGE
        route.fulfill(body=body, content_type="text/html")

    context = chromium.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.route("**/*", serve)
    page.goto("http://queue.test/")
    page.clock.pause_at(1000)
    for script in SCRIPTS:
        page.add_script_tag(content=script.read_text())
    yield page
    context.close()


def test_while_the_list_has_the_focus_it_stays_in_place_and_says_what_is_new(page: Page, answers: list[str]) -> None:
    page.focus("#a1")
    answers.append(parts(item(3, "9 min"), item(4, "8 min"), item(1, "6 min")))
    page.clock.run_for(21_000)
    expect(page.locator("[data-news]")).to_have_text("2 new questions")
    expect(page.locator("[data-live=list] li")).to_have_count(2)
    expect(page.locator("h1")).to_have_text("3 to do")
    expect(page.locator("[data-question='1'] .queue-wait")).to_have_text("6 min")
    assert page.evaluate("document.activeElement.id") == "a1"
    expect(page.locator("[data-question='2']")).to_have_class("queue-item--gone")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("[data-live=list] li")).to_have_count(3)
    assert page.evaluate("document.activeElement.id") == "a3"
    expect(page.locator("[data-news]")).to_have_text("")


def test_when_nobody_is_in_it_the_list_is_put_in_by_itself_and_told(page: Page, answers: list[str]) -> None:
    answers.append(parts(item(1, "5 min"), item(2, "3 min"), item(5, "0 min")))
    page.clock.run_for(21_000)
    expect(page.locator("[data-live=list] li")).to_have_count(3)
    expect(page.locator("[data-news]")).to_have_text("1 new question")
    expect(page.get_by_role("button", name="Show")).to_be_hidden()

"""Asking again and sending again (static/js/poll.js), on a clock that the test moves and against a server made up."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
SCRIPT = settings.HOUSE / "static" / "js" / "poll.js"
PAGE = """<!doctype html><title>Poll</title><div id="part"></div><output></output>
<form action="/send" method="post"><textarea name="text">words</textarea></form>"""
# What is asked or sent, each with the seconds since the page was there; what answers stands in `window.answers`.
SETUP = """
window.asked = []; window.told = []; window.taken = [];
const begun = Date.now(), part = document.getElementById("part");
window.note = () => asked.push(Math.round((Date.now() - begun) / 100) / 10);
window.askPart = () => {
  note();
  return polling.refresh(part, "/part", (body, status) => {
    taken.push([body.textContent.trim(), status]);
    return want;
  });
};
window.want = "later";
window.tell = (fails) => document.querySelector("output").append(`${told.push(fails) && fails} `);
window.sendForm = () => polling.deliver(document.forms[0], {}, tell);
document.forms[0].addEventListener("submit", (event) => event.preventDefault());
"""


@dataclass
class Server:
    """Answers what the test says, and remembers what it was asked: the ETag that was sent, or what was posted."""

    answers: list[dict[str, object] | None] = field(default_factory=list)
    """What comes next, None for no connection; the last one stays."""
    asked: list[str] = field(default_factory=list)

    def __call__(self, route: Route) -> None:
        request = route.request
        if request.url.endswith("/"):
            return route.fulfill(body=PAGE, content_type="text/html")
        self.asked.append(request.post_data or request.headers.get("if-none-match", ""))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return route.abort() if answer is None else route.fulfill(**answer)  # type: ignore[arg-type]


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    """A page with the script, on a clock that stands still."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.route("**/*", server)
    page.goto("http://poll.test/")
    page.clock.pause_at(1000)
    page.add_script_tag(content=SCRIPT.read_text())
    page.evaluate(SETUP)
    yield page
    context.close()


def let(page: Page, seconds: int) -> list[float]:
    """Lets these seconds go by, half a second at a time; the moments at which was asked."""
    for _step in range(seconds * 2):
        page.clock.run_for(500)
    return page.evaluate("asked")  # type: ignore[no-any-return]


def gaps(moments: list[float]) -> list[float]:
    """The seconds between each moment and the next."""
    return [later - earlier for earlier, later in itertools.pairwise(moments)]


def test_it_asks_every_three_seconds_and_every_twenty_out_of_sight(page: Page) -> None:
    page.evaluate("void polling.poll(async () => note())")
    assert let(page, 10) == [0, 3, 6, 9]
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    assert let(page, 43) == [0, 3, 6, 9, 12, 32, 52]
    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))")
    assert let(page, 4)[7:] == [53, 56]


def test_it_asks_less_and_less_while_nobody_answers_and_as_before_after_an_answer(page: Page) -> None:
    page.evaluate("window.down = true; void polling.poll(async () => { note(); if (down) throw 0; }, tell)")
    assert gaps(let(page, 210)) == [5, 7, 11, 19, 35, 63, 63]
    page.evaluate("window.down = false")
    assert gaps(let(page, 70)[-4:]) == [3, 3, 3]
    told = page.evaluate("told")
    assert told[:9] == [1, 2, 3, 4, 5, 6, 7, 8, 0]
    assert set(told[8:]) == {0}


def test_it_asks_at_once_when_the_connection_is_back(page: Page) -> None:
    page.evaluate("void polling.poll(async () => { note(); throw 0; })")
    assert let(page, 30) == [0, 5, 12, 23]
    page.evaluate("dispatchEvent(new Event('online'))")
    assert let(page, 1)[4:] == [30]


def test_it_asks_at_once_again_or_no_more_as_the_answer_says(page: Page) -> None:
    page.evaluate(
        """const said = ['again', 'again', 'later', 'stop'];
        void polling.poll(async () => { note(); return said.shift(); })"""
    )
    assert let(page, 200) == [0, 0, 0, 3]
    page.evaluate("dispatchEvent(new Event('online'))")
    assert len(let(page, 70)) == 4


def test_who_knows_of_news_makes_it_ask_now_and_never_twice_at_the_same_time(page: Page) -> None:
    page.evaluate("""window.news = polling.poll(async () => {
        note(); window.inside = (window.inside || 0) + 1; window.most = Math.max(window.most || 0, inside);
        await new Promise((resolve) => setTimeout(resolve, 2000)); window.inside -= 1; }); null""")
    let(page, 1)
    page.evaluate("news(); news()")
    assert let(page, 9) == [0, 2, 7]
    page.evaluate("news()")
    assert let(page, 1)[3:] == [10]
    assert page.evaluate("most") == 1


def test_what_did_not_change_is_not_taken_again(page: Page, server: Server) -> None:
    fresh = {"body": "<p>One</p>", "content_type": "text/html", "headers": {"ETag": '"1"'}}
    server.answers = [fresh, {"status": 304}, {"body": "<p>Two</p>", "headers": {"ETag": '"2"'}}, {"status": 304}]
    for _time in range(4):
        page.evaluate("askPart()")
    assert page.evaluate("taken") == [["One", 200], ["Two", 200]]
    assert server.asked == ["", '"1"', '"1"', '"2"']


def test_what_was_not_wanted_is_fetched_again(page: Page, server: Server) -> None:
    server.answers = [{"body": "<p>One</p>", "headers": {"ETag": '"1"'}}]
    page.evaluate("window.want = false; askPart()")
    page.evaluate("window.want = true; askPart()")
    page.evaluate("askPart()")
    assert server.asked == ["", "", '"1"']


@pytest.mark.parametrize("answer", [None, {"status": 500}, {"status": 404}], ids=["no connection", "500", "404"])
def test_no_answer_is_a_failure_and_a_refusal_is_an_answer(
    page: Page, server: Server, answer: dict[str, object] | None
) -> None:
    server.answers = [answer, {"status": 403, "body": "<p>Closed</p>"}]
    assert page.evaluate("askPart().then(() => 'answered', () => 'failed')") == "failed"
    assert page.evaluate("askPart().then(() => 'answered', () => 'failed')") == "answered"
    assert page.evaluate("taken") == [["Closed", 403]]


def test_words_are_sent_until_the_server_has_them(page: Page, server: Server) -> None:
    server.answers = [None, {"status": 503}, None, {"body": "<p>Thanks</p>"}]
    page.evaluate(
        "window.busy = null; void (window.sent = sendForm().then(({reply, news}) => [reply.status, news.textContent]))"
    )
    expect(page.locator("output")).to_have_text("1")
    page.evaluate("document.forms[0].text.value = 'better words'")
    for fails, seconds in enumerate((2, 4, 8), start=1):
        assert page.evaluate("document.forms[0].text.readOnly") is False
        page.clock.run_for(seconds * 1000 - 100)
        assert len(server.asked) == fails
        page.clock.run_for(100)
        expect(page.locator("output")).to_have_text(["1 2", "1 2 3", "1 2 3 0"][fails - 1])
    assert page.evaluate("sent") == [200, "Thanks"]
    assert page.evaluate("told") == [1, 2, 3, 0]
    assert server.asked == ["text=words", *["text=better+words"] * 3]


def test_pressing_once_more_tries_at_once_and_sends_nothing_twice(page: Page, server: Server) -> None:
    server.answers = [None, {"body": "<p>Thanks</p>"}]
    page.evaluate("void (window.sent = sendForm().then(({reply}) => reply.status))")
    expect(page.locator("output")).to_have_text("1")
    assert page.evaluate("sendForm()") is None
    assert page.evaluate("sent") == 200
    assert len(server.asked) == 2

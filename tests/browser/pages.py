"""Every type of page that a resident or a colleague meets, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.steps import fill_in_question, send, sign_in


def _nothing(page: Page) -> None:
    """The page as it opens."""


def _empty_form(page: Page) -> None:
    send(page)


def _asked(page: Page) -> None:
    fill_in_question(page, "geld", "Een vraag om naar te kijken")
    send(page)


def _conversation(page: Page) -> None:
    _asked(page)
    page.goto(page.url.replace("/vraag/", "/gesprek/"))


def _open_question(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".queue-item form button, .queue-item a.button").first.click()


@dataclass(frozen=True)
class Kind:
    """A type of page: its path (after the language, or from the root for staff), and a step to take there."""

    name: str
    path: str
    then: Callable[[Page], None] = _nothing
    staff: str = ""

    def open(self, page: Page, language: str) -> None:
        """Goes there, signed in when that is needed."""
        if self.staff:
            sign_in(page, self.staff)
            page.goto(self.path)
        else:
            page.goto(f"/{language}{self.path}")
        self.then(page)


RESIDENT = [
    Kind("home", "/"),
    Kind("index", "/diensten/"),
    Kind("theme", "/onderwerpen/geld/"),
    Kind("sensitive theme", "/onderwerpen/veilig/"),
    Kind("service", "/diensten/jeugdhulp/"),
    Kind("location", "/wijkteams/midden/"),
    Kind("content", "/privacy/"),
    Kind("ask", "/vraag/"),
    Kind("ask with errors", "/vraag/", _empty_form),
    Kind("confirmation", "/vraag/", _asked),
    Kind("conversation", "/vraag/", _conversation),
    Kind("no conversation", "/gesprek/"),
    Kind("chat", "/chat/"),
    Kind("follow", "/vraag/volgen/"),
    Kind("follow with errors", "/vraag/volgen/", _empty_form),
    Kind("search", "/zoeken/?q=schuld"),
    Kind("search without result", "/zoeken/?q=xyzzy"),
    Kind("finder", "/wie-helpt/"),
    Kind("finder, a question", "/wie-helpt/geld/"),
    Kind("figures", "/bereikbaarheid/"),
    Kind("not found", "/bestaat-niet/"),
]
STAFF = [
    Kind("sign in", "/beheer/login/"),
    Kind("start", "/beheer/", staff="redacteur"),
    Kind("queue", "/beheer/vragen/", staff="medewerker"),
    Kind("question", "/beheer/vragen/", _open_question, staff="medewerker"),
    Kind("chats", "/beheer/vragen/chats/", staff="medewerker"),
    Kind("report", "/beheer/bereikbaarheid/", staff="teamleider"),
    Kind("theme monitor", "/beheer/themas/", staff="teamleider"),
]

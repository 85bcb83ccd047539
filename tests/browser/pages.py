"""Every type of page that a resident or a colleague meets, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.steps import fill_in_question, send, sign_in, turn


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


def _asks_to_talk(page: Page) -> None:
    page.check("input[name=answer_by][value=talk]")
    page.check("input[name=talk_place][value=office]")
    page.locator("form.ask details.more summary").click()
    page.fill("input[name=postcode]", "0000")
    send(page)


def _to_solve(page: Page) -> None:
    _asked(page)
    page.goto(page.url.replace("/vraag/", "/gesprek/opgelost/"))


def _solved(page: Page) -> None:
    _to_solve(page)
    send(page)


def _to_erase(page: Page) -> None:
    _asked(page)
    page.goto(page.url.replace("/vraag/", "/gesprek/wissen/"))


def _erased(page: Page) -> None:
    _to_erase(page)
    send(page)


def _voted(page: Page) -> None:
    page.click("[data-vote] button[value=nee]")
    page.wait_for_selector("[data-vote] textarea")


def _chose_nothing(page: Page) -> None:
    turn(page, ".check .utrecht-button--primary-action")


def _began_check(page: Page) -> None:
    turn(page, ".check-way button")


def _ended_check(page: Page) -> None:
    _began_check(page)
    page.check("input[name=answer][value='24-']")
    turn(page, "button[value=next]")


def _merge(page: Page) -> None:
    _open_question(page)
    page.goto(f"{page.url.rstrip('/')}/samenvoegen/")


def _open_question(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".queue-item button, .queue-item a.button").first.click()


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
        page.goto(self.path if self.path.startswith("/beheer/") else f"/{language}{self.path}")
        self.then(page)


RESIDENT = [
    Kind("home", "/"),
    Kind("index", "/diensten/"),
    Kind("theme", "/onderwerpen/geld/"),
    Kind("sensitive theme", "/onderwerpen/veilig/"),
    Kind("service", "/diensten/jeugdhulp/"),
    Kind("location", "/wijkteams/midden/"),
    Kind("guide", "/zelf-regelen/geldzaken-op-orde/"),
    Kind("part of a guide", "/zelf-regelen/geldzaken-op-orde/overzicht-maken/"),
    Kind("question often asked", "/veelgestelde-vragen/zorgen-om-een-ander/"),
    Kind("content", "/privacy/"),
    Kind("directory", "/organisaties/"),
    Kind("directory, chosen", "/organisaties/?thema=kind&stadsdeel=noord&postcode=8021"),
    Kind("directory, nothing found", "/organisaties/?thema=veilig&q=xyzzy"),
    Kind("organisation", "/organisaties/sociaal-raadslieden/"),
    Kind("ask", "/vraag/"),
    Kind("ask with errors", "/vraag/", _empty_form),
    Kind("worry", "/vraag/zorg/"),
    Kind("worry with errors", "/vraag/zorg/", _empty_form),
    Kind("confirmation", "/vraag/", _asked),
    Kind("conversation", "/vraag/", _conversation),
    Kind("ask to talk, with errors", "/vraag/", _asks_to_talk),
    Kind("is it solved?", "/vraag/", _to_solve),
    Kind("solved", "/vraag/", _solved),
    Kind("what erasing does", "/vraag/", _to_erase),
    Kind("erased", "/vraag/", _erased),
    Kind("no conversation", "/gesprek/"),
    Kind("chat", "/chat/"),
    Kind("follow", "/vraag/volgen/"),
    Kind("follow with errors", "/vraag/volgen/", _empty_form),
    Kind("search", "/zoeken/?q=schuld"),
    Kind("search without result", "/zoeken/?q=xyzzy"),
    Kind("hard words", "/moeilijke-woorden/"),
    Kind("page with hard words", "/diensten/ondersteuningsplan/"),
    Kind("thanks for a vote", "/privacy/", _voted),
    Kind("finder", "/wie-helpt/"),
    Kind("finder, a question", "/wie-helpt/geld/"),
    Kind("conditions", "/voorwaarden/leerplicht/"),
    Kind("self-check", "/kan-ik-hulp-krijgen/"),
    Kind("self-check with errors", "/kan-ik-hulp-krijgen/", _chose_nothing),
    Kind("self-check, a question", "/voorwaarden/leerplicht/", _began_check),
    Kind("self-check, the ending", "/voorwaarden/leerplicht/", _ended_check),
    Kind("figures", "/bereikbaarheid/"),
    Kind("not found", "/bestaat-niet/"),
]
STAFF = [
    Kind("messages above pages", "/beheer/snippets/home/alertbanner/", staff="redacteur"),
    Kind("what helped", "/beheer/nuttig/", staff="redacteur"),
    Kind("remarks", "/beheer/nuttig/opmerkingen/", staff="redacteur"),
    Kind("posters and flyers", "/beheer/drukwerk/?kind=flyer&language=ar", staff="redacteur"),
    Kind("sign in", "/beheer/login/"),
    Kind("start", "/beheer/", staff="redacteur"),
    Kind("hours", "/beheer/openingstijden/", staff="redacteur"),
    Kind("closures", "/beheer/openingstijden/sluitingen/", staff="redacteur"),
    Kind("broken links", "/beheer/kapotte-links/", staff="redacteur"),
    Kind("pages to read again", "/beheer/klopt-nog/", staff="redacteur"),
    Kind("queue", "/beheer/vragen/", staff="medewerker"),
    Kind("question", "/beheer/vragen/", _open_question, staff="medewerker"),
    Kind("merging", "/beheer/vragen/", _merge, staff="medewerker"),
    Kind("what stands aside", "/beheer/vragen/apart/", staff="medewerker"),
    Kind("formal matters", "/beheer/vragen/formeel/", staff="medewerker"),
    Kind("chats", "/beheer/vragen/chats/", staff="medewerker"),
    Kind("report", "/beheer/bereikbaarheid/", staff="teamleider"),
    Kind("complaints", "/beheer/bereikbaarheid/klachten/", staff="teamleider"),
    Kind("corrections", "/beheer/bereikbaarheid/correcties/", staff="teamleider"),
    Kind("theme monitor", "/beheer/themas/", staff="teamleider"),
    Kind("changes of rights", "/beheer/rechten/", staff="teamleider"),
]

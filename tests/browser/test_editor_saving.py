"""The form for a new page keeps itself: whatever happens, the page is made once, with the last words in it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect

from tests.browser.conftest import OpenBrowser, Site
from tests.browser.editor_steps import page_number
from tests.browser.steps import sign_in
from tests.some import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ADD = "**/beheer/pages/add/**"
BY_ITSELF = "application/json"
LANGUAGES = ["nl", "en", "ar", "tr", "pl", "uk"]
# The pages of which the draft has a title that begins so; what the Dutch one says in its last draft.
MADE = """
from home.models import IndexPage
drafts = [page.get_latest_revision_as_object() for page in IndexPage.objects.order_by("pk")]
made = [draft for draft in drafts if draft.title.startswith({title!r})]
result = [
    sorted(draft.locale.language_code for draft in made),
    *[[draft.slug, draft.summary] for draft in made if draft.locale.language_code == "nl"],
]
"""
# Counts how often the form began to keep itself, and how often it heard what became of that.
COUNT = """() => {
  window.kept = {begun: 0, heard: 0};
  document.addEventListener("w-autosave:save", () => kept.begun++);
  for (const end of ["success", "error"]) document.addEventListener(`w-autosave:${end}`, () => kept.heard++);
}"""
# When the form is not keeping itself: types the title and publishes quicker than any hand, before the address has
# followed the title. With `keeping` the form is keeping itself meanwhile, and has its answer in the same moment.
AT_ONCE = """async ({title, keeping}) => {
  while (kept.begun > kept.heard) await new Promise(requestAnimationFrame);
  const field = document.querySelector("#id_title");
  const tell = (what) => field.form.dispatchEvent(new CustomEvent(`w-autosave:${what}`, {bubbles: true}));
  if (keeping) tell("save");
  field.focus();
  field.value = title;
  field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
  document.querySelector("footer button[name=action-publish]").click();
  if (keeping) tell("success");
}"""
# Addresses from which readers are sent on to the page with a bicycle.
SENT_ON = """
from wagtail.contrib.redirects.models import Redirect
result = list(Redirect.objects.filter(old_path__contains="/samen-fiets").values_list("old_path", flat=True))
"""


@pytest.fixture
def form(browse: OpenBrowser, site: Site) -> Page:
    """An empty form for a new list; what is typed before it listens does not make it keep itself."""
    page = browse()
    sign_in(page, "redacteur")
    page.goto(f"/beheer/pages/add/home/indexpage/{page_number(site, 'Hulp en diensten')}/")
    return page


def write_until(form: Page, title: str, happened: Callable[[], bool]) -> None:
    """Types the title as a person does, and goes on typing until it happened."""
    form.click("#id_title")
    form.keyboard.type(title)
    for _again in range(40):
        if happened():
            return
        form.keyboard.type(".")
        form.wait_for_timeout(900)  # it keeps itself when nobody types for a moment
    pytest.fail("the form did not keep itself")


def button(form: Page, name: str) -> Locator:
    found = form.locator(f"footer button[name={name}]").first
    if not found.is_visible():
        form.locator("footer [data-w-dropdown-target=toggle]").first.click()
    return found


def published(form: Page) -> None:
    """Waits until the page says that it is published; fails with what it says in its place."""
    expect(form.locator(".messages .success")).to_contain_text("gepubliceerd", timeout=20_000)


def made_once(site: Site, title: str) -> tuple[str, str]:
    """Slug and summary of the one Dutch page of which the title begins so; every language has it once."""
    languages, (slug, summary) = site.beside.do(MADE.format(title=title))
    assert languages == sorted(LANGUAGES)
    return slug, summary


def readable(page: Page, slug: str, languages: list[str]) -> None:
    """Everybody can read the page with this slug in these languages."""
    for language in some(languages):
        assert page.request.get(f"/{language}/diensten/{slug}/").status == 200, language


def held_back(form: Page, held: list[tuple[Route, APIResponse]]) -> list[str]:
    """The page is made at once; who made it hears of it when the test says so. Gives the requests to make one."""
    made: list[str] = []

    def hold(route: Route) -> None:
        made.append(route.request.headers.get("accept", ""))
        if made[-1] == BY_ITSELF and not held:
            held.append((route, route.fetch(max_redirects=0)))
        else:
            route.continue_()

    form.route(ADD, hold)
    return made


def test_a_button_waits_until_the_form_that_keeps_itself_has_its_answer(form: Page, site: Site) -> None:
    held: list[tuple[Route, APIResponse]] = []
    made = held_back(form, held)
    write_until(form, "Samen naar de markt", lambda: bool(held))
    form.fill("#id_summary", "Wij lopen mee tot het laatste woord.")
    button(form, "action-publish").click()
    expect(form).to_have_url(re.compile("/add/"))
    assert made == [BY_ITSELF]
    route, answer = held[0]
    # What the button asks for goes out when the answer is there, with the button's own word.
    route.fulfill(response=answer)
    published(form)
    assert made == [BY_ITSELF]
    slug, summary = made_once(site, "Samen naar de markt")
    assert summary == "Wij lopen mee tot het laatste woord."
    assert slug.startswith("samen-naar-de-markt")
    readable(form, slug, LANGUAGES)


def test_a_button_waits_for_a_draft_of_a_page_that_is_there_already(form: Page, site: Site) -> None:
    write_until(form, "Samen zingen", lambda: "/edit/" in form.url)
    form.fill("#id_summary", "Iedere week een lied.")
    held: list[Route] = []
    pressed: list[str] = []

    def hold(route: Route) -> None:
        if route.request.headers.get("accept", "") == BY_ITSELF:
            held.append(route)
        else:
            pressed.extend([route.request.url] if route.request.method == "POST" else [])
            route.continue_()

    form.route("**/edit/**", hold)
    write_until(form, "", lambda: bool(held))
    button(form, "action-publish").click()
    expect(form).to_have_url(re.compile("/edit/"))
    assert pressed == []
    held[0].continue_()
    published(form)
    assert len(pressed) == 1
    slug, _summary = made_once(site, "Samen zingen")
    readable(form, slug, ["nl"])


@pytest.mark.parametrize(
    ("keeping", "begun", "title"),
    [(False, "Samen dans", "Samen dansen op straat"), (True, "Samen zwem", "Samen zwemmen met de buren")],
)
def test_a_button_pressed_right_after_the_last_letter_publishes_at_the_whole_address(
    form: Page, site: Site, keeping: bool, begun: str, title: str
) -> None:
    form.evaluate(COUNT)
    write_until(form, begun, lambda: "/edit/" in form.url)
    form.fill("#id_summary", "Iedereen mag mee.")
    button(form, "action-publish")
    form.evaluate(AT_ONCE, {"title": title, "keeping": keeping})
    published(form)
    slug, _summary = made_once(site, begun)
    assert slug == title.lower().replace(" ", "-")


def test_an_answer_that_is_lost_makes_no_second_page_and_a_half_typed_address_stays_nowhere(
    form: Page, site: Site
) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        if route.request.headers.get("accept", "") == BY_ITSELF and not lost:
            lost.append(route.fetch(max_redirects=0).text())
            route.abort("connectionreset")
        else:
            route.continue_()

    form.route(ADD, lose)
    write_until(form, "Samen fiets", lambda: bool(lost))
    assert '"success": true' in lost[0]
    form.keyboard.type("en leren")
    form.fill("#id_summary", "Een fiets is er.")
    button(form, "action-publish").click()
    published(form)
    slug, _summary = made_once(site, "Samen fiets")
    assert slug.endswith("en-leren")
    assert site.beside.do(SENT_ON) == []
    readable(form, slug, LANGUAGES)


def test_without_a_network_a_button_waits_and_nothing_that_was_typed_is_lost(form: Page, site: Site) -> None:
    form.click("#id_title")
    form.context.set_offline(True)
    form.keyboard.type("Samen koken")
    form.fill("#id_summary", "Zonder net geschreven.")
    button(form, "action-publish").click()
    expect(form.locator("#id_title")).to_have_value("Samen koken")
    asked: list[str] = []

    def answer_the_second(route: Route) -> None:
        asked.append(route.request.method)
        if len(asked) == 1:
            route.abort("connectionrefused")
        else:
            route.continue_()

    # There is a network again, and the server answers a moment later.
    form.route("**/js/editor-saving*", answer_the_second)
    form.context.set_offline(False)
    published(form)
    assert asked == ["HEAD", "HEAD"]
    _slug, summary = made_once(site, "Samen koken")
    assert summary == "Zonder net geschreven."


def test_a_button_that_is_pressed_before_the_server_answers_again_waits_too(form: Page, site: Site) -> None:
    asked: list[Route] = []
    pressed: list[str] = []

    def note(route: Route) -> None:
        if route.request.method == "POST" and route.request.headers.get("accept", "") != BY_ITSELF:
            pressed.append(route.request.url)
        route.continue_()

    form.route("**/js/editor-saving*", lambda route: asked.append(route))
    form.route("**/beheer/pages/**", note)
    form.context.set_offline(True)
    form.context.set_offline(False)
    form.fill("#id_title", "Samen schaken")
    form.fill("#id_summary", "Wie verliest zet koffie.")
    button(form, "action-publish").click()
    form.wait_for_timeout(400)  # longer than it waits for anything but the server
    assert asked
    assert pressed == []
    asked[0].continue_()
    published(form)
    _slug, summary = made_once(site, "Samen schaken")
    assert summary == "Wie verliest zet koffie."

"""A made-up day of the desk, asked through the site by people who do not exist: what the pictures of a manual show."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page


@dataclass(frozen=True)
class Asked:
    """What one made-up resident fills in: text fields by name, and what is ticked by name."""

    language: str
    theme: str
    text: str
    typed: dict[str, str] = field(default_factory=dict)
    ticked: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What one of them writes down."""

    reference: str
    code: str


DAY = (
    Asked(
        "nl",
        "geld",
        "Ik kreeg een brief van een deurwaarder over mijn zorgverzekering. Ik kan dit bedrag niet in één keer "
        "betalen. Ik heb twee kinderen en werk drie dagen in de week. Wat moet ik nu doen?",
        {"postcode": "8021", "name": "Sanne"},
    ),
    Asked("ar", "wonen", "يجب أن نغادر بيتنا بعد شهرين. كيف نسجل أسماءنا للحصول على مسكن؟"),
    Asked(
        "tr",
        "werk",
        "Yeni bir iş arıyorum ama Türkçe konuşuyorum. Bana kim yardım edebilir?",
        {"phone": "06 12345678", "best_time": "sabah"},
        {"answer_by": "call"},
    ),
    Asked(
        "pl",
        "geld",
        "Nie rozumiem listu z urzędu skarbowego. Chcę o tym porozmawiać.",
        {"phone": "06 12345679", "interpreter": "polski"},
        {"answer_by": "talk", "talk_place": "office"},
    ),
    Asked("uk", "wonen", "Ми живемо в готелі з двома дітьми. Де шукати житло у Зволле?"),
    Asked("nl", "geld", "Ik maak bezwaar tegen het besluit van de gemeente. Mijn aanvraag is afgewezen."),
    Asked("nl", "geld", "Ik durf niet naar huis. Mijn man slaat mij en de kinderen zien het."),
)
WORRY = Asked(
    "nl",
    "",
    "",
    {
        "noticed": "Mijn buurvrouw komt bijna niet meer buiten. De gordijnen zijn dicht en de post blijft liggen.",
        "wanted": "Kan er iemand gaan kijken?",
        "postcode": "8031",
    },
    {"relation": "neighbour", "age_group": "older", "knows": "no", "may_tell": "after"},
)


def ask(browser: Browser, address: str, asked: Asked, door: str = "vraag/") -> Kept:
    """Asks it in a browser of its own, and returns reference and code."""
    context = browser.new_context(base_url=address, locale=asked.language)
    page = context.new_page()
    page.goto(f"/{asked.language}/{door}")
    if asked.text:
        page.fill("main textarea[name=text]", asked.text)
    if asked.theme:
        page.select_option("main select[name=theme]", asked.theme)
    _fill(page, asked)
    with page.expect_navigation():
        page.click("main form button.utrecht-button--primary-action")
    reference, code = page.locator(".keep dd").all_inner_texts()[:2]
    context.close()
    return Kept(reference.strip(), code.strip())


def ask_all(browser: Browser, address: str) -> list[Kept]:
    """Asks the whole day in its order, the worry last, and returns what each wrote down."""
    return [ask(browser, address, asked) for asked in DAY] + [ask(browser, address, WORRY, "vraag/zorg/")]


def _fill(page: Page, asked: Asked) -> None:
    for name, value in asked.ticked.items():
        page.check(f"main input[name={name}][value={value}]")
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
    for name, words in asked.typed.items():
        page.fill(f"main [name={name}]", words)

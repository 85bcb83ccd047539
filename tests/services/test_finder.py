"""The pages of the finder: one question at a time, the answers in the path, words in every language."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from django.core.checks import run_checks
from django.test import Client

from services.finder.checks import every_theme_has_answers, faults_of
from services.finder.files import finder_rules, finder_words, folder
from services.finder.presenters import pages_of
from services.finder.rules import Ending, FinderQuestion, positions
from services.models import Fact, Theme
from tests.some import some

pytestmark = pytest.mark.django_db

LANGUAGES = ["nl", "en", "ar", "tr", "pl", "uk"]
PLACES = list(positions(finder_rules(Path(__file__).parents[2] / "content" / "finder").first))


def soup(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status, path
    return BeautifulSoup(response.content, "html.parser")


def addresses(page: BeautifulSoup) -> set[str]:
    main = page.main
    assert isinstance(main, Tag)
    return {str(link["href"]) for link in main.find_all("a", href=True)}


def heading(page: BeautifulSoup) -> str:
    assert page.h1
    return page.h1.get_text(" ", strip=True)


# --- every path ------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.reads
def test_every_place_has_a_page_with_its_question_as_title_and_links_to_every_answer(client: Client) -> None:
    # The rest is the same three questions under other themes: test_finder_rules.py walks through those.
    words = finder_words(folder())
    for place in some(each for each in PLACES if len(each.answers) < 3 or each.answers[0] == "hulp-thuis"):
        path = "/nl/wie-helpt/" + "".join(f"{answer}/" for answer in place.answers)
        page = soup(client, path)
        kind = place.at.key if isinstance(place.at, FinderQuestion) else ("endings", place.at.key)
        title = words.text("nl", *kind, "title")
        assert heading(page) == title
        assert page.title
        assert page.title.get_text(strip=True).startswith(title)
        if isinstance(place.at, FinderQuestion):
            assert {f"{path}{answer}/" for answer in place.at.leads_to} <= addresses(page)


@pytest.mark.once
@pytest.mark.reads
@pytest.mark.parametrize("key", sorted({place.at.key for place in PLACES if isinstance(place.at, Ending)}))
def test_every_ending_says_who_why_and_what_to_do_today_and_that_it_is_no_strict_rule(client: Client, key: str) -> None:
    place = next(
        each for each in PLACES if isinstance(each.at, Ending) and each.at.key == key and len(each.answers) > 1
    )
    page = soup(client, "/en/wie-helpt/" + "/".join(place.answers) + "/")
    words = finder_words(folder())
    text = page.main.get_text(" ", strip=True) if page.main else ""
    for name in ("title", "why", "step"):
        assert words.text("en", "endings", key, name) in text
    assert "It is not a strict rule." in text
    assert f"/en/vraag/?thema={place.answers[0]}" in addresses(page)
    assert isinstance(place.at, Ending)
    for helper in some(place.at.also):
        assert (helper.name or words.text("en", "helpers", helper.key, "name")) in text


@pytest.mark.once
@pytest.mark.reads
def test_every_page_that_an_ending_leads_to_exists_in_every_language(client: Client) -> None:
    endings = finder_rules(folder()).endings.values()
    assert any(ending.pages for ending in endings)
    for language in LANGUAGES:
        for keys in some({ending.pages for ending in endings}):  # many lead to the same
            found = pages_of(keys, language)
            assert [page.content_key for page in found] == list(keys)
            assert {page.locale.language_code for page in found} == {language}
    for key in some({key for ending in endings for key in ending.pages}):
        assert client.get(pages_of((key,), "nl")[0].url).status_code == 200


@pytest.mark.once
def test_every_number_is_a_fact_and_every_theme_has_answers() -> None:
    facts = {helper.fact for helper in finder_rules(folder()).helpers.values() if helper.fact}
    assert facts <= set(Fact.objects.filter(kind="phone").values_list("slug", flat=True))
    assert every_theme_has_answers(None, ["default"]) == []
    assert [told for told in run_checks(databases=["default"]) if str(told.id).startswith("services.")] == []


# --- the way through ----------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.reads
def test_each_answer_so_far_can_be_changed_and_the_previous_question_is_one_step_back(client: Client) -> None:
    page = soup(client, "/nl/wie-helpt/geld/brief/vast/")
    trail = page.select(".finder__trail a")
    assert [link["href"] for link in trail] == ["/nl/wie-helpt/", "/nl/wie-helpt/geld/", "/nl/wie-helpt/geld/brief/"]
    assert "Geld en schulden" in trail[0].get_text()
    assert "Wat is er met geld aan de hand?" in trail[1].get_text()
    assert page.select(".finder__back")[0]["href"] == "/nl/wie-helpt/geld/brief/"
    assert len(soup(client, "/nl/wie-helpt/").select(".finder__trail, .finder__back")) == 0


@pytest.mark.once
@pytest.mark.reads
def test_progress_is_told_in_words(client: Client) -> None:
    assert "Question 1 of at most 5" in soup(client, "/en/wie-helpt/").get_text()
    assert "Question 2 of at most 5" in soup(client, "/en/wie-helpt/geld/").get_text()
    assert "Question 4 of at most 5" in soup(client, "/en/wie-helpt/geld/brief/vast/").get_text()


@pytest.mark.once
@pytest.mark.reads
def test_it_sets_no_cookie_has_no_form_and_reads_no_query(client: Client) -> None:
    response = client.get("/nl/wie-helpt/geld/brief/")
    assert not response.cookies
    assert not client.cookies
    page = soup(client, "/nl/wie-helpt/geld/brief/")
    assert page.main
    assert not page.main.find_all(["form", "button"])
    assert client.get("/nl/wie-helpt/?geld").content == client.get("/nl/wie-helpt/").content
    assert client.post("/nl/wie-helpt/").status_code == 405


@pytest.mark.once
@pytest.mark.reads
def test_only_the_first_question_is_for_search_engines(client: Client) -> None:
    assert "X-Robots-Tag" not in client.get("/nl/wie-helpt/")
    for path in ("/nl/wie-helpt/geld/", "/nl/wie-helpt/geld/brief/zelf/", "/nl/wie-helpt/onzin/"):
        response = client.get(path)
        assert response["X-Robots-Tag"] == "noindex"
        assert b'<meta name="robots" content="noindex">' in response.content


@pytest.mark.once
@pytest.mark.reads
def test_whoever_wants_to_do_it_alone_gets_the_first_steps_of_the_theme(client: Client) -> None:
    page = soup(client, "/en/wie-helpt/geld/brief/zelf/")
    assert "Put all your letters together." in page.get_text()


@pytest.mark.once
@pytest.mark.reads
def test_the_home_page_leads_to_it(client: Client) -> None:
    assert "/nl/wie-helpt/" in addresses(soup(client, "/nl/"))
    assert "/en/wie-helpt/" in addresses(soup(client, "/en/onderwerpen/"))


# --- wrong paths --------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.reads
@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("onzin/", ""),
        ("geld/onzin/", "geld/"),
        ("geld/brief/onzin/nog-iets/", "geld/brief/"),
        ("geld/afsluiten/verder/", "geld/afsluiten/"),
        ("%D9%85%D8%A7%D9%84/", ""),
        ("<script/", ""),
    ],
)
def test_an_unknown_answer_is_a_404_that_leads_back_to_the_last_step_that_is_right(
    client: Client, path: str, back: str
) -> None:
    page = soup(client, f"/en/wie-helpt/{path}", status=404)
    assert heading(page) == "We cannot find this step"
    assert f"/en/wie-helpt/{back}" in addresses(page)
    assert soup(client, f"/en/wie-helpt/{back}")
    assert any(address.startswith("/en/vraag/") for address in addresses(page))


def test_a_closed_theme_is_no_answer_any_more(client: Client) -> None:
    Theme.objects.filter(slug="nieuw").update(active=False)
    assert "/nl/wie-helpt/nieuw/" not in addresses(soup(client, "/nl/wie-helpt/"))
    soup(client, "/nl/wie-helpt/nieuw/", status=404)


def test_a_page_that_an_editor_took_away_is_left_out(client: Client) -> None:
    path = "/nl/wie-helpt/geld/brief/samen/"
    assert any("geldzaken" in address for address in addresses(soup(client, path)))
    pages_of(("dienst-geldzaken-waarheen",), "nl")[0].unpublish()
    found = addresses(soup(client, path))
    assert not any("geldzaken" in address for address in found)


# --- danger -------------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.reads
@pytest.mark.parametrize("path", ["gevaar/", "geld/gevaar/", "werk/baan/vast/matig/gevaar/", "eenzaam/dood/"])
def test_danger_shows_the_help_lines_and_the_way_out_at_once(client: Client, path: str) -> None:
    page = soup(client, f"/nl/wie-helpt/{path}")
    assert {"tel:112", "tel:08002000", "tel:08000113"} <= addresses(page)
    assert page.select(".urgent")
    assert page.select(".reach [data-exit]")


@pytest.mark.once
@pytest.mark.reads
@pytest.mark.parametrize(
    ("path", "sensitive"),
    [
        ("", False),
        ("veilig/", True),
        ("veilig/bang/", True),
        ("kind/", False),
        ("kind/onveilig/", True),
        ("geld/brief/", False),
    ],
)
def test_on_a_sensitive_theme_stands_the_way_out(client: Client, path: str, sensitive: bool) -> None:
    page = soup(client, f"/nl/wie-helpt/{path}")
    assert bool(page.select(".reach [data-exit]")) is sensitive
    assert bool(page.find(string=re.compile("may remember this page|kan deze pagina"))) is sensitive


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.reads
@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_a_path_works_and_nothing_but_names_is_dutch(client: Client, language: str) -> None:
    names = {helper.name for helper in finder_rules(folder()).helpers.values() if helper.name}
    for path in ("", "geld/", "geld/brief/", "geld/brief/vast/", "geld/brief/vast/matig/", "geld/brief/samen/"):
        page = soup(client, f"/{language}/wie-helpt/{path}")
        assert page.html
        assert page.html["lang"] == language
        if language in {"en", "ar"}:  # themes and pages have no words in the others yet
            marks = [mark for mark in page.select(".finder [lang=nl]") if not mark.find_parent("aside")]
            dutch = {mark.get_text() for mark in marks}
            assert dutch <= names


@pytest.mark.once
def test_a_missing_text_falls_back_to_dutch_and_is_marked(client: Client, settings: Any, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(folder(), tmp_path / "finder"))
    english = yaml.safe_load((copied / "en.yaml").read_text(encoding="utf-8"))
    del english["themes"]["geld"]["title"]
    (copied / "en.yaml").write_text(yaml.safe_dump(english, allow_unicode=True), encoding="utf-8")
    (copied / "tr.yaml").unlink()
    settings.CONTENT_DIR = tmp_path
    assert faults_of(copied) == []
    page = soup(client, "/en/wie-helpt/geld/")
    assert '<h1><span dir="ltr" lang="nl">Wat is er met geld aan de hand?</span></h1>' in _sorted(page.h1)
    assert "I do not understand a letter or form" in page.get_text()
    turkish = soup(client, "/tr/wie-helpt/geld/brief/")
    assert turkish.select_one("h1 [lang=nl][dir=ltr]")
    labels = turkish.select(".finder .tile__name")
    assert all(label.select("[lang=nl]") for label in some(labels))


@pytest.mark.once
def test_an_ending_says_that_nobody_checked_the_translation_until_somebody_did(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    says = "Nobody has checked it yet"
    assert says in soup(client, "/en/wie-helpt/geld/brief/samen/").get_text()
    assert says not in soup(client, "/en/wie-helpt/geld/gevaar/").get_text()
    assert not soup(client, "/nl/wie-helpt/geld/brief/samen/").select(".language-notice")
    copied = Path(shutil.copytree(folder(), tmp_path / "finder"))
    with (copied / "en.yaml").open("a", encoding="utf-8") as file:
        file.write("\nconfirmed: yes\n")
    settings.CONTENT_DIR = tmp_path
    assert faults_of(copied) == []
    assert says not in soup(client, "/en/wie-helpt/geld/brief/samen/").get_text()


def _sorted(tag: Any) -> str:
    """The tag with its attributes in the order of the alphabet."""
    for each in tag.find_all(True):
        each.attrs = dict(sorted(each.attrs.items()))
    return str(tag)


@pytest.mark.once
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_who_helps_leads_to_its_page_where_it_has_one(client: Client, language: str) -> None:
    page = soup(client, f"/{language}/wie-helpt/geld/brief/samen/")
    helpers = some(page.select(".finder__helpers > li, .finder__also > li"))
    leads = {link["href"] for each in helpers for link in each.select("a.whole")}
    assert leads & {f"/{language}/organisaties/op-orde-zwolle/", f"/{language}/organisaties/sociaal-raadslieden/"}
    assert all(client.get(str(address)).status_code == 200 for address in some(leads))

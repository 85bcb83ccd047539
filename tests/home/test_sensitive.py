"""A sensitive page: its title names no danger, its way out is data, and it says what stays behind."""

import re
from typing import Any

import pytest
from django.test import Client

from home.models import Municipality
from services.models import Fact, ServicePage, ThemePage
from tests.markup import one_line
from tests.some import some

pytestmark = pytest.mark.django_db
THEME, SERVICE = "/onderwerpen/veilig/", "/diensten/zorgen-melden/"
ORDINARY = "/onderwerpen/geld/"


def html_of(client: Client, path: str) -> str:
    return one_line(client.get(path).content.decode())


def title_of(client: Client, path: str) -> str:
    found = re.search("<title>(.*?)</title>", html_of(client, path))
    assert found
    return found[1]


@pytest.mark.once
@pytest.mark.parametrize("language", ["nl", "en", "ar", "tr"])
def test_the_title_is_its_own_and_names_no_danger(client: Client, language: str) -> None:
    titles = set()
    for model in (ThemePage, ServicePage):
        for page in some(model.objects.live().filter(locale__language_code=language, theme__sensitive=True)):
            title = title_of(client, page.url)
            assert page.title not in title
            assert str(page.theme.pk) in title
            assert f"<h1>{page.title}" in html_of(client, page.url) or page.is_fallback
            titles.add(title)
    assert len(titles) >= 2
    ordinary = ThemePage.objects.get(theme__slug="geld", locale__language_code=language)
    assert ordinary.title in title_of(client, ordinary.url)


@pytest.mark.once
@pytest.mark.parametrize("path", [THEME, SERVICE, "/vraag/?thema=veilig"])
def test_it_leads_away_and_says_first_what_stays_behind(client: Client, path: str) -> None:
    html = html_of(client, f"/en{path}")
    assert re.search(r'<a class="reach__exit[^>]*href="https://www.buienradar.nl/" rel="noreferrer noopener"', html)
    assert html.index("The pages you saw stay in the history") < html.index("<main")
    assert 'href="/en/veilig-kijken/"' in html


@pytest.mark.once
@pytest.mark.parametrize("path", ["/zoeken/", "/organisaties/"])
def test_a_search_with_words_of_danger_has_the_way_out_and_the_help_lines_come_first(client: Client, path: str) -> None:
    html = html_of(client, f"/en{path}?q=mijn+man+slaat+mij")
    assert html.count("data-exit=") == 1
    assert html.count('class="safe-looking') == 1
    assert html.index("urgent--first") < html.index('class="safe-looking')
    assert "data-exit" not in html_of(client, f"/en{path}?q=huurtoeslag")


@pytest.mark.once
@pytest.mark.parametrize("path", [ORDINARY, "/", "/vraag/", "/vraag/?thema=geld", "/bestaat-niet/"])
def test_an_ordinary_page_has_nothing_of_it(client: Client, path: str) -> None:
    html = html_of(client, f"/nl{path}")
    assert "data-exit" not in html
    assert "safe-looking" not in html


def test_where_it_leads_is_chosen_by_the_municipality(client: Client) -> None:
    place = Municipality.objects.get()
    place.exit_name, place.exit_address = "Het weer", "https://weer.example/"
    place.save()
    html = html_of(client, f"/nl{THEME}")
    assert 'href="https://weer.example/"' in html
    assert 'data-exit="Het weer"' in html


@pytest.mark.once
def test_its_numbers_are_those_of_its_theme_in_the_words_of_the_reader(client: Client) -> None:
    bar = html_of(client, f"/ar{THEME}").split('<aside class="reach')[1].split("</aside>")[0]
    assert re.findall(r'href="(tel:[^"]*)"', bar) == ["tel:112", "tel:08002000"]
    assert "رقم الطوارئ" in bar


def test_a_changed_number_is_changed_on_every_page(client: Client) -> None:
    fact = Fact.objects.get(slug="noodnummer")
    fact.value = "1-1-2"
    fact.save()
    html = html_of(client, f"/nl{THEME}")
    assert ">112<" not in html
    assert html.count('href="tel:112">1-1-2</a>') >= 3


def test_without_a_database_an_error_page_still_says_112(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("asked the database")

    monkeypatch.setattr("services.facts.emergency.emergency_number", broken)
    assert '<a href="tel:112">112</a>' in html_of(client, "/nl/bestaat-niet/")

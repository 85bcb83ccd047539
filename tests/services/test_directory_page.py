"""The directory as a reader gets it: choosing, taking away, near me, the map, and what must never be seen."""

import re
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.cache import generation
from services.directory.selectors import language_name, organisation_list
from services.directory.town_map import drawing, file
from services.models import Audience, District, Fact, Organisation, Postcode, SpokenLanguage, Theme
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "/nl/organisaties/"
TODAY = date(2026, 3, 2)


def soup(client: Client, query: str = "", address: str = ADDRESS) -> BeautifulSoup:
    answer = client.get(address + query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def names(page: BeautifulSoup) -> list[str]:
    return [each.get_text(strip=True) for each in page.select(".org__name")]


def organisation(name: str, **values: Any) -> Organisation:
    lists = {key: values.pop(key) for key in ("themes", "districts", "languages", "audiences") if key in values}
    row = Organisation.objects.create(
        **({"slug": name.lower().replace(" ", "-"), "name": name, "kind": "meeting"} | values)
    )
    for key, slugs in lists.items():
        model: Any = getattr(row, key).model
        named = "code__in" if model is SpokenLanguage else "slug__in"
        rows = model.objects.filter(**{named: slugs})
        getattr(row, key).set(rows.filter(locale__language_code="nl") if model is Audience else rows)
    return row


def test_rows_with_and_without_a_page_are_there(client: Client) -> None:
    page = soup(client)
    total = Organisation.objects.active().count()
    assert page.select_one("#found").get_text(strip=True).startswith(str(total))  # type: ignore[union-attr]
    assert len(names(page)) == 24
    both = names(page) + names(soup(client, "?pagina=2"))
    assert len(both) == min(total, 48)
    assert "De Herberg" in both
    assert both == sorted(both, key=str.casefold)


def test_the_count_of_a_choice_is_what_it_gives(client: Client) -> None:
    options = soup(client).select("select option[value]:not([value=''])")
    assert len(options) > 20
    for option in some(options):
        name = option.find_parent("select")["name"]  # type: ignore[index]
        count = int(re.search(r"\((\d+)\)$", option.get_text(strip=True))[1])  # type: ignore[index]
        found = soup(client, f"?{name}={option['value']}").select_one("#found")
        assert found is not None
        assert found.get_text(strip=True).startswith(f"{count} "), option


def test_each_choice_can_be_taken_away(client: Client) -> None:
    page = soup(client, "?thema=geld&voor=huurders&q=wonen")
    links = [each["href"] for each in page.select("a.pick")]
    assert links == [
        f"{ADDRESS}?thema=geld&voor=huurders#found",
        f"{ADDRESS}?q=wonen&voor=huurders#found",
        f"{ADDRESS}?q=wonen&thema=geld#found",
    ]


def test_an_empty_list_offers_the_way_out(client: Client) -> None:
    page = soup(client, "?thema=geld&q=olifantenpoot")
    assert names(page) == []
    assert [each["href"] for each in page.select("a.way-out")] == [f"{ADDRESS}?thema=geld#found"]
    assert page.select_one('main a[href="/nl/vraag/?thema=geld"]')


def test_words_find_names_topics_and_kinds(client: Client) -> None:
    organisation("Zangkoor De Merel", themes=["eenzaam"])
    assert names(soup(client, "?q=merel+zang")) == ["Zangkoor De Merel"]
    assert "Zangkoor De Merel" in names(soup(client, "?q=eenzaam"))


def test_the_facets_that_editors_fill_in_can_be_chosen(client: Client) -> None:
    organisation("Koor", languages=["ar"], cost="contribution", wheelchair="yes", at_home=True, audiences=["ouderen"])
    organisation("Stil", wheelchair="no", cost="depends", online=True)
    assert names(soup(client, "?taal=ar")) == ["Koor"]
    assert names(soup(client, "?rolstoel=ja")) == ["Koor"]
    assert names(soup(client, "?kosten=bijdrage")) == ["Koor"]
    assert names(soup(client, "?waar=thuis")) == ["Koor"]
    assert names(soup(client, "?waar=online")) == ["Stil"]
    assert names(soup(client, "?voor=ouderen"))[0] == "Koor"
    assert "Arabisch (1)" in soup(client).get_text()


def test_an_organisation_that_is_not_shown_is_nowhere(client: Client) -> None:
    organisation("Oude Club", active=False)
    assert names(soup(client, "?q=oude+club")) == []


@pytest.mark.parametrize("query", ["?thema=geld", "?pagina=2", "?q=x"])
def test_a_part_of_the_list_is_no_page_for_a_search_engine(client: Client, query: str) -> None:
    page = soup(client, query)
    assert page.select_one('meta[name=robots][content="noindex"]')
    assert page.select_one("link[rel=canonical]")["href"].endswith(ADDRESS)  # type: ignore[union-attr,index,arg-type]
    assert not soup(client).select_one("meta[name=robots]")


def test_what_somebody_looked_for_stays_in_no_cache(client: Client) -> None:
    assert "no-store" in client.get(ADDRESS + "?q=schulden")["Cache-Control"]


@pytest.mark.parametrize(
    "query", ["?pagina=99", "?pagina=x", "?thema=x&stadsdeel=%00", "?q=" + "a" * 5000, "?q=%F0%9F"]
)
def test_an_odd_address_still_shows_a_page(client: Client, query: str) -> None:
    soup(client, query)


def test_a_topic_that_is_sensitive_has_its_help_lines_and_no_name_in_the_title(client: Client) -> None:
    page = soup(client, "?thema=veilig")
    assert page.select_one(".urgent")
    assert "Veilig" not in page.title.get_text()  # type: ignore[union-attr]


# --- near me ------------------------------------------------------------------------------------------------


def test_a_postcode_chooses_its_district_and_says_that_it_is_an_example(client: Client) -> None:
    organisation("Koor Noord", districts=["noord"])
    organisation("Koor Zuid", districts=["zuid"])
    page = soup(client, "?q=koor&postcode=8021")
    assert names(page) == ["Koor Noord"]
    assert page.select_one(".basis__found .utrecht-alert")


def test_who_chose_a_district_too_knows_better(client: Client) -> None:
    organisation("Koor Noord", districts=["noord"])
    organisation("Koor Zuid", districts=["zuid"])
    assert names(soup(client, "?q=koor&postcode=8021&stadsdeel=zuid")) == ["Koor Zuid"]


@pytest.mark.parametrize("typed", ["9999", "hallo"])
def test_a_postcode_that_nobody_knows_hides_nothing(client: Client, typed: str) -> None:
    page = soup(client, f"?postcode={typed}")
    assert len(names(page)) == 24
    assert "Midden (" in page.get_text()


def test_distance_is_told_only_between_two_places_that_are_sure(client: Client) -> None:
    place = {"address": "Straat 1", "address_confirmed_on": TODAY, "latitude": 52.52, "longitude": 6.1}
    organisation("Koor Ver", **(place | {"latitude": 52.6}))
    organisation("Koor Dichtbij", **place)
    organisation("Koor Onbekend", address="Straat 2")
    Postcode.objects.filter(digits="8021").update(sample=False, latitude=52.51, longitude=6.1)
    generation.changed()
    page = soup(client, "?q=koor&postcode=8021")
    assert names(page) == ["Koor Dichtbij", "Koor Ver", "Koor Onbekend"]
    where = [each.get_text(strip=True) for each in page.select(".org")]
    assert "1,1 km" in where[0]
    assert "10,0 km" in where[1]
    assert "km" not in where[2]
    Postcode.objects.filter(digits="8021").update(sample=True)
    generation.changed()
    assert "km" not in soup(client, "?q=koor&postcode=8021").select(".org")[0].get_text()


def test_a_card_is_one_link_and_who_has_no_page_looks_like_no_link(client: Client) -> None:
    cards = some(soup(client).select(".org"))
    linked = [card for card in cards if card.select_one(".org__name a")]
    assert linked
    assert linked == [card for card in cards if "org--page" in card["class"]]
    others = [link for card in cards for link in card.select("a") if link.parent.name[0] != "h"]
    assert all(link["href"].startswith("tel:") for link in some(others))


def test_every_field_has_a_label_and_what_was_chosen_is_not_folded_away(client: Client) -> None:
    page = soup(client, "?stadsdeel=noord")
    for field in some(page.select(".choose :is(select, input)")):
        label = page.select_one(f'label[for="{field.get("id")}"]') or field.find_parent("label")
        assert label is not None, field
        assert label.get_text(strip=True), field
    assert page.select_one(".choose__fold[open]")
    assert not soup(client, "?thema=geld").select_one(".choose__fold[open]")


# --- what must never be seen --------------------------------------------------------------------------------


def test_a_hidden_place_is_nowhere(client: Client) -> None:
    before = client.get(ADDRESS).context["directory"].parts
    organisation("Schuilplek", kind="shelter", hidden_place=True, districts=["noord"], themes=["veilig"])
    html = client.get(ADDRESS + "?q=schuilplek").content.decode()
    assert "Schuilplek" in html
    after = client.get(ADDRESS).context["directory"].parts
    assert [part.count for part in after] == [part.count + 1 for part in before]  # as if it were for the whole town
    entry = organisation_list("nl").by_slug["schuilplek"]
    assert (entry.address, entry.point, entry.facets["district"]) == ("", None, frozenset())


def test_an_example_is_no_link(client: Client) -> None:
    number = Fact.objects.create(slug="proef", kind="phone", value="038 111 11 11", label="Proef", sample=True)
    organisation("Koor", phone=number, website="https://example.org/koor", website_is_sample=True)
    page = soup(client, "?q=koor")
    assert "038 111 11 11" in page.get_text()
    assert "tel:0381111111" not in str(page)
    assert "https://example.org/koor" not in [each.get("href") for each in page.select("a")]


def test_an_address_that_nobody_confirmed_is_not_in_the_list(client: Client) -> None:
    organisation("Koor", address="Verzonnenstraat 1", address_is_sample=True)
    assert "Verzonnenstraat" not in soup(client, "?q=koor").get_text()


def test_a_list_without_anything_has_no_map_of_noughts_and_no_way_to_it(client: Client) -> None:
    empty, full = soup(client, "?q=xqzwv&thema=geld"), soup(client, "?thema=geld")
    for only_full in (".basis__jump", "#map", "a[href='#map']"):
        assert full.select(only_full)
        assert not empty.select(only_full)
    assert empty.select(".way-out")
    for page in (empty, full):
        assert len(page.select(".ways--list > .way .way__do")) == 4


# --- the map ------------------------------------------------------------------------------------------------


def test_the_list_says_all_that_the_map_says(client: Client) -> None:
    page = soup(client, "?thema=kind")
    on_map = {each["href"] for each in page.select("svg.town a")}
    beside = {each["href"] for each in page.select(".town-list a")}
    assert len(on_map) == 5
    assert on_map == beside
    assert all("thema=kind" in href for href in some(beside))


def test_a_town_with_another_district_gets_the_list_without_the_map(client: Client) -> None:
    District.objects.create(slug="haven", name="Haven", order=60)
    page = soup(client)
    assert not page.select("svg.town")
    assert len(page.select(".town-list a")) == 6


def test_every_shape_of_the_map_can_be_drawn() -> None:
    sheet = drawing(file())
    assert sheet.shows(District.objects.values_list("slug", flat=True))
    for shape in some(sheet.shapes.values()):
        assert 0 < shape.name_at[0] < sheet.width
        assert 0 < shape.name_at[1] < sheet.height


# --- languages and pages ------------------------------------------------------------------------------------


def test_a_reader_of_arabic_gets_arabic_words(client: Client) -> None:
    page = soup(client, "?thema=kind&voor=kinderen", "/ar/organisaties/")
    title = page.select_one(".org__theme")
    assert title is not None
    assert not title.select("[lang=nl]")
    chosen = page.select_one("select[name=voor] option[selected]")
    assert chosen is not None
    assert chosen.get_text(strip=True).startswith("أطفال")


def test_languages_are_called_as_the_reader_calls_them() -> None:
    assert [language_name("ar", code) for code in ("nl", "en", "tr", "pl", "uk")] == [
        "Arabisch",
        "Arabic",
        "Arapça",
        "Arabski",
        "Арабська",
    ]
    assert language_name("xx-nergens", "nl") == ""


def test_a_page_tells_what_its_row_says(client: Client) -> None:
    Organisation.objects.filter(slug="wijz").update(cost="free", website="https://example.org/", at_home=True)
    page = soup(client, "", f"{ADDRESS}wijz/")
    assert page.select_one('a[href="https://example.org/"]')
    assert page.select_one("#cost strong")


def test_every_organisation_page_is_in_the_search_and_so_are_rows_without_a_page(client: Client) -> None:
    found = soup(client, "?q=samen+zwolle", "/nl/zoeken/")
    assert found.select_one(f'.results a[href="{ADDRESS}samen-zwolle/"]')
    assert "De Herberg" in soup(client, "?q=herberg", "/nl/zoeken/").get_text()


# --- speed --------------------------------------------------------------------------------------------------


def test_two_thousand_organisations_take_as_many_queries_as_forty(client: Client) -> None:
    def queries() -> int:
        generation.changed()
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get(ADDRESS + "?thema=geld&stadsdeel=noord")
        return len(caught)

    client.get(ADDRESS)
    few = queries()
    made = Organisation.objects.bulk_create(
        Organisation(slug=f"club-{number}", name=f"Club {number}", kind="meeting") for number in range(2000)
    )
    geld = Theme.objects.get(slug="geld")
    Organisation.themes.through.objects.bulk_create(
        Organisation.themes.through(organisation=row, theme=geld) for row in made
    )
    assert queries() == few
    assert names(soup(client, "?q=club+1999")) == ["Club 1999"]
    with CaptureQueriesContext(connection) as caught:
        page = client.get(ADDRESS + "?thema=geld&stadsdeel=noord")
    assert page.context["directory"].total > 2000
    assert len(caught) <= 6

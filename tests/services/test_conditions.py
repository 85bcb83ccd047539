"""Conditions: what cannot be, what residents see of them, and what editors must look at."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from services.conditions.blocks import ConditionsBlock
from services.conditions.presenters import changes_tonight, conditions_of_service, law_views
from services.conditions.rules import ConditionState, holds, state_of
from services.conditions.selectors import conditions_to_review
from services.conditions.usage import dependents
from services.models import Condition, ConditionsPage, Law, ServicePage
from services.yaml_files.documents import FaultyContent
from tests.markup import one_line
from tests.some import some

DAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (None, None, ConditionState.HOLDS),
        (DAY, DAY, ConditionState.ENDS_SOON),
        (None, DAY - timedelta(1), ConditionState.ENDED),
        (DAY + timedelta(1), None, ConditionState.COMING),
        (None, DAY + timedelta(60), ConditionState.ENDS_SOON),
        (None, DAY + timedelta(61), ConditionState.HOLDS),
        (DAY, None, ConditionState.HOLDS),
    ],
)
def test_a_condition_holds_from_its_first_day_to_its_last(
    first: date | None, last: date | None, state: ConditionState
) -> None:
    assert state_of(first, last, DAY) == state
    assert holds(first, last, DAY) is (state in {ConditionState.HOLDS, ConditionState.ENDS_SOON})


def made(**values: Any) -> Condition:
    return Condition(slug="proef", name="Proef", law=Law.objects.get(slug="wmo"), **values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"valid_from": DAY, "valid_until": DAY - timedelta(1)}, "valid_until"),
        ({"minimum_age": 18, "maximum_age": 17}, "maximum_age"),
    ],
)
def test_an_end_before_its_beginning_is_refused_at_its_field_and_by_the_database(
    values: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        made(**values).full_clean()
    assert list(refused.value.error_dict) == [field]
    with pytest.raises(IntegrityError), transaction.atomic():
        made(**values).save()


@pytest.mark.once
@pytest.mark.django_db
def test_a_condition_of_the_starting_content_waits_for_an_editor() -> None:
    rows = Condition.objects.all()
    assert len(rows) > 5
    for row in some(rows):
        assert row.confirmed_on is None
        assert row.source
        assert row.source_date


@pytest.mark.once
@pytest.mark.django_db
def test_conditions_count_for_the_services_that_the_files_name() -> None:
    assert [each.slug for each in Condition.objects.get(slug="wmo-thuis").services.all()] == ["hulp-en-zorg-thuis"]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_law_page_tells_every_condition_with_its_source(client: Client, language: str) -> None:
    html = one_line(client.get(f"/{language}/voorwaarden/leerplicht/").content.decode())
    told = law_views(language)["leerplicht"].conditions
    assert len(told) == 4
    for each in some(told):
        assert f'id="condition-{each.slug}"' in html
    assert html.count('<dl class="condition__ways"') == len(told)
    listed, sources = html.split('class="more condition-sources"')
    assert "<h4" not in listed
    assert "condition__state" not in listed
    assert sources.count('class="condition__state"') == len(told)
    assert html.count("(<bdi>2023</bdi>)") == len(told)


@pytest.mark.django_db
def test_law_article_ages_and_confirmation_are_shown(client: Client) -> None:
    law = Law.objects.get(slug="leerplicht")
    law.url = "https://example.org/wet"
    law.save()
    row = Condition.objects.get(slug="leerplicht-leeftijd")
    row.article, row.confirmed_on, row.maximum_age = "3", DAY, 17
    row.save()
    html = one_line(client.get("/en/voorwaarden/leerplicht/").content.decode())
    card = html.split('id="condition-leerplicht-leeftijd"')[1].split("</li>")[0]
    assert "From 5 up to and including 17 years" in card
    sources = html.split('class="more condition-sources"')[1]
    assert '<a href="https://example.org/wet" rel="noreferrer">' in sources
    assert "<bdi>3</bdi>" in sources
    assert "Confirmed by us on" in sources


@pytest.mark.django_db
def test_on_a_page_that_was_confirmed_a_condition_that_was_not_says_so(client: Client) -> None:
    for page in ConditionsPage.objects.filter(law__slug="leerplicht"):
        page.confirmed_on = DAY
        page.save()
    Condition.objects.exclude(slug="leerplicht-leeftijd").update(confirmed_on=DAY)
    html = one_line(client.get("/en/voorwaarden/leerplicht/").content.decode())
    listed = html.split('class="more condition-sources"')[0]
    assert listed.count("Not confirmed by us yet") == 1
    assert "Not confirmed by us yet" in listed.split('id="condition-leerplicht-leeftijd"')[1].split("</li>")[0]


@pytest.mark.django_db
def test_what_ended_is_not_shown_and_what_comes_is_announced(client: Client) -> None:
    ended = Condition.objects.get(slug="wmo-gemeente")
    ended.valid_until = date(2020, 1, 1)
    ended.save()
    coming = Condition.objects.get(slug="wmo-beschermd")
    coming.valid_from = date(2999, 1, 1)
    coming.save()
    html = one_line(client.get("/nl/voorwaarden/wmo/").content.decode())
    assert 'id="condition-wmo-gemeente"' not in html
    assert 'id="condition-wmo-beschermd"' not in html
    assert "Woont u in Zwolle?" not in html
    assert "Is zelfstandig wonen nu te zwaar" in html.split('id="coming"')[1]


@pytest.mark.once
@pytest.mark.django_db
def test_a_service_page_shows_its_conditions_for_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    path = "/nl/diensten/beschermd-wonen/"
    assert [each.slug for each in conditions_of_service("beschermd-wonen", "nl", DAY)] == [
        "wmo-gemeente",
        "wmo-niet-alleen",
        "wmo-omgeving",
        "wmo-beschermd",
    ]
    client.get(path)
    with django_assert_max_num_queries(6):
        html = one_line(client.get(path).content.decode())
    shown = html.split('id="conditions"')[1].split('<section class="answer"')[0]
    assert shown.count("<strong>") == 4
    assert "<details" not in shown.split('<ul class="asked"')[1].split("</ul>")[0]
    assert 'action="/nl/kan-ik-hulp-krijgen/"' in shown


@pytest.mark.django_db
def test_what_an_editor_changes_is_seen_at_once(client: Client) -> None:
    path = "/nl/diensten/beschermd-wonen/"
    assert "Is zelfstandig wonen nu te zwaar" in client.get(path).content.decode()
    row = Condition.objects.get(slug="wmo-beschermd")
    row.valid_until = date(2024, 12, 31)
    row.save()
    assert "Is zelfstandig wonen nu te zwaar" not in client.get(path).content.decode()


@pytest.mark.django_db
def test_editors_see_what_ended_first_with_the_pages_and_languages_that_depend_on_it() -> None:
    row = Condition.objects.get(slug="wmo-thuis")
    row.valid_until, row.confirmed_on = DAY - timedelta(1), DAY
    row.save()
    soon = Condition.objects.get(slug="jeugd-gezin")
    soon.valid_until = DAY + timedelta(30)
    soon.save()
    Condition.objects.filter(slug="wmo-gemeente").update(confirmed_on=DAY)
    found = conditions_to_review(NOW)
    assert [each.condition.slug for each in found[:2]] == ["wmo-thuis", "jeugd-gezin"]
    assert "wmo-gemeente" not in [each.condition.slug for each in found]
    assert (found[0].state, found[0].unconfirmed) == (ConditionState.ENDED, False)
    written = {page.title: [version.language for version in page.written] for page in found[0].pages}
    assert written["Thuis wonen en meedoen (Wmo)"] == ["nl", "en", "ar"]
    assert set(written) == {"Thuis wonen en meedoen (Wmo)", "Hulp en begeleiding thuis"}


@pytest.mark.once
@pytest.mark.django_db
def test_a_condition_for_all_help_depends_on_every_service_of_its_law() -> None:
    row = Condition.objects.get(slug="wmo-gemeente")
    titles = {page.title for page in dependents([row])[row.pk]}
    services = ServicePage.objects.filter(locale__language_code="nl", service__conditions__law__slug="wmo").distinct()
    assert titles == {"Thuis wonen en meedoen (Wmo)", *services.values_list("title", flat=True)}


@pytest.mark.once
@pytest.mark.django_db
def test_a_condition_stands_on_a_page_once() -> None:
    page = ConditionsPage.objects.get(locale__language_code="nl", law__slug="wmo")
    first = page.conditions[0]
    page.conditions.append(("condition", first.value))
    with pytest.raises(ValidationError, match="wmo-gemeente"):
        page.full_clean()


@pytest.mark.django_db
def test_the_name_of_a_condition_in_use_stays() -> None:
    row = Condition.objects.get(slug="wmo-gemeente")
    row.slug = "anders"
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert list(refused.value.error_dict) == ["slug"]


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("baas", password="x"))
    return client


@pytest.mark.django_db
def test_a_condition_in_use_and_its_law_cannot_be_deleted(admin: Client) -> None:
    row = Condition.objects.get(slug="wmo-gemeente")
    for thing, name in ((row, "condition"), (row.law, "law")):
        address = reverse(f"wagtailsnippets_services_{name}:delete", args=[thing.pk])
        response = admin.post(address, follow=True)
        assert type(thing).objects.filter(pk=thing.pk).exists()
        assert "messages" in response.context
        assert [str(each) for each in response.context["messages"]]
    unused = made()
    unused.save()
    admin.post(reverse("wagtailsnippets_services_condition:delete", args=[unused.pk]))
    assert not Condition.objects.filter(pk=unused.pk).exists()


@pytest.mark.django_db
def test_the_list_of_conditions_shows_those_to_look_at(admin: Client) -> None:
    Condition.objects.filter(slug="wmo-thuis").update(valid_until=date(2020, 1, 1), confirmed_on=DAY)
    address = reverse("wagtailsnippets_services_condition:list")
    ended = admin.get(address, {"look": "ended"})
    assert [row.slug for row in ended.context["object_list"]] == ["wmo-thuis"]
    assert "Thuis wonen en meedoen (Wmo) (nl, en, ar)" in ended.content.decode()
    unconfirmed = admin.get(address, {"look": "unconfirmed"}).context["object_list"]
    assert "wmo-thuis" not in [row.slug for row in unconfirmed]


@pytest.mark.django_db
def test_who_fills_in_the_day_of_confirmation_stands_for_it(admin: Client) -> None:
    row = Condition.objects.get(slug="wmo-thuis")
    address = reverse("wagtailsnippets_services_condition:edit", args=[row.pk])
    page = admin.get(address)
    html = one_line(page.content.decode())
    assert "Thuis wonen en meedoen (Wmo)" in html
    values = {
        name: value
        for name, value in page.context["form"].initial.items()
        if value is not None and name not in {"services", "source_date"}
    }
    fields = values | {
        "services": [each.pk for each in row.services.all()],
        "source_date": "2023-01-01",
        "confirmed_on": "2026-11-21",
    }
    assert admin.post(address, fields).status_code == 302
    row.refresh_from_db()
    assert row.confirmed_by is not None
    assert (row.confirmed_on, row.confirmed_by.username) == (DAY, "baas")
    refused = admin.post(address, fields | {"valid_from": "2026-01-02", "valid_until": "2026-01-01"})
    assert list(refused.context["form"].errors) == ["valid_until"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"law": "geenwet"}, "there is no law geenwet"),
        ({"valid_from": DAY, "valid_until": date(2020, 1, 1)}, "valid_until: is before valid_from"),
        ({"minimum_age": 9, "maximum_age": 8}, "maximum_age: is below minimum_age"),
        ({"minimum_age": 900}, "minimum_age: must be an age"),
        ({"services": ["geendienst"]}, "there is no service geendienst"),
        ({"residence": "maan"}, "residence: must be one of"),
    ],
)
def test_a_faulty_file_names_the_field_and_changes_nothing(folder: Any, changed: dict[str, Any], fault: str) -> None:
    folder.write("rows/laws.yaml", [{"slug": "proefwet", "name": "Proefwet", "short_name": "Proef"}])
    row = {"slug": "proef", "name": "Proef", "law": "proefwet"}
    folder.write("rows/conditions.yaml", [row | changed])
    with pytest.raises(FaultyContent, match=fault):
        folder.load()
    assert not Law.objects.filter(slug="proefwet").exists()


@pytest.mark.once
@pytest.mark.django_db
def test_a_page_that_names_no_condition_of_ours_is_refused(folder: Any) -> None:
    folder.write("rows/laws.yaml", [{"slug": "proefwet", "name": "Proefwet", "short_name": "Proef"}])
    block = {"condition": "bestaat-niet", "question": "Ja?", "met": "Ja.\n", "unmet": "Nee.\n"}
    page = {"type": "services.ConditionsPage", "parent": "proef-lijst", "slug": "wet", "rows": {"law": "proefwet"}}
    folder.write("pages/wet/nl.yaml", {"page": page, "words": {"title": "Wet", "conditions": [{"condition": block}]}})
    with pytest.raises(FaultyContent, match="there is no condition bestaat-niet"):
        folder.load()


BLOCKS = ConditionsBlock().child_blocks


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_a_description_a_template_and_a_preview_and_renders(name: str) -> None:
    block = BLOCKS[name]
    assert str(block.meta.description)
    get_template(block.meta.template)
    html = block.render(block.get_preview_value())
    for words in some(block.meta.preview_value.values()):
        assert words in html


@pytest.mark.django_db
def test_a_page_is_kept_until_the_midnight_at_which_a_condition_ends() -> None:
    assert changes_tonight(NOW) == []
    row = Condition.objects.get(slug="wmo-thuis")
    row.valid_until = DAY
    row.save()
    assert changes_tonight(NOW) == [datetime(2026, 11, 21, 23, tzinfo=UTC)]

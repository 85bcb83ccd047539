"""Facts: written once, right in every language, and nobody changes one without seeing where it stands."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from home.text.facts import filled_text
from services.facts.models import facts_by_slug
from services.facts.usage import pages_with, uses_of
from services.models import Calendar, CalendarInterval, CalendarVersion, Fact
from tests.conftest import Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SCHOOL = "/diensten/leerplicht-en-terug-naar-school/"


def text_in(language: str, **fields: Any) -> str:
    with translation.override(language):
        return Fact(**fields).as_text()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "€\u00a01.250,50"),
        ("en", "€1,250.50"),
        ("ar", "1250,50\u00a0€"),
        ("tr", "€1.250,50"),
        ("pl", "1\u00a0250,50\u00a0€"),
        ("uk", "1\u00a0250,50\u00a0€"),
    ],
)
def test_an_amount_is_written_as_the_language_does(language: str, words: str) -> None:
    assert text_in(language, kind="amount", value="1250.50") == words


def test_whole_euros_have_no_cents() -> None:
    assert text_in("nl", kind="amount", value="20.00") == "€\u00a020"


def test_numbers_keep_their_own_direction() -> None:
    with translation.override("ar"):
        for kind, value in [("amount", "12.50"), ("age", "16"), ("number", "15"), ("phone", "0800-2000")]:
            assert 'dir="ltr"' in Fact(kind=kind, value=value).as_html()
            assert Fact(kind=kind, value=value).as_html().startswith("<bdi")


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("amount", "€ 12,50", "12.50"),
        ("amount", "20", "20.00"),
        ("age", " 16 ", "16"),
        ("number", "015", "15"),
        ("phone", "038 123 45 67", "038 123 45 67"),
    ],
)
def test_a_value_is_kept_in_one_form(kind: str, typed: str, kept: str) -> None:
    fact = Fact(slug="proef", label="Proef", kind=kind, value=typed)
    fact.full_clean()
    assert fact.value == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("amount", "twaalf euro"),
        ("amount", "12,505"),
        ("amount", "-5"),
        ("amount", "NaN"),
        ("age", "zestien"),
        ("age", "16 jaar"),
        ("age", "131"),
        ("number", "1,5"),
        ("phone", "bel ons"),
        ("text", "  "),
        ("hours", ""),
    ],
)
def test_a_value_that_is_none_of_its_kind_is_told_beside_it(kind: str, typed: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Fact(slug="proef", label="Proef", kind=kind, value=typed).full_clean()
    assert "value" in caught.value.message_dict


def test_hours_follow_their_calendar_in_every_language() -> None:
    calendar = Calendar.objects.create(slug="voorbeeld", name="Voorbeeld")
    version = CalendarVersion.objects.create(calendar=calendar, valid_from=date(2025, 1, 1))
    for day in range(5):
        CalendarInterval.objects.create(version=version, weekday=day, opens=time(9), closes=time(17))
    fact = Fact(slug="proef", label="Proef", kind="hours", calendar=calendar)
    fact.full_clean()
    with translation.override("en"):
        assert fact.as_html() == '<bdi class="fact">Monday to Friday <bdi class="times">09:00 – 17:00</bdi></bdi>'
    with translation.override("ar"):
        assert "الاثنين" in fact.as_html()


def test_only_hours_follow_a_calendar() -> None:
    office = Calendar.objects.get(slug="office")
    with pytest.raises(ValidationError):
        Fact(slug="proef", label="Proef", kind="age", value="5", calendar=office).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.create(slug="proef", label="Proef", kind="age", value="5", calendar=office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.create(slug="proef", label="Proef", kind="text", value="")


def test_that_a_value_changed_is_noted_and_nothing_else() -> None:
    fact = Fact.objects.get(slug="leerplicht-tot")
    fact.label = "Anders gezegd"
    fact.save()
    assert fact.changed_at is None
    Fact.objects.update_or_create(slug="leerplicht-tot", defaults={"value": "17"})
    fact.refresh_from_db()
    assert fact.changed_at is not None


def test_a_name_stays_because_a_sealed_answer_may_use_it() -> None:
    fact = Fact.objects.create(slug="proef", label="Proef", kind="text", value="Iets")
    fact.slug = "anders"
    with pytest.raises(ValidationError) as caught:
        fact.full_clean()
    assert "slug" in caught.value.message_dict


def test_in_an_attribute_a_fact_is_plain_text() -> None:
    with translation.override("nl"):
        text = filled_text("Bel {fact:veilig-thuis}, vanaf {fact:leerplicht-vanaf} jaar.", facts_by_slug())
    assert text == "Bel 0800-2000, vanaf 5 jaar."


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_changing_a_fact_changes_every_page_at_once(client: Client, language: str) -> None:
    address = f"/{language}{SCHOOL}"
    old, new = '<bdi class="fact" dir="ltr">16</bdi>', '<bdi class="fact" dir="ltr">17</bdi>'
    client.get(address)  # kept from here on
    assert old in client.get(address).content.decode()
    fact = Fact.objects.get(slug="leerplicht-tot")
    fact.value = "17"
    fact.save()
    page = client.get(address).content.decode()
    assert new in page
    assert old not in page


def test_where_a_fact_is_used_is_told_with_its_languages() -> None:
    uses = {use.title: use for use in uses_of("leerplicht-vanaf")}
    school = next(use for use in uses.values() if {"nl", "en", "ar"} <= set(use.languages))
    assert school.url.startswith("/beheer/pages/")
    assert any(page.locale.language_code == "ar" for page in pages_with("leerplicht-vanaf"))


def test_help_lines_that_show_a_number_are_told_too() -> None:
    uses = uses_of("veilig-thuis")
    lines = [use for use in uses if "helpline" in use.url]
    assert len(lines) == 1
    assert {"nl", "en", "ar"} <= set(lines[0].languages)


def test_a_draft_that_names_a_fact_is_told_as_a_draft() -> None:
    fact = Fact.objects.create(slug="proef", label="Proef", kind="text", value="Iets")
    page = pages_with("leerplicht-vanaf")[0]
    page.summary = "Een proef met {fact:proef}."
    page.save_revision()
    assert [use.draft for use in uses_of(fact.slug)] == [True]


def test_an_editor_sees_the_uses_before_changing(cast: Cast, sign_in: SignIn) -> None:
    fact = Fact.objects.get(slug="leerplicht-vanaf")
    page = sign_in(cast.editor).get(f"/beheer/snippets/services/fact/edit/{fact.pk}/").content.decode()
    assert "fact-use__list" in page
    for use in some(uses_of("leerplicht-vanaf")):
        assert use.url in page


def test_a_fact_that_a_help_line_shows_cannot_be_deleted(cast: Cast, sign_in: SignIn) -> None:
    fact = Fact.objects.get(slug="veilig-thuis")
    sign_in(cast.editor).post(f"/beheer/snippets/services/fact/delete/{fact.pk}/")
    assert Fact.objects.filter(slug="veilig-thuis").exists()

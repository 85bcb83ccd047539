"""What other parts of the house ask about themes and help lines."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Locale

from home.cache.generation import current, one_request
from home.pages.closed import open_to_all
from services.models import Fact, HelpLine, Theme, ThemePage
from services.themes.selectors import help_lines, theme_names, themes_for_asking
from tests.some import some

pytestmark = pytest.mark.django_db


def test_themes_have_their_names_in_the_language_of_the_reader() -> None:
    dutch, arabic = theme_names("nl"), theme_names("ar")
    assert set(dutch) == set(arabic) == set(Theme.objects.values_list("slug", flat=True))
    page = ThemePage.objects.get(theme__slug="geld", locale__language_code="ar")
    assert arabic["geld"] == page.title
    assert arabic["geld"].lang == "ar"
    assert dutch["geld"].lang == "nl"


def test_a_theme_without_translation_has_its_dutch_name_and_says_so() -> None:
    ThemePage.objects.get(theme__slug="geld", locale__language_code="tr").delete()
    names = theme_names("tr")
    assert names["geld"] == theme_names("nl")["geld"]
    assert names["geld"].lang == "nl"
    with translation.override("tr"):
        assert names["geld"].fell_back


def test_a_theme_without_a_page_has_its_working_name() -> None:
    Theme.objects.create(slug="nieuw-thema", name="Nieuw")
    assert theme_names("ar")["nieuw-thema"] == "Nieuw"
    assert theme_names("ar")["nieuw-thema"].lang == "nl"


def test_themes_for_asking_cost_few_queries(django_assert_max_num_queries: Any) -> None:
    with one_request(), translation.override("ar"):
        current()
        assert ThemePage.objects.first().url  # the addresses of the site are read once, and so is what is closed
        open_to_all(ThemePage.objects.all())
        with django_assert_max_num_queries(2):
            themes = themes_for_asking("ar")
    assert [theme.slug for theme in themes] == list(Theme.objects.values_list("slug", flat=True))
    assert next(theme for theme in themes if theme.slug == "veilig").sensitive


def test_a_theme_that_is_not_active_cannot_be_chosen_but_keeps_its_name() -> None:
    Theme.objects.filter(slug="geld").update(active=False)
    assert "geld" not in {theme.slug for theme in themes_for_asking("nl")}
    assert "geld" in theme_names("nl")


def test_help_lines_of_a_theme_with_number_and_words() -> None:
    lines = help_lines("veilig", "en")
    numbers = {line.slug: line.number for line in lines}
    assert numbers["veilig-thuis"] == "0800-2000"
    assert next(line for line in lines if line.slug == "veilig-thuis").link == "tel:08002000"
    assert all(line.purpose.lang == "en" for line in some(lines))
    assert lines[0].slug == "noodnummer"


def test_help_lines_without_a_theme_are_all_of_them_in_one_query(django_assert_num_queries: Any) -> None:
    with one_request(), django_assert_num_queries(2):  # the other is the state of the site
        lines = help_lines(None, "pl")
    assert len(lines) == HelpLine.objects.filter(locale__language_code="nl").count()
    assert {line.lang for line in lines} == {"pl"}


def test_a_help_line_without_translation_is_shown_in_dutch() -> None:
    HelpLine.objects.filter(locale__language_code="pl").delete()
    assert {line.lang for line in help_lines(None, "pl")} == {"nl"}


def test_a_fact_in_a_text_is_filled_in_once_for_all_languages(client: Client) -> None:
    page = ThemePage.objects.get(theme__slug="veilig", locale__language_code="ar")
    Fact.objects.filter(slug="veilig-thuis").update(value="0800-1234")
    html = client.get(page.url).content.decode()
    assert '<bdi class="tel" dir="ltr"><a href="tel:08001234">0800-1234</a></bdi>' in html
    assert "{fact:" not in html


def test_an_example_number_cannot_be_dialled() -> None:
    fact = Fact(slug="x", kind="phone", value="038 000 00 00", label="x", sample=True)
    assert fact.link == ""
    assert "<a" not in fact.as_html()
    assert "sample" in fact.as_html()


def test_the_value_of_a_fact_is_escaped() -> None:
    assert "<script>" not in Fact(kind="text", value="<script>").as_html()


def test_a_page_that_names_an_unknown_fact_cannot_be_saved() -> None:
    page = ThemePage.objects.get(theme__slug="geld", locale__language_code="nl")
    page.intro = "<p>Bel {fact:bestaat-niet}.</p>"
    with pytest.raises(ValidationError, match="bestaat-niet") as caught:
        page.full_clean()
    assert "intro" in caught.value.message_dict


def test_a_fact_that_texts_name_cannot_be_deleted(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_superuser("baas"), "django.contrib.auth.backends.ModelBackend")
    fact = Fact.objects.get(slug="juridisch-loket")  # it stands in a block of a content page, among others
    HelpLine.objects.filter(fact=fact).delete()
    client.post(f"/beheer/snippets/services/fact/delete/{fact.pk}/")
    assert Fact.objects.filter(pk=fact.pk).exists()
    unused = Fact.objects.create(slug="los", kind="text", value="x", label="x")
    client.post(f"/beheer/snippets/services/fact/delete/{unused.pk}/")
    assert not Fact.objects.filter(pk=unused.pk).exists()


def test_a_fact_that_texts_name_keeps_its_name() -> None:
    fact = Fact.objects.get(slug="juridisch-loket")
    fact.slug = "loket"
    with pytest.raises(ValidationError) as caught:
        fact.full_clean()
    assert "slug" in caught.value.message_dict


def test_the_database_knows_the_kinds_of_facts() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.create(slug="x", kind="kleur", value="rood", label="x")


def test_the_tags_of_the_directory_answer_in_the_language_of_the_request() -> None:
    source = (
        "{% load directory words %}{% themes as list %}{% for t in list %}{{ t.title|marked }};{% endfor %}"
        "{% help_lines 'veilig' as lines %}{{ lines.0.name|marked }}|{% opening 'office' as hours %}{{ hours.words }}"
        "{% locations as places %}{{ places.0.url }}"
    )
    ThemePage.objects.get(theme__slug="geld", locale__language_code="tr").delete()
    with translation.override("tr"):
        out = Template(source).render(Context({"request": RequestFactory().get("/tr/vraag/")}))
    assert '<span lang="nl" dir="ltr">' in out
    assert "/tr/wijkteams/midden/" in out


def test_a_help_line_is_translated_in_every_language_it_was_written_in() -> None:
    line = HelpLine.objects.get(fact__slug="veilig-thuis", locale__language_code="nl")
    assert set(line.get_translations().values_list("locale__language_code", flat=True)) == {
        "en",
        "ar",
        "tr",
        "pl",
        "uk",
    }
    assert Locale.objects.count() == 6

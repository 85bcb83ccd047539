"""What a page needs before residents read it; a draft may be anything. And what is left of a text pasted from Word."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.editing.ready import is_empty, missing, why_not
from home.models import ContentPage
from home.pages.blocks import TEXT_FEATURES
from home.pages.selectors import page_types
from services.models import ServicePage
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SignIn = Callable[..., Client]


def service_form(**more: Any) -> dict[str, Any]:
    """What the editor's form of a service page sends."""
    texts = ("what", "for_whom", "cost", "how", "bring", "duration", "where", "disagree", "who_else")
    fields: dict[str, Any] = {name: rich_text("", features=TEXT_FEATURES) for name in texts}
    fields |= {
        "title": "Hulp bij formulieren", "slug": "formulieren", "summary": "", "theme": "", "service": "",
        "source_note": "", "confirmed_on": "", "owner_name": "", "owner_mail": "", "review_every": "6", "review_on": "",
        "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
    }  # fmt: skip
    fields |= {
        name: rich_text(f"<p>{value}</p>", features=TEXT_FEATURES) if name in texts else value
        for name, value in more.items()
    }
    return dict(nested_form_data(fields))


@pytest.fixture
def adding(cast: Cast, sign_in: SignIn) -> Callable[..., Any]:
    """Adds a service page as an editor."""
    parent = Page.objects.get(slug="diensten", locale__language_code="nl")

    def add(action: str = "", **fields: Any) -> Any:
        data = service_form(**fields) | ({action: "1"} if action else {})
        return sign_in(cast.editor).post(f"/beheer/pages/add/services/servicepage/{parent.pk}/", data)

    return add


WHOLE = {
    "summary": "Samen invullen.", "what": "Wij helpen.", "for_whom": "Voor u.", "cost": "Niets.",
    "how": "Kom langs.", "where": "Bij het wijkteam.",
}  # fmt: skip


def test_a_draft_without_anything_but_a_title_is_kept(adding: Callable[..., Any]) -> None:
    assert adding().status_code == 302
    assert not ServicePage.objects.get(slug="formulieren", locale__language_code="nl").live


def test_a_page_without_its_parts_is_not_published_and_the_editor_reads_which(adding: Callable[..., Any]) -> None:
    answer = adding("action-publish", what="Wij helpen.")
    assert answer.status_code == 200
    form = answer.context["form"]
    assert set(form.errors) == {"__all__", "summary", "for_whom", "cost", "how", "where"}
    assert "what it costs" in str(form.errors["__all__"]) or "kost" in str(form.errors["__all__"])
    assert not ServicePage.objects.filter(slug="formulieren").exists()


def test_handing_in_asks_the_same(adding: Callable[..., Any]) -> None:
    assert adding("action-submit", what="Wij helpen.").status_code == 200


def test_a_whole_page_is_published_in_every_language_as_a_fallback(adding: Callable[..., Any]) -> None:
    assert adding("action-publish", **WHOLE).status_code == 302
    page = ServicePage.objects.get(slug="formulieren", locale__language_code="nl")
    assert page.live
    assert page.review_on is not None


def test_a_link_that_leads_nowhere_is_refused_by_name(adding: Callable[..., Any]) -> None:
    wrong = {**WHOLE, "how": 'Zie <a href="/nl/bestaat-niet/">deze pagina</a>.'}
    answer = adding("action-publish", **wrong)
    assert answer.status_code == 200
    assert "deze pagina" in str(answer.context["form"].errors["how"])


def test_the_words_of_a_stream_tell_their_broken_link_too(cast: Cast, sign_in: SignIn) -> None:
    page = ContentPage.objects.get(slug="privacy", locale__language_code="nl")
    html = '<p>Zie <a href="#nergens">hieronder</a>.</p>'
    data = nested_form_data(
        {
            "title": page.title, "slug": page.slug, "summary": page.summary, "source_note": "", "confirmed_on": "",
            "owner_name": "", "owner_mail": "", "review_every": "6", "review_on": "", "action-publish": "1",
            "body": streamfield([("paragraph", rich_text(html, features=TEXT_FEATURES))]),
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        }
    )  # fmt: skip
    answer = sign_in(cast.editor).post(f"/beheer/pages/{page.pk}/edit/", data)
    assert answer.status_code == 200
    assert "hieronder" in answer.content.decode()
    assert "body" in answer.context["form"].errors


def test_publishing_several_at_once_asks_of_each_what_the_form_asks(cast: Cast, sign_in: SignIn) -> None:
    page = ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")
    page.unpublish()
    page.what = "<p></p>"
    page.save_revision(clean=False)
    address = f"/beheer/bulk/wagtailcore/page/publish/?id={page.pk}&next=/beheer/"
    sign_in(cast.editor).post(address, {"include_descendants": ""})
    page.refresh_from_db()
    assert not page.live


def test_every_page_that_comes_with_the_house_could_be_published() -> None:
    pages = [
        page
        for model in page_types()
        for page in model._default_manager.filter(live=True, alias_of=None).select_related("locale")
    ]
    refused = {f"{page.slug} ({page.locale.language_code}): {missing(page)}" for page in some(pages) if missing(page)}
    assert refused == set()


@pytest.mark.parametrize("value", [None, "", "<p></p>", "<p>\xa0</p><p><br/></p>", "  "])
def test_a_text_of_empty_paragraphs_says_nothing(value: Any) -> None:
    assert is_empty(value)


def test_why_not_is_empty_for_a_page_that_can_go_out() -> None:
    assert why_not(ServicePage.objects.get(slug="jeugdhulp", locale__language_code="nl")) == ""


FROM_WORD = (
    '<p class="MsoNormal" style="margin-left:36pt;mso-list:l0 level1"><span style="font-family:Calibri">Bel&nbsp;ons'
    '<o:p></o:p></span></p><p class="MsoNormal"><b><span style="mso-bidi-font-weight:normal">Wat kost het?</span></b>'
    "</p>"
    '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><h1>Grote kop</h1><table><tr><td>cel</td></tr></table>'
    '<p><font color="red">rood</font> <a href="javascript:alert(1)">klik</a></p><script>alert(1)</script>'
)


def test_what_is_pasted_from_word_is_stored_without_its_looks() -> None:
    converter = ContentstateConverter(TEXT_FEATURES)
    stored = converter.to_database_format(converter.from_database_format(FROM_WORD))
    for rest in ("mso", "Mso", "style=", "<span", "<o:p", "<font", "<h1", "<table", "javascript:", "<script"):
        assert rest not in stored, rest
    for words in ("Bel", "Wat kost het?", "Grote kop", "rood"):
        assert words in stored

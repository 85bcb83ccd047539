"""What a person translated is never overwritten, whatever an editor clicks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.glossary.selectors import all_words
from home.models import GlossaryTerm
from home.translation.machine_words import FALLBACK, OUTDATED, confirm_words
from home.translation.source_versions import untranslated
from services.models import ServicePage

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KEY = "dienst-informatie-en-advies"
OURS = "Come in and talk with us"
TRANSLATOR = "vertaler"
Captured = Callable[..., Any]


def page_in(language: str) -> ServicePage:
    source = ServicePage.objects.get(content_key=KEY, locale__language_code="nl", alias_of=None)
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific


def source_of(page: Page) -> TranslationSource:
    return TranslationSource.objects.get(object_id=page.translation_key)


def into_english() -> Translation:
    return Translation.objects.get(source=source_of(page_in("nl")), target_locale__language_code="en")


def change_dutch(**fields: Any) -> None:
    page = page_in("nl")
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def words_of(page: Any) -> tuple[str, ...]:
    return tuple(str(getattr(page, name)) for name in ("title", "summary", *page.ANATOMY))


@pytest.fixture(scope="module")
def words_of_a_person(module_database: None, django_db_blocker: Any) -> None:
    """An English page of which a translator wrote the title and confirmed the rest."""
    with django_db_blocker.unblock():
        person = User.objects.create_superuser(TRANSLATOR)
        english = page_in("en")
        title = StringTranslation.objects.get(
            context__object_id=english.translation_key, context__path="title", locale=english.locale
        )
        title.data, title.translation_type, title.tool_name = OURS, StringTranslation.TRANSLATION_TYPE_MANUAL, ""
        title.save()
        into_english().source.create_or_update_translation(english.locale, user=person, publish=False)
        page_in("en").latest_revision.publish()
        confirm_words(page_in("en"), person)
        assert page_in("en").title == OURS


@pytest.fixture
def editor(words_of_a_person: None, client: Client, db: None) -> Client:
    """The translator at the desk."""
    client.force_login(User.objects.get(username=TRANSLATOR), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks: Captured) -> Captured:
    """wagtail-localize publishes after the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def sync(editor: Client, after_commit: Captured, publish: bool) -> str:
    with after_commit():
        response = editor.post(
            f"/beheer/localize/update/{source_of(page_in('nl')).pk}/",
            {"publish_translations": "on"} if publish else {},
            follow=True,
        )
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("publish", [False, True])
def test_updating_the_translations_leaves_every_sentence_of_a_person(
    editor: Client, after_commit: Captured, publish: bool
) -> None:
    before = words_of(page_in("en"))
    change_dutch(summary="Heel iets anders.")
    shown = sync(editor, after_commit, publish)
    assert words_of(page_in("en")) == before
    assert page_in("en").translation_state == OUTDATED
    assert untranslated(into_english()).count() == 1
    assert ("there are sentences to translate first" in shown or "eerst te vertalen" in shown) or not publish


def test_after_a_minor_edit_the_corrected_sentence_keeps_its_translation(
    editor: Client, after_commit: Captured
) -> None:
    before = words_of(page_in("en"))
    page = page_in("nl")
    page.summary, page.minor_edit = f"{page.summary.rstrip('.')}!", True
    page.save_revision().publish()
    sync(editor, after_commit, publish=True)
    assert untranslated(into_english()).count() == 0
    assert words_of(page_in("en")) == before
    assert page_in("en").translation_state == "human"
    segment = StringSegment.objects.get(source=source_of(page_in("nl")), context__path="summary")
    assert segment.string.data == page.summary


def test_a_sentence_that_came_in_between_has_no_translation(editor: Client, after_commit: Captured) -> None:
    page = page_in("nl")
    page.what, page.minor_edit = f"<p>Iets nieuws.</p>{page.what}", True
    page.save_revision().publish()
    sync(editor, after_commit, publish=False)
    assert untranslated(into_english()).count() == 1


def test_updating_publishes_what_is_complete(editor: Client, after_commit: Captured) -> None:
    change_dutch(summary="Heel iets anders.")
    sync(editor, after_commit, publish=False)
    segment = StringSegment.objects.get(source=source_of(page_in("nl")), context__path="summary")
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=page_in("en").locale,
        data="Something else altogether.",
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
    )
    sync(editor, after_commit, publish=True)
    page = page_in("en")
    assert (page.title, page.summary, page.translation_state) == (OURS, "Something else altogether.", "human")
    assert page_in("ar").translation_state == OUTDATED


def test_publishing_from_the_translation_editor_does_not_bring_dutch_sentences_back(
    editor: Client, after_commit: Captured
) -> None:
    change_dutch(summary="Heel iets anders.")
    sync(editor, after_commit, publish=False)
    before = words_of(page_in("en"))
    with after_commit():
        editor.post(f"/beheer/pages/{page_in('en').pk}/edit/", {"action": "publish"})
    assert words_of(page_in("en")) == before


def test_converted_to_an_alias_and_back_it_says_what_the_person_wrote(editor: Client, after_commit: Captured) -> None:
    english = page_in("en")
    before = words_of(english)
    editor.post(f"/beheer/localize/page/{english.pk}/convert_to_alias/")
    assert page_in("en").translation_state == FALLBACK
    with after_commit():
        editor.post(f"/beheer/localize/submit/page/{page_in('nl').pk}/", {"locales": [english.locale_id]})
    assert words_of(page_in("en")) == before
    assert page_in("en").translation_state == "human"


def test_beginning_a_translation_on_an_alias_leaves_the_other_languages(editor: Client, after_commit: Captured) -> None:
    before = words_of(page_in("en"))
    turkish = page_in("tr")
    with after_commit():
        editor.post(f"/beheer/localize/submit/page/{page_in('nl').pk}/", {"locales": [turkish.locale_id]})
    assert words_of(page_in("en")) == before
    assert not page_in("tr").is_fallback
    assert page_in("tr").translation_state == OUTDATED  # nothing of it is translated yet
    assert page_in("tr").language_of(page_in("tr").title) == "nl"


def test_beginning_with_all_that_stands_below_skips_what_is_translated(editor: Client, after_commit: Captured) -> None:
    change_by_hand(editor, summary="Written on the page itself.")
    parent = page_in("nl").get_parent().specific
    above = parent.get_translation(page_in("en").locale)
    editor.post(f"/beheer/localize/page/{above.pk}/convert_to_alias/")
    with after_commit():
        editor.post(
            f"/beheer/localize/submit/page/{parent.pk}/",
            {"locales": [above.locale_id], "include_subtree": "on"},
        )
    assert not Page.objects.get(pk=above.pk).alias_of_id
    assert page_in("en").summary == "Written on the page itself."
    assert not into_english().enabled


def change_by_hand(editor: Client, **fields: Any) -> None:
    """Translation stopped, and the page written in the ordinary editor."""
    editor.post(f"/beheer/localize/translate/{into_english().pk}/disable/", {"next": "/beheer/"})
    assert not into_english().enabled
    page = page_in("en")
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_what_was_written_on_the_page_itself_survives_going_back_to_the_translation_editor(
    editor: Client, after_commit: Captured
) -> None:
    change_by_hand(editor, summary="Written on the page itself.")
    address = f"/beheer/pages/{page_in('en').pk}/edit/"
    editor.post(address, {"localize-restart-translation": "1"})
    assert into_english().enabled
    with after_commit():
        editor.post(address, {"action": "publish"})
    assert page_in("en").summary == "Written on the page itself."


def test_a_page_with_other_paragraphs_is_not_given_back_to_the_translation_editor(editor: Client) -> None:
    change_by_hand(editor, what="<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>Five.</p><p>Six.</p><p>Seven.</p>")
    shown = editor.post(f"/beheer/pages/{page_in('en').pk}/edit/", {"localize-restart-translation": "1"}, follow=True)
    assert not into_english().enabled
    assert "Seven." in page_in("en").what
    assert shown.status_code == 200


def test_a_machine_fills_in_only_what_nobody_translated(editor: Client, after_commit: Captured, settings: Any) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    change_dutch(summary="Heel iets anders.")
    sync(editor, after_commit, publish=False)
    with after_commit():
        editor.post(f"/beheer/localize/translate/{into_english().pk}/machine_translate/", {"next": "/beheer/"})
        editor.post(f"/beheer/pages/{page_in('en').pk}/edit/", {"action": "publish"})
    page = page_in("en")
    assert page.title == OURS
    assert page.summary != "Heel iets anders."
    assert page.translation_state == "machine"


def test_loading_the_content_again_leaves_it(editor: Client, settings: Any) -> None:
    from services.content.load import load

    before = words_of(page_in("en"))
    load(settings.CONTENT_DIR)
    assert words_of(page_in("en")) == before


def test_an_editor_confirms_a_page_in_one_click_where_its_sentences_are_checked(editor: Client) -> None:
    arabic = page_in("ar")
    shown = editor.get(f"/beheer/pages/{arabic.pk}/edit/").content.decode()
    assert "js-translation-editor" in shown
    assert f'action="/beheer/vertaling/{arabic.pk}/bevestigen/"' in shown
    editor.post(f"/beheer/vertaling/{arabic.pk}/bevestigen/")
    assert page_in("ar").translation_state == "human"
    assert "confirm-bar" not in editor.get(f"/beheer/pages/{arabic.pk}/edit/").content.decode()


def test_the_translator_of_a_hard_word_sees_it_as_it_is_now(editor: Client) -> None:
    term = GlossaryTerm.objects.filter(locale__language_code="nl").first()
    assert term is not None
    fields = {"term": term.term, "forms": term.forms, "explanation": "Heel anders uitgelegd.", "slug": term.slug}
    editor.post(f"/beheer/snippets/home/glossaryterm/edit/{term.pk}/", fields)
    term.refresh_from_db()
    assert term.explanation == "Heel anders uitgelegd."
    asked = StringSegment.objects.filter(source__object_id=term.translation_key).values_list("string__data", flat=True)
    assert "Heel anders uitgelegd." in asked


def test_a_translation_that_lacks_a_sentence_has_no_button_and_tells_which(editor: Client) -> None:
    arabic = page_in("ar")
    change_dutch(summary="Heel iets anders.")
    shown = editor.get(f"/beheer/pages/{arabic.pk}/edit/").content.decode()
    assert f'action="/beheer/vertaling/{arabic.pk}/bevestigen/"' not in shown
    assert "Heel iets anders." in editor.get(f"/beheer/vertaling/{arabic.pk}/bevestigen/").content.decode()
    told = editor.post(f"/beheer/vertaling/{arabic.pk}/bevestigen/", follow=True).content.decode()
    assert "Heel iets anders." in told
    assert page_in("ar").translation_state == OUTDATED


def test_a_hard_word_is_published_in_another_language_when_every_sentence_of_it_is_translated(
    editor: Client, after_commit: Captured
) -> None:
    term = GlossaryTerm.objects.filter(locale__language_code="nl").first()
    assert term is not None
    english = GlossaryTerm.objects.get(translation_key=term.translation_key, locale__language_code="en")
    own = english.explanation
    fields = {"term": term.term, "forms": term.forms, "explanation": "Heel anders uitgelegd.", "slug": term.slug}
    editor.post(f"/beheer/snippets/home/glossaryterm/edit/{term.pk}/", fields)
    address = f"/beheer/snippets/home/glossaryterm/edit/{english.pk}/"
    with after_commit():
        told = editor.post(address, {"action": "publish"}, follow=True).content.decode()
        source = TranslationSource.objects.get(object_id=term.translation_key)
        editor.post(f"/beheer/localize/update/{source.pk}/", {"publish_translations": "on"})
    english.refresh_from_db()
    assert "“Heel anders uitgelegd.”" in told
    assert english.explanation == own
    segment = StringSegment.objects.get(source=source, context__path="explanation")
    StringTranslation.objects.create(
        translation_of=segment.string, context=segment.context, locale=english.locale, data="Told in another way."
    )
    editor.post(address, {"action": "publish"})
    english.refresh_from_db()
    assert english.explanation == "Told in another way."
    turkish = Locale.objects.get(language_code="tr")
    editor.post(f"/beheer/localize/submit/snippet/home/glossaryterm/{term.pk}/", {"locales": [turkish.pk]})
    assert GlossaryTerm.objects.filter(translation_key=term.translation_key, locale=turkish).exists()
    assert [each.lang for each in all_words("tr") if each.slug == term.slug] == ["nl"]

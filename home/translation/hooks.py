"""The hooks by which Wagtail's admin gets the screens and buttons of translations."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import TranslatableMixin

from home.languages import source_code
from home.pages.permissions import may_write_pages
from home.translation.confirm import CONFIRMED, confirm_button, confirm_translation
from home.translation.in_step.words import carry_words
from home.translation.matrix_views import MatrixView
from home.translation.source_versions import MINOR
from home.translation.string_views import ask_machine, type_string, upload_file
from home.translation.sync import SubmitView, UpdateView, before_editing, before_editing_snippet
from home.translation.translation_sources import refresh_source

hooks.register("register_page_listing_more_buttons", confirm_button)
hooks.register("register_page_header_buttons", confirm_button)
# Before wagtail-localize looks at what is posted.
hooks.register("before_edit_page", before_editing, order=-10)
hooks.register("before_edit_snippet", before_editing_snippet, order=-10)


@hooks.register("register_admin_urls", order=-10)
def urls() -> list[URLPattern]:
    """Returns the URLs of translations; those below `localize/` take the place of wagtail-localize's own."""
    return [
        path("vertaling/<int:page_id>/bevestigen/", confirm_translation, name="confirm_translation"),
        path("vertalingen/", MatrixView.as_view(), name="translation_matrix"),
        path("vertalingen/lijst/", MatrixView.as_view(results_only=True), name="translation_matrix_results"),
        path("localize/reports/translations/", RedirectView.as_view(pattern_name="translation_matrix")),
        path("localize/update/<int:translation_source_id>/", UpdateView.as_view()),
        path("localize/submit/page/<int:page_id>/", SubmitView.as_view()),
        path("localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/", type_string),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload_file),
        path("localize/translate/<int:translation_id>/machine_translate/", ask_machine),
    ]


@hooks.register("after_edit_snippet")
def translators_see_it(request: HttpRequest, instance: Any) -> None:
    """Refreshes what translators see of a term, message or help line after it was changed in Dutch."""
    in_source = isinstance(instance, TranslatableMixin) and instance.locale.language_code == source_code()
    if in_source and refresh_source(instance):
        carry_words(instance)


class MatrixMenuItem(MenuItem):
    """A menu item for people who write or publish pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_write_pages(request.user)


@hooks.register("register_reports_menu_item")
def matrix_menu_item() -> MenuItem:
    """Returns the menu item of the report of translations, among the reports."""
    return MatrixMenuItem(
        _("Translations"), reverse("translation_matrix"), name="translation-matrix", icon_name="globe", order=90
    )


@hooks.register("construct_reports_menu")
def one_report_of_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Removes wagtail-localize's own report, which counts strings and knows no missing page; ours takes its place."""
    theirs = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != theirs]


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Registers the words that the history of a page shows for what is done about translations."""
    names: tuple[tuple[str, Any, Any], ...] = (
        (MINOR, _("Minor edit"), _("Minor edit: translations stay up to date")),
        (CONFIRMED, _("Confirm translation"), _("Confirmed the translation")),
    )
    for name, label, message in names:
        actions.register_action(name, label, message)

"""The report of translations: every Dutch page with its state in every other language."""

from collections import Counter
from typing import Any

import django_filters
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page, get_page_content_types

from home.languages import Language, languages, source_code
from home.pages.links import path_at
from home.pages.selectors import page_types
from home.translation.machine_words import FALLBACK, HUMAN, MACHINE, OUTDATED
from home.translation.states import PageTranslations, TranslationState, source_pages, states_of

STATES = (
    (HUMAN, gettext_lazy("Up to date")),
    (OUTDATED, gettext_lazy("Outdated")),
    (MACHINE, gettext_lazy("Machine")),
    (FALLBACK, gettext_lazy("Missing")),
)
SECTION = 3
"""The depth in the tree of the sections of the site."""


def other_languages() -> list[Language]:
    """Returns the languages that are translated into, in the order of the settings."""
    return [language for language in languages() if language.code != source_code()]


def word_of(state: TranslationState) -> str:
    """Returns the name of a state in the language of the request."""
    return str(dict(STATES)[state.name])


def _sections(request: HttpRequest | None) -> QuerySet[Page]:
    return Page.objects.filter(live=True, depth=SECTION, locale__language_code=source_code()).order_by("path")


def _owners() -> list[tuple[str, str]]:
    names = _owned(Page.objects.filter(locale__language_code=source_code(), depth__gt=1))
    return [(name, name) for name in sorted(set(names.values_list("owner_named", flat=True)) - {""})]


def _owned(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Returns the pages annotated with the name of their owner, for which every page type has a column of its own."""
    names = [NullIf(F(f"{model._meta.model_name}__owner_name"), Value("")) for model in page_types()]
    return pages.annotate(owner_named=Coalesce(*names, Value(""), output_field=CharField()))


class MatrixFilters(WagtailFilterSet):
    """The filters of the report: state, language, type, section and owner."""

    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=STATES, method="leave")
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"),
        choices=lambda: [(language.code, language.translated_name) for language in other_languages()],
        method="leave",
    )
    content_type = ContentTypeFilter(
        label=gettext_lazy("Type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )
    section = django_filters.ModelChoiceFilter(label=gettext_lazy("Section"), queryset=_sections, method="below")
    owner_named = django_filters.ChoiceFilter(label=gettext_lazy("Owner"), choices=_owners)

    class Meta:
        model = Page
        fields: list[str] = []

    def leave(self, pages: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """Returns the pages unchanged: a state is no column, so the view filters by state and language itself."""
        return pages

    def below(self, pages: QuerySet[Page], name: str, section: Page) -> QuerySet[Page]:
        """Returns the pages of one section, its own page too."""
        return pages.filter(path__startswith=section.path)


class MatrixView(PageReportView):
    """The report: a row per Dutch page, a column per language. The number of queries does not grow with the pages."""

    results_template_name = "home/admin/translation_matrix.html"
    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    index_url_name = "translation_matrix"
    index_results_url_name = "translation_matrix_results"
    filterset_class = MatrixFilters
    any_permission_required = ["add", "change", "publish"]
    export_filename = "translations"
    paginate_by = 100

    def get_queryset(self) -> QuerySet[Page]:
        pages = Page.objects.filter(live=True, depth__gt=1, locale__language_code=source_code())
        return _owned(pages).select_related("content_type").order_by("path")

    def filter_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        pages: QuerySet[Page] = super().filter_queryset(queryset)
        chosen = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        if not chosen.get("state"):
            return pages
        wanted = [number for number, standing in self.standings.items() if self._has(standing, chosen)]
        return pages.filter(pk__in=wanted)

    @cached_property
    def standings(self) -> dict[int, PageTranslations]:
        """Returns every Dutch page with its states, by its number."""
        return {standing.page.pk: standing for standing in states_of(source_pages())}

    @cached_property
    def shown_languages(self) -> list[Language]:
        """Returns the languages with a column: the one that was chosen, or all."""
        chosen = self.filters.form.cleaned_data.get("language") if self.filters.is_valid() else ""
        return [language for language in other_languages() if chosen in ("", None, language.code)]

    @property
    def list_export(self) -> list[str]:
        """Returns the columns of the spreadsheet."""
        return [
            "title",
            "content_type",
            "section_title",
            "owner_named",
            *(f"in_words.{language.code}" for language in self.shown_languages),
            "address",
        ]

    @property
    def export_headings(self) -> dict[str, str]:
        """Returns the headings of those columns."""
        own = {
            "title": _("Page"),
            "content_type": _("Type"),
            "section_title": _("Section"),
            "owner_named": _("Owner"),
            "address": _("Address"),
        }
        return own | {f"in_words.{language.code}": language.translated_name for language in self.shown_languages}

    @property
    def custom_field_preprocess(self) -> dict[str, Any]:
        """Returns the functions that write the type of a page in the spreadsheet as editors know it."""
        return {
            "content_type": {
                self.FORMAT_CSV: lambda kind: capfirst(get_content_type_label(kind)),
                self.FORMAT_XLSX: lambda kind: capfirst(get_content_type_label(kind)),
            }
        }

    def decorate_paginated_queryset(self, object_list: Any) -> list[Page]:
        """Returns the rows with their states, section and address, without a query per row."""
        sections = {each.page.path: each.page.title for each in self.standings.values() if each.page.depth == SECTION}
        step = Page.steplen
        rows = []
        for page in object_list:
            standing = self.standings[page.pk]
            page.states = [standing.in_language(language.code) for language in self.shown_languages]
            page.in_words = {state.language: word_of(state) for state in page.states}
            page.section_title = sections.get(page.path[: SECTION * step], "")
            page.address = path_at(page.url_path)
            rows.append(page)
        return rows

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        shown = [self.standings[number] for number in self.object_list.values_list("pk", flat=True)]
        return context | {"columns": self.shown_languages, "counts": self._counts(shown), "states": STATES}

    def _counts(self, standings: list[PageTranslations]) -> list[tuple[Language, list[tuple[TranslationState, int]]]]:
        counted = []
        for language in self.shown_languages:
            found = Counter(standing.in_language(language.code).name for standing in standings)
            counted.append((language, [(TranslationState(name), found[name]) for name, _word in STATES]))
        return counted

    def _has(self, standing: PageTranslations, chosen: dict[str, Any]) -> bool:
        codes = {chosen["language"]} if chosen.get("language") else {language.code for language in other_languages()}
        return any(state.name == chosen["state"] for state in standing.states if state.language in codes)

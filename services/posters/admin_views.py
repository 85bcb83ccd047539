"""Posters and flyers in the admin: choose one, look at it, download it."""

import io
import zipfile
from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from home.editing.refusals import admin_403
from home.languages import Language, languages, source_code
from home.models import Municipality
from home.pages.closed import open_to_all
from services.places.models import District
from services.posters import press
from services.posters.presenters import NoSuchSheet, is_discreet, sheet_of
from services.posters.sheet import Sheet, SheetKind, Untranslated, file_name
from services.posters.views import busy, sheet_for
from services.themes.models import Theme, ThemePage

MAY = "services.change_theme"


class PosterForm(forms.Form):
    """Chooses a sheet by theme, district, kind and language."""

    theme = forms.ChoiceField(label=_("Theme"))
    district = forms.ChoiceField(label=_("District"))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(SheetKind.POSTER, _("Poster, A4")), (SheetKind.FLYER, _("Flyer, A5, two sides"))]
    )
    language = forms.ChoiceField(label=_("Language"))

    def offer(self, themes: list[Theme], districts: list[District]) -> None:
        """Sets the themes, districts and languages that can be chosen."""
        self.fields["theme"].choices = [(each.slug, each.name) for each in themes]  # type: ignore[attr-defined]
        self.fields["district"].choices = [(each.slug, each.name) for each in districts]  # type: ignore[attr-defined]
        self.fields["language"].choices = [(each.code, each.name) for each in languages()]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class InLanguage:
    """The chosen sheet in one language, or what of it is not translated; neither when there is no such sheet."""

    language: Language
    url: str
    sheet: Sheet | None = None
    missing: tuple[str, ...] = ()


@admin_403
@permission_required(MAY, raise_exception=True)
@require_safe
def posters_page(request: HttpRequest) -> HttpResponse:
    """Shows one sheet with its picture, and in which languages it exists.

    Raises Http404 without themes or districts.
    """
    with_a_page = open_to_all(ThemePage.objects.live()).values("theme")
    themes = list(Theme.objects.active().filter(pk__in=with_a_page))
    districts = list(District.objects.filter(locations__isnull=False).distinct())
    if not themes or not districts:
        raise Http404
    first = {
        "theme": themes[0].slug,
        "district": districts[0].slug,
        "kind": SheetKind.POSTER.value,
        "language": source_code(),
    }
    form = PosterForm(first | {name: request.GET[name] for name in first if name in request.GET})
    form.offer(themes, districts)
    chosen = form.cleaned_data if form.is_valid() else first
    kind = SheetKind(chosen["kind"])
    offered = [_in_language(request, kind, chosen["theme"], chosen["district"], each) for each in languages()]
    shown = next(each for each in offered if each.language.code == chosen["language"])
    theme = next(each for each in themes if each.slug == chosen["theme"])
    return render(
        request,
        "services/posters/page.html",
        {
            "form": form,
            "chosen": chosen,
            "offered": offered,
            "shown": shown,
            "sides": range(1, press.SIDES[kind] + 1),
            "discreet": is_discreet(kind, theme),
            "available": sum(each.sheet is not None for each in offered),
        },
    )


def _in_language(request: HttpRequest, kind: SheetKind, theme: str, district: str, language: Language) -> InLanguage:
    with translation.override(language.code):
        url = reverse("services:sheet", args=[theme, district, kind.value])
    try:
        found = sheet_of(kind, theme, district, language.code, Municipality.for_request(request), timezone.now())
    except NoSuchSheet:
        return InLanguage(language, url)
    if isinstance(found, Untranslated):
        return InLanguage(language, url, missing=found.texts)
    return InLanguage(language, url, found)


@admin_403
@permission_required(MAY, raise_exception=True)
@require_safe
def poster_picture(
    request: HttpRequest, theme: str, district: str, kind: str, language: str, side: int
) -> HttpResponse:
    """Returns one side of a sheet as a small PNG; 503 while another one is being made. Raises Http404."""
    sheet = sheet_for(request, kind, theme, district, language)
    if sheet is None or not 1 <= side <= press.SIDES[sheet.kind]:
        raise Http404
    try:
        return HttpResponse(press.picture_of(sheet, side), content_type="image/png")
    except press.Busy:
        return busy()


@admin_403
@permission_required(MAY, raise_exception=True)
@require_safe
def posters_bundle(request: HttpRequest, theme: str, district: str, kind: str) -> HttpResponse:
    """Returns a ZIP file with the sheet in every language in which it exists; 503 while another one is being made.

    Raises Http404 when it exists in none.
    """
    sheets = [sheet_for(request, kind, theme, district, language.code) for language in languages()]
    found = [sheet for sheet in sheets if sheet is not None]
    if not found:
        raise Http404
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
            for sheet in found:
                bundle.writestr(f"{file_name(sheet, theme, district)}.pdf", press.pdf_of(sheet))
    except press.Busy:
        return busy()
    name = file_name(found[0], theme, district).removesuffix(f"-{found[0].language}")
    response = HttpResponse(made.getvalue(), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response

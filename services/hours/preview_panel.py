"""What residents will read, beside the editor's form: the hours as they would be with what was typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from wagtail.models import PreviewableMixin

from home.translation.languages import languages


class SeenByResidents(PreviewableMixin):
    """A recording of hours that can be looked at before it is saved, in each language."""

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """A language each."""
        return [(each.code, each.name) for each in languages()]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The hours of its calendar, open or closed now, and the weeks that it touches."""
        from services.hours.preview import preview_of  # it reads the rows, which are made with this

        with translation.override(mode_name):
            context: dict[str, Any] = preview_of(self, timezone.now())
            response = TemplateResponse(request, "services/hours_preview.html", context)
            response.render()
        return response

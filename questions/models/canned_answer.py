"""Texts that colleagues begin an answer with."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Select, Textarea
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PreviewableMixin

from home.languages import source_code
from home.text.visible import says_something
from services.facts.in_answers import answer_html, unknown_in


def check_facts(text: str) -> None:
    """Raises ValidationError, with their names, when facts are named in the text that are not there."""
    unknown = unknown_in(text)
    if unknown:
        message = gettext("There is no fact “%(name)s”. Choose one from the list, or write the words yourself.")
        raise ValidationError(message % {"name": "”, “".join(unknown)})


class CannedAnswer(PreviewableMixin, models.Model):
    """A text that colleagues begin an answer with. Facts stand in it by name. Editors and leaders manage them."""

    name = models.CharField(_("name"), max_length=80, help_text=_("What colleagues choose it by"))
    theme = models.ForeignKey(
        "services.Theme",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("theme"),
        help_text=_("Leave empty for every theme"),
    )
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("text"), max_length=10_000)
    active = models.BooleanField(_("in use"), default=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("theme"),
        FieldPanel("language", widget=Select(choices=settings.LANGUAGES)),
        FieldPanel(
            "text",
            widget=Textarea(attrs={"rows": 10, "dir": "auto"}),
            help_text=_("A number, age or address stands in it by name, such as {fact:juridisch-loket}."),
        ),
        FieldPanel("active", help_text=_("Colleagues can choose it. Switch it on when somebody who reads it agrees.")),
    ]

    class Meta:
        verbose_name = _("canned answer")
        verbose_name_plural = _("canned answers")
        ordering = ["name", "language"]
        constraints = [
            models.UniqueConstraint(fields=["name", "theme", "language"], name="one_canned_answer_per_language"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"

    def clean(self) -> None:
        super().clean()
        faults: dict[str, Any] = {}
        if self.language and self.language not in dict(settings.LANGUAGES):
            faults["language"] = gettext("The site has no such language.")
        if self.text and not says_something(self.text):
            faults["text"] = gettext("Write an answer first.")
        try:
            check_facts(self.text)
        except ValidationError as fault:
            faults["text"] = fault
        same = CannedAnswer.objects.filter(name=self.name, language=self.language).exclude(pk=self.pk)
        # The constraint lets several through without a theme: an empty one equals nothing.
        if self.theme_id is None and same.filter(theme__isnull=True).exists():
            faults["name"] = gettext("There is one of this name in this language already.")
        if faults:
            raise ValidationError(faults)

    @property
    def unknown_facts(self) -> list[str]:
        """Returns the names of facts that were there when it was written and are not any more, sorted."""
        return unknown_in(self.text)

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Returns one mode: it is written in one language, and read in that one."""
        return [("", str(_("As the resident reads it")))]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Returns the text as the resident reads it, facts filled in, on a page in its own language."""
        language = self.language if self.language in dict(settings.LANGUAGES) else source_code()
        with translation.override(language):
            context = {"text": answer_html(self.text, language), "language": language}
            response = TemplateResponse(request, "desk/canned_answer_preview.html", context)
            response.render()
        return response

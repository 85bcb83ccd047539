"""The form of a colleague."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from wagtail.admin.forms import WagtailAdminModelForm

from home.languages import source_code
from services.directory.selectors import language_name
from services.models import SpokenLanguage


class ColleagueForm(WagtailAdminModelForm):
    """A colleague, with the languages by their names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [*dict(settings.LANGUAGES), *SpokenLanguage.objects.values_list("code", flat=True)]
        names: dict[str, str] = {code: language_name(code, get_language() or source_code()) for code in codes}
        # What somebody typed before there was a list stays as it is.
        names |= {code: code for code in self.instance.languages or [] if code not in names}
        self.fields["languages"] = forms.MultipleChoiceField(
            label=self.fields["languages"].label,
            choices=[(code, names[code]) for code in sorted(names, key=lambda code: names[code].casefold())],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )

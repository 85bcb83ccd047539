"""Where a resident lives: by postcode, by choice, or not told. The postcode is looked up and not kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.languages import TextInLanguage, source_code
from questions.resident.fields import BareText, SelectInLanguage
from services.directory.query import postcode_digits
from services.models import District, Postcode


class HomeFields(forms.Form):
    """A postcode, and the list of the parts of town. What was chosen from the list goes before the postcode."""

    where = _("Where do you live?")
    """What the fields ask together."""

    postcode = BareText(
        label=_("Postcode"),
        required=False,
        max_length=20,
        help_text=_("We look up the part of town and do not keep the postcode. Four digits are enough."),
        error_messages={"max_length": _("A postcode has four digits, like 8011.")},
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "dir": "ltr"}),
    )
    district = forms.ChoiceField(
        label=_("Or choose the part of town"),
        required=False,
        widget=SelectInLanguage,
        error_messages={"invalid_choice": _("We do not know this part of town. Choose one from the list.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.districts = list(District.objects.order_by("order"))
        fields: dict[str, Any] = self.fields
        fields["district"].choices = [("", _("I do not know, or I would rather not say"))] + [
            (row.slug, TextInLanguage(row.name, source_code())) for row in self.districts
        ]

    def clean_postcode(self) -> str:
        """Returns the four digits of the postcode, empty when nothing was typed."""
        typed: str = self.cleaned_data["postcode"]
        digits = postcode_digits(typed)
        if typed and not digits:
            raise forms.ValidationError(
                _("This is not a postcode. A postcode has four digits, like 8011. You can also leave this empty."),
                code="invalid",
            )
        return digits

    @property
    def home(self) -> District | None:
        """Returns the district that was chosen, else the one of the postcode; None when neither tells it."""
        chosen = self.cleaned_data.get("district")
        if chosen:
            return next((row for row in self.districts if row.slug == chosen), None)
        digits = self.cleaned_data.get("postcode")
        row = Postcode.objects.filter(digits=int(digits)).select_related("district").first() if digits else None
        return row.district if row else None

    @property
    def lives_elsewhere(self) -> bool:
        """Returns whether a postcode was typed that is none of ours, and nothing was chosen from the list."""
        return bool(self.cleaned_data.get("postcode")) and self.home is None

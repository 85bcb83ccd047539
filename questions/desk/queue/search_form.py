"""The form with which a colleague looks for words in open questions, or for a question by its reference."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.text.normalise import asked_words

LONGEST = 200


class SearchForm(forms.Form):
    """What is looked for. It is posted, so that it stands in no address and no log."""

    words = forms.CharField(
        label=_("Search in open questions"),
        max_length=LONGEST,
        help_text=_("Words, a name, or a reference."),
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "spellcheck": "false", "dir": "auto", "data-key": "/"}
        ),
        error_messages={"required": _("Type what you look for.")},
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if not asked_words(words):
            raise forms.ValidationError(gettext("Type a word with letters or digits."))
        return words

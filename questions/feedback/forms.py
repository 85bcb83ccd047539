"""The vote on a page, and the remark that goes with it."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_REMARK = 1000
YES, NO = "ja", "nee"


class VoteForm(forms.Form):
    """The vote on a page: it helped, or it did not."""

    page = forms.IntegerField(min_value=1)
    helpful = forms.ChoiceField(choices=[(YES, YES), (NO, NO)])

    @property
    def is_helpful(self) -> bool:
        """Returns whether the vote is a yes."""
        return bool(self.cleaned_data["helpful"] == YES)


class RemarkForm(forms.Form):
    """The remark that goes with a vote: what was missing, or what helped."""

    vote = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What was missing?"),
        max_length=LONGEST_REMARK,
        required=False,
        help_text=_("Do not write a name, address or phone number. We cannot answer here."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    text.widget.attrs["dir"] = "auto"

    def ask_after(self, helpful: bool) -> "RemarkForm":
        """Sets the question that fits the vote, and returns the form."""
        if helpful:
            self.fields["text"].label = _("What helped you?")
        return self

"""The form with which somebody tells us of a worry about another person."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.actions.ask import NewQuestion
from questions.desk_choices import QuestionKind
from questions.resident.fields import ShortText, text_field
from questions.resident.forms import AskForm
from questions.worry_choices import AgeGroup, Known, MayTell, Relation

PRESET_THEME = "veilig"
# In the order in which they are asked and told.
TOLD = ("noticed", "relation", "age_group", "person", "children", "knows", "wanted", "may_tell")
CHOOSE_ONE = _("Choose what fits best.")


def one_of(label: Any, choices: Any, *, required: bool = False) -> forms.ChoiceField:
    """Returns a question with a few answers, of which one is chosen."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_ONE, "invalid_choice": CHOOSE_ONE},
    )


class WorryForm(AskForm):
    """What somebody saw or heard, about whom, and what they want us to do; further as a question of their own."""

    field_order = ["submission", *TOLD[:4], "postcode", "district", *TOLD[4:], "theme", "answer_by"]
    text = None  # type: ignore[assignment]  # it is made of what follows
    where = _("Where does this person live?")

    noticed = text_field(
        _("What did you see or hear?"),
        rows=6,
        help_text=_("Write in your own language, as you would tell it. At most 20,000 characters."),
    )
    relation = one_of(_("Who is it about?"), Relation.choices, required=True)
    age_group = one_of(_("About how old is this person?"), AgeGroup.choices, required=True)
    person = ShortText(
        label=_("Name and street of this person, if you want to give them"),
        required=False,
        max_length=200,
        help_text=_("Without a name we cannot always go and look."),
        error_messages={"max_length": _("Make this shorter: at most 200 characters.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    children = one_of(_("Do children live there?"), Known.choices)
    knows = one_of(_("Does this person know that you are worried?"), Known.choices)
    wanted = text_field(_("What would you like us to do?"), rows=3, help_text=_("At most 20,000 characters."))
    may_tell = one_of(_("May we say that you told us?"), MayTell.choices, required=True)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, language=language, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["wanted"].required = False
        fields["noticed"].error_messages["required"] = _("Write what you saw or heard. A few words are enough.")
        fields["theme"].label = _("What is it about?")
        fields["postcode"].widget.attrs["autocomplete"] = "off"
        if any(theme.slug == PRESET_THEME for theme in self.themes):
            fields["theme"].initial = PRESET_THEME

    @property
    def typed(self) -> str:
        """Returns what was typed so far, also where something is still wrong."""
        return "\n".join(str(self[name].value() or "") for name in ("noticed", "wanted", "person"))

    def asking(self) -> NewQuestion:
        """Returns the worry to write, with what was told by field, and as one text under the headings of the form."""
        self.cleaned_data["text"] = self._as_text()
        report = {name: str(self.cleaned_data[name]).strip() for name in TOLD}
        return replace(super().asking(), kind=QuestionKind.WORRY, report=report)

    def _as_text(self) -> str:
        """Returns the answers under what was asked, without what was left open."""
        fields: dict[str, Any] = self.fields
        parts = []
        for name in TOLD:
            given = str(self.cleaned_data[name]).strip()
            words = dict(getattr(fields[name], "choices", ())).get(given, given)
            if given:
                parts.append(f"{fields[name].label}\n{words}")
        return "\n\n".join(parts)

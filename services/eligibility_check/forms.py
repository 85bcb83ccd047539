"""The two forms of the self-check: what help is wanted with, and one question."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.pages.presenters import marked
from services.eligibility_check.presenters import QuestionView
from services.eligibility_check.topics import Topic


class AboutForm(forms.Form):
    """Asks what somebody wants help with."""

    about = forms.ChoiceField(
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Choose what you need help with.")},
    )

    def __init__(self, topics: Mapping[str, Topic], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["about"]
        field.choices = [(slug, marked(topic.law.title)) for slug, topic in topics.items()]  # type: ignore[attr-defined]
        field.hints = {slug: marked(topic.law.summary) for slug, topic in topics.items()}  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """Asks one question."""

    answer = forms.ChoiceField(
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Choose an answer. “I do not know” is an answer too.")},
    )

    def __init__(self, asked: QuestionView, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = asked.choices  # type: ignore[attr-defined]

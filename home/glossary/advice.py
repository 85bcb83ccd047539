"""Advice on plain language, beside the form, about the version that was saved last. It forbids nothing."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.functional import cached_property
from modelcluster.models import get_serializable_data_for_fields
from wagtail.admin.panels import Panel
from wagtail.models import Page

from home.glossary.plain_words import PlainWord
from home.languages import source_code
from home.text import readability
from home.text.readability import Hint, ReadabilityFigures
from home.text.running_text import texts_in

MOST = 12
"""How many hints are shown at most: nobody reads more."""
NOT_RUNNING_TEXT = frozenset({"title", "seo_title", "source_note"})


def text_of(page: Any) -> str:
    """Returns the running text of a page, a line per paragraph."""
    content = get_serializable_data_for_fields(page)
    texts, streams = type(page).word_fields()
    lines = [line for name in texts if name not in NOT_RUNNING_TEXT for line in texts_in(content.get(name) or "")]
    for name in streams:
        raw = content.get(name) or "[]"
        lines += texts_in(json.loads(raw) if isinstance(raw, str) else raw)
    return "\n".join(line.replace("\xa0", " ") for line in lines)


def plain_words() -> Mapping[str, str]:
    """Returns the plain word for each official word, from the list that editors keep."""
    return dict(PlainWord.objects.values_list("official", "plain"))


class AdvicePanel(Panel):
    """Under the fields of a page: how easy its text is, and which sentences and words could be easier."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/advice.html"

        @cached_property
        def text(self) -> str:
            return text_of(self.instance)

        def is_shown(self) -> bool:
            saved = isinstance(self.instance, Page) and bool(self.instance.pk)
            return bool(super().is_shown() and saved and not self.instance.alias_of_id)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            dutch = self.instance.locale.language_code == source_code()
            figures: ReadabilityFigures = readability.figures(self.text)
            hints: list[Hint] = readability.hints(self.text, plain_words() if dutch else {}, dutch=dutch)
            return context | {
                "dutch": dutch,
                "figures": figures,
                "hints": hints[:MOST],
                "more": max(0, len(hints) - MOST),
                "level": level_of(figures.lix),
            }


def level_of(lix: int) -> str:
    """Returns `easy` for a LIX of 35 at most, `fair` up to 45, else `hard`."""
    return "easy" if lix <= 35 else "fair" if lix <= 45 else "hard"

"""The block in which an editor writes about a condition. The condition itself is a row; the block has the words."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.cache.generation import cached_until_published
from home.pages.blocks import TEXT_FEATURES

LONGEST_QUESTION = 200


def condition_choices() -> list[tuple[str, str]]:
    """Returns the slug of every condition with its name for colleagues.

    Wagtail calls this once per block of a page, so the result is kept until something is published.
    """
    return list(_read_choices())


@cached_until_published
def _read_choices() -> list[tuple[str, str]]:
    rows = apps.get_model("services", "Condition")._default_manager.select_related("law")
    return [(row.slug, str(row)) for row in rows]


class ConditionChoiceBlock(blocks.ChoiceBlock):
    """One of the conditions, by its slug: the same in every language."""

    refers = "condition"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"choices": condition_choices, **kwargs})


class ConditionBlock(blocks.StructBlock):
    """A condition in words: the question, and what it means when somebody meets it or does not."""

    condition = ConditionChoiceBlock(label=_("Condition"))
    question = blocks.CharBlock(
        label=_("Question"),
        max_length=LONGEST_QUESTION,
        help_text=_("To be answered with yes or no; yes means that somebody meets the condition. Without ages."),
    )
    met = blocks.RichTextBlock(label=_("When you meet it"), features=TEXT_FEATURES)
    unmet = blocks.RichTextBlock(
        label=_("When you do not meet it"),
        features=TEXT_FEATURES,
        help_text=_("Never a plain no: what helps then, or who can look at it."),
    )
    explanation = blocks.RichTextBlock(
        label=_("Explanation"),
        features=TEXT_FEATURES,
        required=False,
        help_text=_("Short; it stands below the question."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Condition")
        template = "services/blocks/condition.html"
        description = _("A condition for help: the question, and what yes and no mean")
        preview_value = {
            "condition": "",
            "question": "Woont u in de gemeente?",
            "met": "<p>Dan kunt u bij ons terecht.</p>",
            "unmet": "<p>Vraag het in de gemeente waar u woont.</p>",
            "explanation": "<p>Het gaat om waar u echt woont.</p>",
        }


class ConditionsBlock(blocks.StreamBlock):
    """The conditions of a law, in the order in which they are asked."""

    condition = ConditionBlock()

    class Meta:
        required = False

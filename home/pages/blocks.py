"""The blocks an editor writes a page with: one class, one template, one description, one preview each."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.pages.picture import PictureBlock

TEXT_FEATURES = ["bold", "ol", "ul", "link", "document-link"]
"""The formatting that running text may have: little, so that it survives translation and a screen reader."""


class HeadingBlock(blocks.CharBlock):
    """A heading between paragraphs."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 120, **kwargs})

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "home/blocks/heading.html"
        description = _("A heading above the paragraphs that follow")
        preview_value = "Waar kunt u terecht?"


class ParagraphBlock(blocks.RichTextBlock):
    """Running text: paragraphs, lists, links."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "home/blocks/paragraph.html"
        description = _("One or more paragraphs, with lists and links")
        preview_value = "<p>U mag altijd <b>binnenlopen</b>.</p>"


class StepBlock(blocks.StructBlock):
    """One step of a guide."""

    title = blocks.CharBlock(label=_("Step"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsBlock(blocks.ListBlock):
    """What to do, in order."""

    def __init__(self, child_block: Any = None, **kwargs: Any) -> None:
        super().__init__(child_block or StepBlock(), **kwargs)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "home/blocks/steps.html"
        description = _("What to do, one numbered step after another")
        preview_value = [{"title": "Stel uw vraag", "text": "<p>Met een paar zinnen.</p>"}]


class NoticeBlock(blocks.StructBlock):
    """Something that must not be overlooked."""

    kind = blocks.ChoiceBlock(
        label=_("Kind"), choices=[("info", _("Good to know")), ("important", _("Important"))], default="info"
    )
    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "home/blocks/notice.html"
        description = _("A frame around something that must not be overlooked")
        preview_value = {"kind": "info", "heading": "Goed om te weten", "text": "<p>Het is gratis.</p>"}


class DetailsBlock(blocks.StructBlock):
    """A question with an answer that opens."""

    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "home/blocks/details.html"
        description = _("A question that many people have; the answer opens")
        preview_value = {"question": "Kost het geld?", "answer": "<p>Nee.</p>"}


class ContentBlock(blocks.StreamBlock):
    """Everything that may stand on a content page."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    steps = StepsBlock()
    notice = NoticeBlock()
    details = DetailsBlock()
    picture = PictureBlock()

    class Meta:
        required = False

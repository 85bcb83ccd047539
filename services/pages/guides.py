"""Pages with which somebody can help themselves: guides, and questions that many people ask."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home.models import BasePage
from home.pages.blocks import TEXT_FEATURES, StepsBlock
from services.themes.models import Theme


class StepsOnlyBlock(blocks.StreamBlock):
    """The steps of a guide and nothing else."""

    steps = StepsBlock()

    class Meta:
        required = False
        max_num = 1


class GuidePage(BasePage):
    """What somebody can do themselves, step by step, and when to ask for help.

    A guide about something large has parts: guides below it, read one after another.
    """

    theme = models.ForeignKey(
        "services.Theme",
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    steps = StreamField(StepsOnlyBlock(required=False), verbose_name=_("steps"), blank=True)
    when_to_ask = RichTextField(
        _("when to ask for help"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("How somebody knows that it is time to ask us or somebody else."),
    )
    more = RichTextField(_("good to know"), features=TEXT_FEATURES, blank=True)

    KIND = "guide"
    REQUIRED_TO_PUBLISH = ("summary", "steps", "when_to_ask")
    ROWS = ("theme",)
    parent_page_types = ["home.IndexPage", "services.GuidePage"]
    subpage_types: ClassVar[list[str]] = ["services.GuidePage"]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("theme", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("theme"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldPanel("steps"),
        FieldPanel("when_to_ask"),
        FieldPanel("more"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def required_to_publish(self) -> tuple[str, ...]:
        """Returns the names of the required fields; a guide with parts needs no steps of its own."""
        return tuple(name for name in self.REQUIRED_TO_PUBLISH if name != "steps" or not self.numchild)

    @cached_property
    def whole(self) -> "GuidePage | None":
        """Returns the guide of which this is a part; None for a guide that is no part."""
        parent = self.above[-1] if self.above else None
        return parent if isinstance(parent, GuidePage) else None

    @property
    def subject(self) -> Theme | None:
        """Returns the theme of the page; of a part without one, that of the whole guide. None when there is none."""
        return self.theme or (self.whole.theme if self.whole else None)

    @cached_property
    def parts(self) -> list[BasePage]:
        """Returns all parts of the guide in order; empty for a guide without parts."""
        return (self.whole or self).listing

    @cached_property
    def part_before(self) -> BasePage | None:
        """Returns the part before this one; for the first part the guide itself; None on a guide that is no part."""
        if self.whole is None:
            return None
        place = self.parts.index(self)
        return self.parts[place - 1] if place else self.whole

    @cached_property
    def part_after(self) -> BasePage | None:
        """Returns the next part; on the guide itself its first part; None after the last."""
        if self.whole is None:
            return self.parts[0] if self.parts else None
        place = self.parts.index(self)
        return self.parts[place + 1] if place + 1 < len(self.parts) else None


class FaqPage(BasePage):
    """A question that many people ask, as its title, and the answer."""

    theme = models.ForeignKey(
        "services.Theme",
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    answer = RichTextField(_("answer"), features=TEXT_FEATURES, blank=True)

    KIND = "faq"
    REQUIRED_TO_PUBLISH = ("answer",)
    ROWS = ("theme",)
    parent_page_types = ["home.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("theme", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("theme"),
        FieldPanel("summary"),
        FieldPanel("answer"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("question often asked")
        verbose_name_plural = _("questions often asked")

"""Pages that give a service or a location its words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home.models import BasePage
from home.pages.blocks import TEXT_FEATURES

_IN_SHORT = frozenset({"for_whom", "cost", "how", "duration"})
_FIRST_SENTENCE = _("The first sentence stands at the top of the page too, under “In short”.")


class ServicePage(BasePage):
    """A service in words, always in the order of `ANATOMY`."""

    theme = models.ForeignKey(
        "services.Theme",
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    service = models.ForeignKey(
        "services.Service",
        verbose_name=_("service"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    what = RichTextField(_("what it is"), features=TEXT_FEATURES, blank=True)
    for_whom = RichTextField(_("for whom"), features=TEXT_FEATURES, blank=True)
    cost = RichTextField(_("what it costs"), features=TEXT_FEATURES, blank=True)
    how = RichTextField(_("how it goes"), features=TEXT_FEATURES, blank=True)
    bring = RichTextField(_("what to bring"), features=TEXT_FEATURES, blank=True)
    duration = RichTextField(_("how long it takes"), features=TEXT_FEATURES, blank=True)
    where = RichTextField(_("where to go"), features=TEXT_FEATURES, blank=True)
    disagree = RichTextField(_("if you do not agree"), features=TEXT_FEATURES, blank=True)
    who_else = RichTextField(_("who else helps"), features=TEXT_FEATURES, blank=True)

    ANATOMY: ClassVar[tuple[str, ...]] = (
        "what",
        "for_whom",
        "cost",
        "how",
        "bring",
        "duration",
        "where",
        "disagree",
        "who_else",
    )

    KIND = "service"
    REQUIRED_TO_PUBLISH = ("summary", "what", "for_whom", "cost", "how", "where")
    ADDED_LATER = BasePage.ADDED_LATER | {"service"}
    ROWS = ("theme", "service")
    parent_page_types = ["home.IndexPage", "services.ThemePage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("theme", overridable=False),
        SynchronizedField("service", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("theme"),
        FieldPanel("service"),
        FieldPanel("summary"),
        *[FieldPanel(name, help_text=_FIRST_SENTENCE if name in _IN_SHORT else "") for name in ANATOMY],
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("service page")
        verbose_name_plural = _("service pages")


class LocationPage(BasePage):
    """A place to walk in: the row has address and hours, the page tells what it is like there."""

    location = models.ForeignKey(
        "services.Location", verbose_name=_("location"), on_delete=models.PROTECT, related_name="+"
    )
    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    KIND = "location"
    REQUIRED_TO_PUBLISH = ("summary", "location")
    ROWS = ("location__district",)
    parent_page_types = ["home.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("location", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("location"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("location page")
        verbose_name_plural = _("location pages")

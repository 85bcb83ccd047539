"""The three page types that know no services: home page, list and plain content."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.pages.base import BasePage
from home.pages.blocks import TEXT_FEATURES, ContentBlock


class HomePage(BasePage):
    """The home page in one language; its title is the name of the team."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    lead = models.CharField(_("first sentences"), max_length=400, blank=True)

    KIND = "home"
    REQUIRED_TO_PUBLISH = ("heading", "lead")
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 12

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("heading"),
        FieldPanel("lead"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class IndexPage(BasePage):
    """A list of the pages below it."""

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    KIND = "list"
    parent_page_types = ["home.HomePage", "home.IndexPage"]

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("intro"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("list page")
        verbose_name_plural = _("list pages")


class ContentPage(BasePage):
    """A page of free text, in blocks."""

    REQUIRED_TO_PUBLISH = ("summary", "body")

    body = StreamField(ContentBlock(required=False), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.HomePage", "home.IndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

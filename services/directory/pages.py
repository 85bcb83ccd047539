"""The directory of organisations as a page, and the page that an organisation may have in it."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home.models import BasePage
from home.pages.blocks import TEXT_FEATURES
from services.themes.models import Theme


class OrganisationPage(BasePage):
    """An organisation in words, always in the order of `ANATOMY`. How to reach it is in its row."""

    organisation = models.ForeignKey(
        "services.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    what = RichTextField(_("what they do"), features=TEXT_FEATURES, blank=True)
    for_whom = RichTextField(_("for whom"), features=TEXT_FEATURES, blank=True)
    how = RichTextField(_("how to get there"), features=TEXT_FEATURES, blank=True)
    cost = RichTextField(_("what it costs"), features=TEXT_FEATURES, blank=True)

    ANATOMY: ClassVar[tuple[str, ...]] = ("what", "for_whom", "how", "cost")

    KIND = "organisation"
    REQUIRED_TO_PUBLISH = ("summary", "organisation", "what")
    ROWS = ("organisation__phone",)
    parent_page_types = ["services.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("organisation", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("organisation"),
        FieldPanel("summary"),
        *[FieldPanel(name) for name in ANATOMY],
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("page of an organisation")
        verbose_name_plural = _("pages of organisations")

    @cached_property
    def theme(self) -> Theme | None:
        """Returns a sensitive theme of its organisation, which makes the page sensitive too; None when it has none."""
        return self.organisation.themes.filter(sensitive=True).first()


class DirectoryPage(BasePage):
    """All organisations, with a page of their own or without one."""

    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    KIND = "list"
    parent_page_types = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.OrganisationPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("intro"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Returns the page; with a query in no cache, not even in the browser's on a shared computer."""
        response: HttpResponse = super().serve(request, *args, **kwargs)
        if request.GET:
            add_never_cache_headers(response)
        return response

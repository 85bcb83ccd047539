"""Themes of questions, and their pages."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home.models import BasePage
from home.pages.blocks import TEXT_FEATURES


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Filters for themes."""

    def active(self) -> "ThemeQuerySet":
        """Returns the themes that a resident can choose."""
        return self.filter(active=True)


class Theme(models.Model):
    """A theme of questions. Its words for residents are on its page."""

    class Tint(models.TextChoices):
        """The soft colour behind its icon."""

        MINT = "mint", _("mint")
        APRICOT = "apricot", _("apricot")
        LILAC = "lilac", _("lilac")
        SKY = "sky", _("sky")
        BUTTER = "butter", _("butter")

    class Drawing(models.TextChoices):
        """The drawing at the head of its page, a file in static/img/drawings."""

        BENCH = "bench", _("bench under a tree")
        BICYCLE = "bicycle", _("bicycle")
        BOXES = "boxes", _("boxes for moving")
        COATS = "coats", _("coats on a rack")
        DOORS = "doors", _("three doors")
        KEY = "key", _("key on a hook")
        LADDER = "ladder", _("ladder at a door")
        LAMP = "lamp", _("lamp at a front door")
        LETTER_BOX = "letter-box", _("letter box")
        SCHOOL_BAG = "school-bag", _("school bag")
        SIGNPOST = "signpost", _("signpost")
        STREET = "street", _("street")
        TABLE = "table", _("table with two cups")
        WINDOW = "window", _("window with plants")

    slug = models.SlugField(_("name in web addresses"), max_length=60, unique=True)
    name = models.CharField(_("name for colleagues"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Questions are seen only by colleagues who may, and are never answered by e-mail."),
    )
    icon = models.CharField(_("icon"), max_length=40, blank=True)
    tint = models.CharField(_("colour"), max_length=10, choices=Tint.choices, default=Tint.MINT)
    drawing = models.CharField(
        _("drawing"),
        max_length=20,
        choices=Drawing.choices,
        blank=True,
        help_text=_("At the head of its pages. Nothing chosen: three doors."),
    )
    facts = models.ManyToManyField(
        "services.Fact",
        verbose_name=_("help lines"),
        blank=True,
        related_name="themes",
        limit_choices_to={"kind": "phone"},
        help_text=_("The numbers shown with this theme."),
    )
    active = models.BooleanField(_("can be chosen"), default=True)

    objects = ThemeQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("order"),
        FieldPanel("sensitive"),
        FieldPanel("facts"),
        FieldPanel("icon"),
        FieldPanel("tint"),
        FieldPanel("drawing"),
        FieldPanel("active"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name


class ThemePage(BasePage):
    """The page of a theme: what the team can do about it, and what somebody can do today."""

    theme = models.ForeignKey("services.Theme", verbose_name=_("theme"), on_delete=models.PROTECT, related_name="+")
    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    what_we_do = RichTextField(_("what we do"), features=TEXT_FEATURES, blank=True)
    first_steps = RichTextField(_("first steps"), features=TEXT_FEATURES, blank=True)

    KIND = "theme"
    REQUIRED_TO_PUBLISH = ("summary", "theme", "intro")
    ROWS = ("theme",)
    parent_page_types = ["home.IndexPage"]
    subpage_types: ClassVar[list[str]] = ["services.ServicePage"]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("theme", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("theme"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldPanel("what_we_do"),
        FieldPanel("first_steps"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("theme page")
        verbose_name_plural = _("theme pages")

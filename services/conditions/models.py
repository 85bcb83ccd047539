"""Laws, the conditions for help that they set, and the page that explains them.

A condition begins as not yet confirmed: the sources of the starting content are older than today's law.
"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home.models import BasePage
from home.pages.blocks import TEXT_FEATURES
from services.conditions.blocks import ConditionsBlock
from services.conditions.rules import ConditionState, state_of


class Law(models.Model):
    """A law under which help is given. The words for residents are on its page."""

    slug = models.SlugField(_("name in web addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=60, help_text=_("As people say it: Wmo."))
    url = models.URLField(_("where to read it"), blank=True, help_text=_("The official text."))
    theme = models.ForeignKey(
        "services.Theme",
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Chosen already when somebody asks a question about it."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [
        FieldPanel("name"),
        FieldPanel("short_name"),
        FieldPanel("slug"),
        FieldPanel("url"),
        FieldPanel("theme"),
        FieldPanel("order"),
    ]

    class Meta:
        verbose_name = _("law")
        verbose_name_plural = _("laws")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.short_name


class Condition(models.Model):
    """One condition for help, with its source and the days from and until which it holds."""

    class Residence(models.TextChoices):
        """Where somebody must live."""

        ANYWHERE = "", _("no rule")
        MUNICIPALITY = "municipality", _("in this municipality")
        COUNTRY = "country", _("in the Netherlands")

    slug = models.SlugField(_("name in pages"), max_length=60, unique=True)
    name = models.CharField(_("name for colleagues"), max_length=120)
    law = models.ForeignKey(Law, verbose_name=_("law"), on_delete=models.PROTECT, related_name="conditions")
    article = models.CharField(
        _("article"), max_length=60, blank=True, help_text=_("As the law numbers it: 2.3.5. Empty: not known yet.")
    )
    minimum_age = models.PositiveSmallIntegerField(_("from the age of"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(
        _("up to and including the age of"), null=True, blank=True, help_text=_("The last year that still counts.")
    )
    residence = models.CharField(
        _("where somebody lives"), max_length=12, choices=Residence.choices, blank=True, default=Residence.ANYWHERE
    )
    services = models.ManyToManyField(
        "services.Service",
        verbose_name=_("services"),
        blank=True,
        related_name="conditions",
        help_text=_("For which services it counts. Nothing chosen: for all help under this law."),
    )
    route = models.SlugField(
        _("way in"),
        max_length=40,
        blank=True,
        help_text=_("Only where more than one way leads to this help: what has the same word belongs together."),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it holds. Empty: no end is known.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, help_text=_("Empty: not yet confirmed."))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("confirmed by"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("law"), FieldPanel("article")]),
        MultiFieldPanel([FieldPanel("services"), FieldPanel("route")], heading=_("What it is for")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age")]), FieldPanel("residence")],
            heading=_("The rule"),
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])], heading=_("How long")),
        MultiFieldPanel(
            [FieldPanel("source"), FieldPanel("source_date"), FieldPanel("confirmed_on")], heading=_("Is it true?")
        ),
    ]

    class Meta:
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        ordering = ["law__order", "law__slug", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_until=None)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="condition_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_age=None)
                | models.Q(maximum_age=None)
                | models.Q(maximum_age__gte=models.F("minimum_age")),
                name="condition_ages_are_a_range",
            ),
            models.CheckConstraint(
                condition=models.Q(residence__in=["", "municipality", "country"]), name="condition_residence_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law}: {self.name}"

    def clean(self) -> None:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            message = gettext("The last day is before the first one. Choose %(day)s or later.")
            raise ValidationError({"valid_until": message % {"day": self.valid_from.strftime("%d-%m-%Y")}})
        ages = (self.minimum_age, self.maximum_age)
        if ages[0] is not None and ages[1] is not None and ages[1] < ages[0]:
            message = gettext("The highest age is below the lowest. Choose %(age)s or higher.")
            raise ValidationError({"maximum_age": message % {"age": ages[0]}})
        known = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if known and known != self.slug and pages_naming(known):
            raise ValidationError({"slug": gettext("Pages use this name already, so it must stay as it is.")})

    def state_on(self, day: date) -> ConditionState:
        """Returns the state on a day: still to come, holds, ends soon or has ended."""
        return state_of(self.valid_from, self.valid_until, day)


class ConditionsPage(BasePage):
    """The conditions of a law in words, what else helps, and what somebody who does not agree can do."""

    law = models.ForeignKey(Law, verbose_name=_("law"), on_delete=models.PROTECT, related_name="+")
    intro = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    conditions = StreamField(ConditionsBlock(required=False), verbose_name=_("conditions"), blank=True)
    what_else = RichTextField(_("what else helps"), features=TEXT_FEATURES, blank=True)
    disagree = RichTextField(_("if you do not agree"), features=TEXT_FEATURES, blank=True)

    KIND = "conditions"
    REQUIRED_TO_PUBLISH = ("summary", "law", "conditions")
    ROWS = ("law__theme",)
    parent_page_types = ["home.IndexPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("law", overridable=False),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("law"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldPanel("conditions"),
        FieldPanel("what_else"),
        FieldPanel("disagree"),
        *BasePage.source_panels,
    ]

    class Meta:
        verbose_name = _("conditions page")
        verbose_name_plural = _("conditions pages")

    def clean(self) -> None:
        super().clean()
        twice = self._named_twice()
        if twice:
            message = gettext("The condition “%(slug)s” stands here twice.") % {"slug": "”, “".join(twice)}
            raise ValidationError({"conditions": message})

    def _named_twice(self) -> list[str]:
        named = [block.value["condition"] for block in self.conditions]
        return sorted({slug for slug in named if slug and named.count(slug) > 1})

    @property
    def condition_slugs(self) -> set[str]:
        """Returns the slugs of the conditions that its blocks name."""
        return {str(block["value"].get("condition", "")) for block in self.conditions.raw_data} - {""}


def pages_naming(slug: str) -> list[ConditionsPage]:
    """Returns the conditions pages, in every language and drafts too, that have words about this condition."""
    return [page for page in ConditionsPage.objects.filter(alias_of=None) if slug in page.condition_slugs]

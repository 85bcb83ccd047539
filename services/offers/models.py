"""Services, and the facets that they share with organisations."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from home.languages import source_code
from services.offers.choices import Cost, Wheelchair


def in_the_source() -> dict[str, Any]:
    """Returns the filter that limits a foreign key to rows in the source language."""
    return {"locale__language_code": source_code()}


class Audience(TranslatableMixin, models.Model):
    """A group of people that something is meant for."""

    slug = models.SlugField(_("name in web addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("order", overridable=False),
    ]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("order")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("group of people")
        verbose_name_plural = _("groups of people")
        ordering = ["order", "slug", "pk"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="audience_once_per_language")]

    def __str__(self) -> str:
        return self.name


class SpokenLanguage(models.Model):
    """A language in which somebody can be helped; its code gives its name in every language."""

    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        help_text=_("Of ISO 639: nl, ar, so. It gives the name in every language."),
    )
    name = models.CharField(_("name for colleagues"), max_length=80)

    panels = [FieldPanel("code"), FieldPanel("name")]

    class Meta:
        verbose_name = _("spoken language")
        verbose_name_plural = _("spoken languages")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Offer(models.Model):
    """The facets by which residents find an organisation or service. An empty list means no restriction."""

    themes = models.ManyToManyField("services.Theme", verbose_name=_("themes"), blank=True, related_name="+")
    districts = models.ManyToManyField(
        "services.District",
        verbose_name=_("districts"),
        blank=True,
        related_name="+",
        help_text=_("Nothing chosen: for the whole town."),
    )
    audiences = models.ManyToManyField(
        "services.Audience",
        verbose_name=_("for whom"),
        blank=True,
        related_name="+",
        limit_choices_to=in_the_source,
        help_text=_("Nothing chosen: for everybody."),
    )
    languages = models.ManyToManyField(
        "services.SpokenLanguage",
        verbose_name=_("languages spoken"),
        blank=True,
        related_name="+",
        help_text=_("Only what somebody told you. Nothing chosen: not known."),
    )
    cost = models.CharField(_("what it costs"), max_length=12, choices=Cost.choices, default=Cost.UNKNOWN)
    wheelchair = models.CharField(
        _("wheelchair can get in"), max_length=8, choices=Wheelchair.choices, default=Wheelchair.UNKNOWN
    )
    at_home = models.BooleanField(_("comes to people's homes"), default=False)
    online = models.BooleanField(_("online"), default=False)

    facet_panels = [
        MultiFieldPanel(
            [FieldPanel("themes"), FieldPanel("districts"), FieldPanel("audiences"), FieldPanel("languages")],
            heading=_("How residents find it"),
        ),
        MultiFieldPanel(
            [FieldPanel("cost"), FieldPanel("wheelchair"), FieldPanel("at_home"), FieldPanel("online")],
            heading=_("What matters to residents"),
        ),
    ]

    class Meta:
        abstract = True


class Service(Offer):
    """A service as one row, from which open data is made. Its words are on its page."""

    slug = models.SlugField(_("name in web addresses"), max_length=80, unique=True)
    name = models.CharField(_("name for colleagues"), max_length=120)
    organisation = models.ForeignKey(
        "services.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="services",
        null=True,
        blank=True,
        help_text=_("Nothing chosen: the neighbourhood team itself."),
    )
    upl = models.CharField(
        _("name in the Uniforme Productnamenlijst"),
        max_length=120,
        blank=True,
        help_text=_("Exactly as it stands in that list. Empty: it does not stand in it."),
    )
    upl_uri = models.URLField(_("address in that list"), blank=True)
    calendar = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("opening hours"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    active = models.BooleanField(_("is offered"), default=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, help_text=_("Empty: not yet confirmed."))

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("active"),
        FieldPanel("organisation"),
        FieldPanel("calendar"),
        *Offer.facet_panels,
        MultiFieldPanel([FieldPanel("upl"), FieldPanel("upl_uri")], heading=_("For other sites of the government")),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("confirmed_on")], heading=_("Is it true?")),
    ]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cost__in=Cost.values) & models.Q(wheelchair__in=Wheelchair.values),
                name="service_facets_are_known",
            ),
            models.CheckConstraint(
                condition=models.Q(upl_uri="") | ~models.Q(upl=""), name="service_upl_address_has_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

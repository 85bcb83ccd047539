"""Districts, and the places where somebody can walk in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class District(models.Model):
    """A part of the town, with a team of its own and a door in its own colour."""

    class Colour(models.TextChoices):
        """The colour of its door."""

        GREEN = "green", _("green")
        YELLOW = "yellow", _("yellow")
        RED = "red", _("red")
        BLUE = "blue", _("blue")
        PURPLE = "purple", _("purple")

    slug = models.SlugField(_("name in web addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    colour = models.CharField(_("colour of the door"), max_length=10, choices=Colour.choices, default=Colour.GREEN)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("order"), FieldPanel("colour")]

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["order", "slug"]

    def __str__(self) -> str:
        return self.name


class Location(models.Model):
    """A building where the team works."""

    slug = models.SlugField(_("name in web addresses"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    district = models.ForeignKey(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="locations"
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    address_is_sample = models.BooleanField(
        _("the address is an example"), default=True, help_text=_("It is shown as an example.")
    )
    calendar = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("opening hours"),
        on_delete=models.PROTECT,
        related_name="locations",
    )
    walk_in = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("walk-in hours"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    phone_hours = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("hours of the phone"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Nothing chosen: those of the whole team."),
    )
    chat_hours = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("hours of the chat"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Nothing chosen: those of the whole team."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("district"),
        MultiFieldPanel([FieldPanel("address"), FieldPanel("address_is_sample")], heading=_("Address")),
        MultiFieldPanel(
            [FieldPanel("calendar"), FieldPanel("walk_in"), FieldPanel("phone_hours"), FieldPanel("chat_hours")],
            heading=_("Hours"),
        ),
    ]

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["district__order", "slug"]

    def __str__(self) -> str:
        return self.name

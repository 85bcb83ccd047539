"""Organisations that help beside the team, and the district of each postcode."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from services.offers.choices import HIDDEN_KINDS, Cost, OrganisationKind, Wheelchair
from services.offers.models import Offer

HIDDEN_HAS_NO_PLACE = _(
    "Nobody may know where this is. Take away the address, the day on which it was confirmed and the coordinates."
)
HIDDEN_HAS_NO_DISTRICT = _(
    "Nobody may know where this is, not even in which district. Choose no district: then it is for the whole town."
)
STAYS_HIDDEN = _("A shelter or help against violence stays hidden: tick “nobody may know where it is”.")
POINT_IS_WHOLE = _("A place on the map needs both latitude and longitude, or neither.")
POINT_IS_CONFIRMED = _("Only a confirmed address has a place on the map. Fill in when it was confirmed.")
CONFIRMED_IS_REAL = _("An address that is empty or an example cannot be confirmed.")

LATITUDE = [MinValueValidator(-90), MaxValueValidator(90)]
LONGITUDE = [MinValueValidator(-180), MaxValueValidator(180)]
FIRST_POSTCODE, LAST_POSTCODE = 1000, 9999
WHOLE_POINT = Q(latitude=None, longitude=None) | Q(
    latitude__isnull=False,
    longitude__isnull=False,
    latitude__range=(-90, 90),
    longitude__range=(-180, 180),
)


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Filters for organisations."""

    def active(self) -> "OrganisationQuerySet":
        """Returns the organisations that residents may see."""
        return self.filter(active=True)


class Organisation(Offer):
    """An organisation of the sociale basis. What its sources do not tell is empty, or marked as an example."""

    slug = models.SlugField(_("name in web addresses"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=14, choices=OrganisationKind.choices)
    website = models.URLField(_("website"), blank=True)
    website_is_sample = models.BooleanField(_("the website is an example"), default=False)
    mail = models.EmailField(_("e-mail address"), blank=True)
    mail_is_sample = models.BooleanField(_("the e-mail address is an example"), default=False)
    phone = models.ForeignKey(
        "services.Fact",
        verbose_name=_("phone number"),
        on_delete=models.PROTECT,
        related_name="organisations",
        null=True,
        blank=True,
        limit_choices_to={"kind": "phone"},
        help_text=_("A fact: there it is marked as an example if it is one."),
    )
    hidden_place = models.BooleanField(
        _("nobody may know where it is"),
        default=False,
        help_text=_("A shelter, or help against violence: it has no address, here or on any map."),
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    address_is_sample = models.BooleanField(_("the address is an example"), default=False)
    address_confirmed_on = models.DateField(
        _("address confirmed on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody checked it. Only then may it have a place on the map."),
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True, validators=LATITUDE)
    longitude = models.FloatField(_("longitude"), null=True, blank=True, validators=LONGITUDE)
    calendar = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("opening hours"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    active = models.BooleanField(_("is shown"), default=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, help_text=_("Empty: not yet confirmed."))

    objects = OrganisationQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("kind"),
        FieldPanel("active"),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("website"),
                FieldPanel("website_is_sample"),
                FieldPanel("mail"),
                FieldPanel("mail_is_sample"),
            ],
            heading=_("How to reach it"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("hidden_place"),
                FieldPanel("address"),
                FieldPanel("address_is_sample"),
                FieldPanel("address_confirmed_on"),
                FieldPanel("latitude"),
                FieldPanel("longitude"),
                FieldPanel("calendar"),
            ],
            heading=_("Where and when"),
        ),
        *Offer.facet_panels,
        MultiFieldPanel(
            [FieldPanel("source"), FieldPanel("source_date"), FieldPanel("confirmed_on")],
            heading=_("Is it true?"),
        ),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden_place=False)
                | Q(address="", address_confirmed_on=None, latitude=None, longitude=None),
                name="hidden_place_is_nowhere",
                violation_error_message=HIDDEN_HAS_NO_PLACE,
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=HIDDEN_KINDS) | Q(hidden_place=True),
                name="shelter_is_hidden",
                violation_error_message=STAYS_HIDDEN,
            ),
            models.CheckConstraint(
                condition=WHOLE_POINT,
                name="organisation_point_is_whole",
                violation_error_message=POINT_IS_WHOLE,
            ),
            models.CheckConstraint(
                condition=Q(latitude=None) | Q(address_confirmed_on__isnull=False),
                name="point_has_a_confirmed_address",
                violation_error_message=POINT_IS_CONFIRMED,
            ),
            models.CheckConstraint(
                condition=Q(address_confirmed_on=None) | (~Q(address="") & Q(address_is_sample=False)),
                name="confirmed_address_is_real",
                violation_error_message=CONFIRMED_IS_REAL,
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values)
                & Q(cost__in=Cost.values)
                & Q(wheelchair__in=Wheelchair.values),
                name="organisation_facets_are_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raises ValidationError beside the right field for what the constraints of the database refuse."""
        found: dict[str, Any] = {}
        if self.kind in HIDDEN_KINDS and not self.hidden_place:
            found["hidden_place"] = STAYS_HIDDEN
        if (self.latitude is None) != (self.longitude is None):
            found["latitude" if self.latitude is None else "longitude"] = POINT_IS_WHOLE
        if self.latitude is not None and self.address_confirmed_on is None:
            found["address_confirmed_on"] = POINT_IS_CONFIRMED
        if self.address_confirmed_on is not None and (not self.address or self.address_is_sample):
            found["address_confirmed_on"] = CONFIRMED_IS_REAL
        if self.hidden_place:
            place = ("address", "address_confirmed_on", "latitude", "longitude")
            found |= {name: HIDDEN_HAS_NO_PLACE for name in place if getattr(self, name) not in ("", None)}
        if found:
            raise ValidationError(found)

    @property
    def point(self) -> tuple[float, float] | None:
        """Returns latitude and longitude in degrees; None when they are not known, not confirmed or hidden."""
        if self.hidden_place or self.address_confirmed_on is None or self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


class Postcode(models.Model):
    """The four digits of a postcode, with the district they belong to."""

    digits = models.PositiveSmallIntegerField(
        _("postcode"),
        unique=True,
        validators=[MinValueValidator(FIRST_POSTCODE), MaxValueValidator(LAST_POSTCODE)],
        help_text=_("Only the four digits."),
    )
    district = models.ForeignKey(
        "services.District", verbose_name=_("district"), on_delete=models.PROTECT, related_name="postcodes"
    )
    latitude = models.FloatField(_("latitude of its middle"), null=True, blank=True, validators=LATITUDE)
    longitude = models.FloatField(_("longitude of its middle"), null=True, blank=True, validators=LONGITUDE)
    sample = models.BooleanField(
        _("example"), default=False, help_text=_("Nobody confirmed yet that it belongs to this district.")
    )

    panels = [
        FieldPanel("digits"),
        FieldPanel("district"),
        FieldPanel("sample"),
        MultiFieldPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading=_("Its middle")),
    ]

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        ordering = ["digits"]
        constraints = [
            models.CheckConstraint(
                condition=WHOLE_POINT,
                name="postcode_point_is_whole",
                violation_error_message=POINT_IS_WHOLE,
            ),
            models.CheckConstraint(
                condition=Q(digits__range=(FIRST_POSTCODE, LAST_POSTCODE)), name="postcode_is_four_digits"
            ),
        ]

    def __str__(self) -> str:
        return str(self.digits)

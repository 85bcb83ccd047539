"""Calendars, and the hours of one day, of which recordings are made."""

from datetime import time

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services.hours.rules import DEFAULT_ZONE, is_zone, nearest_zone

MIDNIGHT = time(0)


def known_zone(zone: str) -> None:
    """Raises ValidationError for a time zone that does not exist, naming the one that was probably meant."""
    if is_zone(zone):
        return
    near = nearest_zone(zone)
    message = (
        _("“%(zone)s” is not a time zone. Did you mean %(near)s?") if near else _("“%(zone)s” is not a time zone.")
    )
    raise ValidationError(message, params={"zone": zone, "near": near})


class Calendar(models.Model):
    """A calendar of opening hours, of a channel or a place."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    zone = models.CharField(_("time zone"), max_length=60, default=DEFAULT_ZONE, validators=[known_zone])
    sample = models.BooleanField(
        _("example"), default=False, help_text=_("Invented hours, shown as an example until somebody confirms them.")
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("zone"), FieldPanel("sample")]

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class HoursOfADay(models.Model):
    """An opening and a closing time; closing at 00:00 is midnight at the end of the day."""

    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"), help_text=_("00:00 is midnight at the end of the day."))
    by_appointment = models.BooleanField(
        _("only by appointment"), default=False, help_text=_("Residents read it; it does not count as open.")
    )

    panels = [FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]), FieldPanel("by_appointment")]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"

    def clean(self) -> None:
        if self.opens is None or self.closes is None:
            return
        if self.closes != MIDNIGHT and self.closes <= self.opens:
            raise ValidationError({"closes": gettext("It must close after it opens.")})


def closes_after_it_opens(name: str) -> models.CheckConstraint:
    """Returns the constraint that hours close after they open, midnight at the end of the day included."""
    return models.CheckConstraint(condition=Q(closes__gt=F("opens")) | Q(closes=MIDNIGHT), name=name)

"""Recorded hours. A recording is never changed: a correction is a new one in its place (decision 10)."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PreviewableMixin

from home.cache.generation import changed
from home.languages import languages
from services.hours.models.calendars import Calendar, HoursOfADay, closes_after_it_opens


class SeenByResidents(PreviewableMixin):
    """A recording of hours with a preview: the editor sees it before saving, as residents would read it."""

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Returns one mode per language of the site: its code and its name."""
        return [(each.code, each.name) for each in languages()]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Returns the page of the preview in the language `mode_name`; a tag in its template computes the hours."""
        with translation.override(mode_name):
            response = TemplateResponse(request, "services/hours_preview.html", {"recording": self})
            response.render()
        return response


class VersionQuerySet(models.QuerySet["CalendarVersion"]):
    """Weeks, filtered by what is known now, or was known at a moment."""

    def current(self) -> "VersionQuerySet":
        """Returns the recordings that were not replaced."""
        return self.filter(superseded_at=None)

    def valid_between(self, first: date, last: date | None) -> "VersionQuerySet":
        """Returns those that hold on at least one day from `first` to `last`, both included; None means no end."""
        found = self.filter(Q(valid_until=None) | Q(valid_until__gte=first))
        return found.filter(valid_from__lte=last) if last else found

    def known_at(self, at: datetime) -> "VersionQuerySet":
        """Returns the recordings that were made and not yet replaced at that moment."""
        return self.filter(Q(superseded_at=None) | Q(superseded_at__gt=at), recorded_at__lte=at)


class CalendarVersion(SeenByResidents, ClusterableModel):
    """The ordinary week of a calendar over a period."""

    calendar = models.ForeignKey(Calendar, verbose_name=_("calendar"), on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid up to and including"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    superseded_at = models.DateTimeField(_("replaced"), null=True, editable=False)

    objects = VersionQuerySet.as_manager()

    withdrawal = "superseded_at"
    panels = [
        FieldPanel("calendar"),
        MultiFieldPanel([FieldPanel("valid_from"), FieldPanel("valid_until")], heading=_("Valid")),
        InlinePanel("intervals", heading=_("Open"), label=_("hours")),
    ]

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["calendar__slug", "valid_from", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="version_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["calendar", "valid_from"], condition=Q(superseded_at=None), name="one_version_from_a_day"
            ),
        ]

    def __str__(self) -> str:
        days = {"calendar": self.calendar, "first": date_format(self.valid_from, "j F Y")}
        if self.valid_until is None:
            return gettext("%(calendar)s, from %(first)s") % days
        last = date_format(self.valid_until, "j F Y")
        return gettext("%(calendar)s, from %(first)s up to and including %(last)s") % (days | {"last": last})

    def clean(self) -> None:
        super().clean()
        if self.valid_from is None or not self.calendar_id:
            return
        if self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": gettext("The end must not lie before the beginning.")})
        others = CalendarVersion.objects.current().filter(calendar_id=self.calendar_id).exclude(pk=self.pk)
        other = others.valid_between(self.valid_from, self.valid_until).first()
        if other:
            message = gettext("These days already have hours, valid from %(day)s. Give those an end first.")
            raise ValidationError({"valid_from": message % {"day": other.valid_from}})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Marks it as replaced instead of deleting it, so that earlier figures stay the same.

        Returns what Model.delete does.
        """
        return withdrawn(self)


class CalendarInterval(HoursOfADay):
    """Hours on a day of the week."""

    class Weekday(models.IntegerChoices):
        """The day of the week; Monday is 0, as in Python."""

        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    version = ParentalKey(CalendarVersion, on_delete=models.CASCADE, related_name="intervals")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday.choices)

    panels = [FieldPanel("weekday"), *HoursOfADay.panels]

    class Meta:
        verbose_name = _("hours")
        verbose_name_plural = _("hours")
        ordering = ["weekday", "opens"]
        constraints = [
            closes_after_it_opens("interval_closes_after_it_opens"),
            models.CheckConstraint(condition=Q(weekday__gte=0, weekday__lte=6), name="interval_on_a_weekday"),
            models.UniqueConstraint(fields=["version", "weekday", "opens"], name="interval_opens_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {super().__str__()}"


class ExceptionQuerySet(models.QuerySet["CalendarException"]):
    """Days that differ, filtered by what is known now, or was known at a moment."""

    def current(self) -> "ExceptionQuerySet":
        """Returns the recordings that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def known_at(self, at: datetime) -> "ExceptionQuerySet":
        """Returns the recordings that were made and not yet withdrawn at that moment."""
        return self.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at), recorded_at__lte=at)


class CalendarException(SeenByResidents, ClusterableModel):
    """A day that differs from its week: closed, or with other hours; always with a reason."""

    calendar = models.ForeignKey(
        Calendar,
        verbose_name=_("calendar"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Empty: for every calendar."),
    )
    day = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=120)
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = ExceptionQuerySet.as_manager()

    withdrawal = "withdrawn_at"
    panels = [
        FieldPanel("day"),
        FieldPanel("reason"),
        FieldPanel("calendar"),
        InlinePanel("intervals", heading=_("Open all the same (none: closed)"), label=_("hours")),
    ]

    class Meta:
        verbose_name = _("other hours on a day")
        verbose_name_plural = _("other hours on a day")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="exception_has_a_reason"),
            models.UniqueConstraint(
                fields=["calendar", "day"],
                condition=Q(withdrawn_at=None),
                name="one_exception_a_day",
            ),
            models.UniqueConstraint(
                fields=["day"], condition=Q(withdrawn_at=None, calendar=None), name="one_exception_a_day_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{date_format(self.day, 'j F Y')}: {self.reason}"

    def clean(self) -> None:
        super().clean()
        if not (self.reason or "").strip():
            raise ValidationError({"reason": gettext("Say why this day differs: residents read it.")})
        others = CalendarException.objects.current().filter(day=self.day, calendar_id=self.calendar_id)
        other = others.exclude(pk=self.pk).first()
        if self.day and other:
            message = gettext("This day has other hours already: “%(reason)s”. Change those.")
            raise ValidationError({"day": message % {"reason": other.reason}})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Marks it as withdrawn instead of deleting it, so that earlier figures stay the same.

        Returns what Model.delete does.
        """
        return withdrawn(self)


class CalendarExceptionInterval(HoursOfADay):
    """Hours on a day that differs."""

    exception = ParentalKey(CalendarException, on_delete=models.CASCADE, related_name="intervals")

    class Meta:
        verbose_name = _("hours")
        verbose_name_plural = _("hours")
        ordering = ["opens"]
        constraints = [
            closes_after_it_opens("other_hours_close_after_they_open"),
            models.UniqueConstraint(fields=["exception", "opens"], name="other_hours_open_once"),
        ]


def withdrawn(recording: CalendarVersion | CalendarException) -> tuple[int, dict[str, int]]:
    """Marks a recording as no longer holding. Returns what Model.delete returns, with 0 when it was marked before."""
    model = type(recording)
    held = model._default_manager.filter(pk=recording.pk, **{model.withdrawal: None})
    count = held.update(**{model.withdrawal: timezone.now()})
    changed()
    return count, {model._meta.label: count}

"""Facts: a number, an amount, an age, an address. Written once, used in texts of every language."""

from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from home.cache.generation import cached_until_published
from home.text.phone import dialled
from services.facts import formats
from services.facts.panels import UsePanel
from services.hours.store import ordinary_week
from services.hours.timetable import Week
from services.hours.week_words import week_html, week_text


class Fact(models.Model):
    """One fact, with its source and the day on which somebody confirmed it."""

    class Kind(models.TextChoices):
        """What sort of fact it is; this decides how it is checked and printed."""

        PHONE = "phone", _("phone number")
        AMOUNT = "amount", _("amount")
        AGE = "age", _("age")
        NUMBER = "number", _("number")
        ADDRESS = "address", _("address")
        HOURS = "hours", _("hours")
        TEXT = "text", _("text")

    slug = models.SlugField(_("name in texts"), max_length=60, unique=True, help_text=_("Use it as {fact:name}."))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    value = models.CharField(
        _("value"), max_length=200, blank=True, help_text=_("An amount in euros, like 12.50. An age without “years”.")
    )
    calendar = models.ForeignKey(
        "services.Calendar",
        verbose_name=_("opening hours"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Only for hours: they follow this calendar, in every language, and need no value."),
    )
    changed_at = models.DateTimeField(_("value changed"), null=True, editable=False)
    label = models.CharField(_("what it is"), max_length=200, help_text=_("For colleagues; residents do not see it."))
    sample = models.BooleanField(
        _("example"), default=False, help_text=_("An invented value, shown as an example and never a link.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, help_text=_("Empty: not yet confirmed."))

    panels = [
        UsePanel(heading=_("Where it is used")),
        FieldPanel("slug"),
        FieldPanel("label"),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("value"), FieldPanel("calendar"), FieldPanel("sample")],
            heading=_("The fact"),
        ),
        MultiFieldPanel(
            [FieldPanel("source"), FieldPanel("source_date"), FieldPanel("confirmed_on")],
            heading=_("Is it true?"),
        ),
    ]

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["phone", "amount", "age", "number", "address", "hours", "text"]),
                name="fact_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="hours", calendar__isnull=False)
                | (models.Q(calendar=None) & ~models.Q(value="")),
                name="fact_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.as_text()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves the fact. When its value changes it records the moment, which answers sent before then show."""
        said = type(self).objects.filter(pk=self.pk).values_list("kind", "value", "calendar_id").first()
        if said is not None and said != (self.kind, self.value, self.calendar_id):
            self.changed_at = timezone.now()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "changed_at"}
        super().save(*args, **kwargs)

    def clean(self) -> None:
        known = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if known and known != self.slug:  # answers are sealed: nobody can look whether one of them names it
            raise ValidationError({"slug": gettext("Texts may use this name already, so it must stay as it is.")})
        if self.calendar_id and self.kind != self.Kind.HOURS:
            raise ValidationError({"calendar": gettext("Only hours follow a calendar.")})
        if self.calendar_id:
            self.value = ""
            return
        self.value = self._checked_value()

    def _checked_value(self) -> str:
        """Returns the value as it is stored. Raises ValidationError when it is none of its kind."""
        typed = self.value.strip()
        if not typed:
            raise ValidationError({"value": gettext("Fill in what it is.")})
        found: str | None = typed
        why = ""
        if self.kind == self.Kind.PHONE:
            found, why = formats.phone(typed), gettext("A phone number has digits, spaces and hyphens only.")
        elif self.kind == self.Kind.AMOUNT:
            found, why = formats.amount(typed), gettext("Write the amount in euros like 12.50, without words.")
        elif self.kind == self.Kind.AGE:
            found = formats.whole_number(typed, most=formats.OLDEST)
            why = gettext("Write the age in whole years, without words.")
        elif self.kind == self.Kind.NUMBER:
            found, why = formats.whole_number(typed), gettext("Write a whole number, without words.")
        if found is None:
            raise ValidationError({"value": why})
        return found

    @property
    def link(self) -> str:
        """Returns the `tel:` address of a phone number; empty for an example and for any other fact."""
        if self.kind != self.Kind.PHONE or self.sample:
            return ""
        return _link_to(self.value)

    def as_html(self, *, links: bool = True) -> str:
        """Returns the fact as HTML in a text of any language; a phone number can be dialled with `links`."""
        extra = " sample" if self.sample else ""
        if self.kind == self.Kind.PHONE:
            inside = (
                format_html('<a href="{}">{}</a>', self.link, self.value) if links and self.link else escape(self.value)
            )
            return format_html('<bdi class="tel{}" dir="ltr">{}</bdi>', extra, inside)
        if self.calendar_id is not None:
            return format_html('<bdi class="fact{}">{}</bdi>', extra, week_html(self._week()))
        if self.kind in {self.Kind.ADDRESS, self.Kind.TEXT, self.Kind.HOURS}:  # these hold Dutch words
            return format_html('<bdi class="fact{}" lang="nl">{}</bdi>', extra, self.value)
        return format_html('<bdi class="fact{}" dir="ltr">{}</bdi>', extra, self.as_text())

    def as_text(self) -> str:
        """Returns the fact as plain text, for a description or an attribute."""
        if self.calendar_id is not None:
            return week_text(self._week())
        if self.kind == self.Kind.AMOUNT:
            return formats.amount_in_words(self.value)
        if self.kind in {self.Kind.AGE, self.Kind.NUMBER}:
            return formats.number_in_words(self.value)
        return self.value

    def _week(self) -> Week:
        return ordinary_week(self.calendar.slug if self.calendar is not None else "")


@lru_cache(maxsize=500)  # of facts only: never a number that a resident typed
def _link_to(number: str) -> str:
    """Returns the `tel:` address of a number as people write it; empty for one that cannot be dialled."""
    digits = dialled(number)
    return f"tel:{digits}" if digits else ""


class HelpLine(TranslatableMixin, models.Model):
    """A line that somebody in trouble can call: the number is a fact, the words are translated."""

    fact = models.ForeignKey(Fact, verbose_name=_("number"), on_delete=models.PROTECT, related_name="help_lines")
    name = models.CharField(_("name"), max_length=80)
    purpose = models.CharField(_("what for"), max_length=200)
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    override_translatable_fields = [
        SynchronizedField("fact", overridable=False),
        SynchronizedField("order", overridable=False),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("fact"),
        FieldPanel("purpose"),
        FieldPanel("hours"),
        FieldPanel("order"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@cached_until_published
def facts_by_slug() -> dict[str, Fact]:
    """Returns every fact by its slug, for texts that name them."""
    return {fact.slug: fact for fact in Fact.objects.select_related("calendar")}

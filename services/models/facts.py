"""Facts: a number, an amount, an age, an address. Written once, used in texts of every language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import escape, format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class Fact(models.Model):
    """One fact, with where it comes from and whether somebody confirmed it."""

    class Kind(models.TextChoices):
        """What sort of fact it is; it decides how it is printed."""

        PHONE = "phone", _("phone number")
        AMOUNT = "amount", _("amount")
        AGE = "age", _("age")
        ADDRESS = "address", _("address")
        HOURS = "hours", _("hours")
        TEXT = "text", _("text")

    slug = models.SlugField(_("name in texts"), max_length=60, unique=True, help_text=_("Use it as {fact:name}."))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    value = models.CharField(_("value"), max_length=200)
    label = models.CharField(_("what it is"), max_length=200, help_text=_("For colleagues; residents do not see it."))
    sample = models.BooleanField(
        _("example"), default=False, help_text=_("An invented value, shown as an example and never a link.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True, help_text=_("Empty: not yet confirmed."))

    panels = [
        FieldPanel("slug"),
        FieldPanel("label"),
        MultiFieldPanel([FieldPanel("kind"), FieldPanel("value"), FieldPanel("sample")], heading=_("The fact")),
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
                condition=models.Q(kind__in=["phone", "amount", "age", "address", "hours", "text"]),
                name="fact_kind_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"

    def clean(self) -> None:
        from services.fact_use import pages_with  # it looks into pages, which point to facts

        known = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if known and known != self.slug and pages_with(known):
            raise ValidationError({"slug": gettext("Texts use this name already, so it must stay as it is.")})

    @property
    def link(self) -> str:
        """The address that dials it; empty when it is no number or an example."""
        if self.kind != self.Kind.PHONE or self.sample:
            return ""
        return "tel:" + "".join(sign for sign in self.value if sign.isdigit() or sign == "+")

    def as_html(self, *, links: bool = True) -> str:
        """The fact as it stands in a text of any language."""
        extra = " sample" if self.sample else ""
        if self.kind == self.Kind.PHONE:
            inside = (
                format_html('<a href="{}">{}</a>', self.link, self.value) if links and self.link else escape(self.value)
            )
            return format_html('<bdi class="tel{}" dir="ltr">{}</bdi>', extra, inside)
        if self.kind in {self.Kind.ADDRESS, self.Kind.TEXT, self.Kind.HOURS}:  # these hold Dutch words
            return format_html('<bdi class="fact{}" lang="nl">{}</bdi>', extra, self.value)
        return format_html('<bdi class="fact{}">{}</bdi>', extra, self.value)


class HelpLine(TranslatableMixin, models.Model):
    """A line somebody in trouble can call: the number is a fact, the words are translated."""

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


def facts_by_slug() -> dict[str, Fact]:
    """Every fact, for texts that name them."""
    return {fact.slug: fact for fact in Fact.objects.all()}

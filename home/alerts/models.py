"""A message above the pages it matters to, for as long as it matters."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.forms import Select
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from home.alerts.rules import NOW, OVER, PLANNED, Alert, standing
from home.languages import TextInLanguage, languages, source_code

WHOSE = [("", _("Readers of every language")), *settings.LANGUAGES]


class AlertBannerQuerySet(models.QuerySet["AlertBanner"]):
    """Messages, to be narrowed down by whether they are planned, shown now or over."""

    def standing(self, name: str, now: datetime) -> "AlertBannerQuerySet":
        """Returns the messages that are `planned`, `now` or `over` at this moment, as `name` says.

        Raises KeyError for another name.
        """
        over = Q(ends__isnull=False, ends__lte=now)
        return {
            OVER: self.filter(over),
            PLANNED: self.filter(starts__gt=now).exclude(over),
            NOW: self.filter(starts__lte=now).exclude(over),
        }[name]


class AlertBanner(PreviewableMixin, TranslatableMixin, models.Model):
    """A message on top of pages: on which pages, for which readers, from when until when."""

    class Severity(models.TextChoices):
        """How much a message matters, in the order in which messages stand above each other."""

        URGENT = "urgent", _("urgent")
        WARNING = "warning", _("please note")
        INFO = "info", _("good to know")

    heading = models.CharField(_("heading"), max_length=100)
    text = models.CharField(_("text"), max_length=300, blank=True)
    link = models.CharField(
        _("link"),
        max_length=300,
        blank=True,
        help_text=_("A page of this site, such as /nl/vraag/, or an address that begins with https://."),
        validators=[RegexValidator(r"^(/(?!/)\S*|https://\S+)$", _("Begin with / or with https://."))],
    )
    link_text = models.CharField(_("words of the link"), max_length=80, blank=True)
    severity = models.CharField(_("how much it matters"), max_length=10, choices=Severity.choices, default="warning")
    starts = models.DateTimeField(_("from"), default=timezone.now)
    ends = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("It goes away by itself. Empty: until somebody takes it away.")
    )
    path = models.CharField(
        _("only on pages whose address begins with"),
        max_length=200,
        blank=True,
        help_text=_("Without the language, such as /diensten/. Empty: on every page."),
        validators=[RegexValidator(r"^/(?!/)[\w/-]*$", _("Write an address like /diensten/."))],
    )
    district = models.ForeignKey(
        "services.District",
        verbose_name=_("only for district"),
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("On the pages of its locations, and where a visitor chose this district."),
    )
    language = models.CharField(
        _("only for readers of"), max_length=12, blank=True, help_text=_("Empty: in every language.")
    )

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("link", "severity", "starts", "ends", "path", "district", "language")
    ]
    panels = [
        MultiFieldPanel(
            [FieldPanel("heading"), FieldPanel("text"), FieldPanel("link"), FieldPanel("link_text")], _("What it says")
        ),
        FieldPanel("severity"),
        MultiFieldPanel([FieldPanel("starts"), FieldPanel("ends")], _("From when until when")),
        MultiFieldPanel(
            [FieldPanel("path"), FieldPanel("district"), FieldPanel("language", widget=Select(choices=WHOSE))],
            _("Where"),
        ),
    ]
    objects = AlertBannerQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("message above pages")
        verbose_name_plural = _("messages above pages")
        ordering = ["-starts", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="alert_ends_later"),
            models.CheckConstraint(condition=Q(link="") | ~Q(link_text=""), name="alert_link_has_words"),
        ]

    def __str__(self) -> str:
        return self.heading

    def clean(self) -> None:
        super().clean()
        faults: dict[str, str] = {}
        if self.ends and self.starts and self.ends <= self.starts:
            faults["ends"] = gettext("The end must come after the beginning.")
        if self.link and not self.link_text:
            faults["link_text"] = gettext("Say where the link leads.")
        for each in languages():
            if self.path == f"/{each.code}" or self.path.startswith(f"/{each.code}/"):
                faults["path"] = gettext("Leave the language out: write %(path)s.") % {
                    "path": self.path.removeprefix(f"/{each.code}") or "/"
                }
        if self.language and self.language not in dict(settings.LANGUAGES):
            faults["language"] = gettext("The site has no such language.")
        if faults:
            raise ValidationError(faults)

    @property
    def language_of_words(self) -> str:
        """Returns the code of the language it was written in; the site's source language before it is saved."""
        return str(self.locale.language_code) if self.locale_id else source_code()

    def standing_at(self, now: datetime) -> str:
        """Returns `planned`, `now` or `over`."""
        return standing(self.starts, self.ends, now)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Returns the template of a page of the site with this message on top."""
        return "home/admin/alert_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Returns the context of that template, with this message as the only one."""
        return {"object": self, "request": request, "shown_alerts": [self.as_alert(self)]}

    def as_alert(self, translated: "AlertBanner | None") -> Alert:
        """Returns this message for one reader, in the words of `translated` where those differ from its own.

        Called on the original, which alone says where and when the message is shown.
        """

        def words(name: str) -> TextInLanguage:
            own = getattr(translated, name) if translated else ""
            if translated is not None and own and (own != getattr(self, name) or translated is self):
                return TextInLanguage(own, translated.language_of_words)
            return TextInLanguage(getattr(self, name), self.language_of_words)

        return Alert(
            heading=words("heading"),
            text=words("text"),
            link=self.link,
            link_text=words("link_text"),
            severity=self.severity,
            starts=self.starts,
            ends=self.ends,
            path=self.path,
            district=self.district.slug if self.district else "",
            language=self.language,
        )

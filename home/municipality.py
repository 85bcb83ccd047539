"""The names and addresses of the municipality that runs the site."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.cache.generation import cached_until_published
from home.text.phone import dialled


@register_setting(icon="home")
class Municipality(BaseSiteSetting):
    """The municipality that runs this site and how to reach it: data, so that any municipality can use the site."""

    name = models.CharField(_("name of the municipality"), max_length=80, default="Zwolle")
    organisation = models.CharField(_("name of the service"), max_length=80, default="Sociaal Wijkteam")
    phone = models.CharField(_("phone number"), max_length=30, blank=True, default="038 000 00 00")
    phone_is_sample = models.BooleanField(
        _("the phone number is an example"),
        default=True,
        help_text=_("An example is shown as such and cannot be dialled."),
    )
    mail = models.EmailField(_("e-mail address"), blank=True, default="wijkteam@example.org")
    mail_is_sample = models.BooleanField(_("the e-mail address is an example"), default=True)
    authority_uri = models.URLField(
        _("address in the list of governments"),
        blank=True,
        help_text=_("Of the municipality in OWMS, for Samenwerkende Catalogi. Empty: no feed is offered."),
    )

    exit_name = models.CharField(
        _("name of the other site"),
        max_length=60,
        default="Buienradar",
        help_text=_("Where “Leave quickly” on a sensitive page leads: a site that anybody could be looking at."),
    )
    exit_address = models.URLField(
        _("address of the other site"), default="https://www.buienradar.nl/", validators=[URLValidator(["https"])]
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("organisation"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("phone_is_sample")], heading=_("Phone")),
        MultiFieldPanel([FieldPanel("mail"), FieldPanel("mail_is_sample")], heading=_("E-mail")),
        FieldPanel("authority_uri"),
        MultiFieldPanel([FieldPanel("exit_name"), FieldPanel("exit_address")], heading=_("Leaving quickly")),
    ]

    class Meta:
        verbose_name = _("municipality")

    def __str__(self) -> str:
        return f"{self.organisation} {self.name}"

    @classmethod
    def for_request(cls, request: HttpRequest) -> "Municipality":
        """Returns the row for the site of this request, kept on the request; one query where Wagtail takes two."""
        kept: Municipality | None = getattr(request, cls.get_cache_attr_name(), None)
        if kept is not None:
            return kept
        host = split_domain_port(request.get_host())[0]
        known = _of_host(host)
        found: Municipality = known or super().for_request(request)
        setattr(request, cls.get_cache_attr_name(), found)
        return found

    @property
    def phone_link(self) -> str:
        """Returns the number for a `tel:` link; empty for an example, which nobody may dial."""
        return "" if self.phone_is_sample else dialled(self.phone)


@cached_until_published
def _of_host(host: str) -> Municipality | None:
    sites = Q(site__hostname=host) | Q(site__is_default_site=True)
    found = Municipality.objects.filter(sites).select_related("site__root_page")
    known = {each.site.is_default_site: each for each in found}
    return known.get(False) or known.get(True)

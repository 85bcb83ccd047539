"""Teams, colleagues, and the accounts for which nobody has vouched yet."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Team(models.Model):
    """A district team, or the central one, which has no district."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    district = models.OneToOneField(
        "services.District", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("district")
    )

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Colleague(models.Model):
    """A person who answers questions. Only colleagues can open questions, whatever other rights somebody has."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="colleague", verbose_name=_("user")
    )
    teams = models.ManyToManyField(Team, related_name="colleagues", verbose_name=_("teams"))
    languages = models.JSONField(
        _("languages spoken"), default=list, blank=True, help_text=_('Codes, for instance ["nl", "ar"]')
    )
    sensitive_themes = models.ManyToManyField(
        "services.Theme",
        blank=True,
        limit_choices_to={"sensitive": True},
        related_name="+",
        verbose_name=_("sensitive themes"),
        help_text=_("Questions on these themes may be read by this colleague"),
    )
    active = models.BooleanField(_("active"), default=True)
    # Tells a resident who opens the chat whether anybody is there; never shown and in no figure.
    last_seen_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("colleague")
        verbose_name_plural = _("colleagues")
        ordering = ["user__last_name", "user__username"]

    def __str__(self) -> str:
        return self.user.get_full_name() or self.user.get_username()


class Unconfirmed(models.Model):
    """An account for which a team leader has to vouch: somebody else opened questions to it, or changed its sign-in."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        default_permissions = ()
        permissions = [("confirm_people", "Can vouch for accounts")]

    def __str__(self) -> str:
        return f"{self.user_id} since {self.since:%Y-%m-%d %H:%M}"

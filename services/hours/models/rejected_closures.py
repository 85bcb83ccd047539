"""Days on which the team stays open although a list of holidays proposed to close; they are not proposed again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RejectedClosure(models.Model):
    """A proposed closure that a person rejected. Only services/hours/closure_proposals.py writes it."""

    shown_to_readers = False

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    judged_at = models.DateTimeField(_("judged"))
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("judged by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "services_openallthesame"
        verbose_name = _("open all the same")
        verbose_name_plural = _("open all the same")
        ordering = ["day"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="open_day_has_a_name")]

    def __str__(self) -> str:
        return f"{self.day}: {self.name}"

"""The owner of a page, and the day on which somebody checks whether it is still true."""

import calendar
from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField

HALF_A_YEAR = 6


def months_after(day: date, months: int) -> date:
    """Returns the same day so many months later; the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class Reviewed(models.Model):
    """A page with an owner, who may be somebody without an account, and a day on which it is read again."""

    owner_name = models.CharField(
        _("owner"),
        max_length=120,
        blank=True,
        help_text=_("Who knows whether this page is true. No account is needed."),
    )
    owner_mail = models.EmailField(
        _("e-mail address of the owner"),
        blank=True,
        help_text=_("Gets a mail with the title and a link when the page has to be read again."),
    )
    review_every = models.PositiveSmallIntegerField(
        _("read again after so many months"),
        default=HALF_A_YEAR,
        validators=[MaxValueValidator(60)],
        help_text=_("0: never."),
    )
    review_on = models.DateField(
        _("read again on"),
        null=True,
        blank=True,
        help_text=_("Empty: counted from the day on which the page is published."),
    )

    OF_THE_WHOLE_PAGE = ("owner_name", "owner_mail", "review_every", "review_on")
    """Fields that are the same for a page in every language."""
    review_fields = [SynchronizedField(name, overridable=False) for name in OF_THE_WHOLE_PAGE]
    review_panels = [
        FieldRowPanel([FieldPanel("owner_name"), FieldPanel("owner_mail")]),
        FieldRowPanel([FieldPanel("review_every"), FieldPanel("review_on")]),
    ]

    class Meta:
        abstract = True

    def set_review_date(self) -> None:
        """Sets the review date where nobody chose one, counted from the last publication. Runs at every saving.

        A page that is never reviewed loses its date.
        """
        published: Any = getattr(self, "last_published_at", None)
        if not self.review_every:
            self.review_on = None
        elif self.review_on is None and published and getattr(self, "live", False):
            self.review_on = months_after(localdate(published), self.review_every)

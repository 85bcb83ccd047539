"""Links on published pages that lead nowhere, as the last check found them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkFault(models.TextChoices):
    """What is wrong with a link."""

    PAGE_GONE = "page_gone", _("the page was deleted")
    PAGE_OFF = "page_off", _("the page is not published")
    PATH_GONE = "path_gone", _("there is no page at this address; perhaps it was moved")
    ANCHOR_GONE = "anchor_gone", _("the place on the page does not exist")
    DOCUMENT_GONE = "document_gone", _("the document was deleted")
    DOCUMENT_OFF = (
        "document_off",
        _("readers do not get this document: its collection is closed, or its file is damaged"),
    )
    OUTSIDE_GONE = "outside_gone", _("the other website does not have this page")
    UNCLEAR = "unclear", _("the beginning of the address is missing, such as https://")


class BrokenLink(models.Model):
    """One target that does not work, in one field of one page in one language."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="broken_links")
    field = models.CharField(max_length=80)
    target = models.CharField(max_length=500)
    fault = models.CharField(max_length=20, choices=LinkFault.choices)
    since = models.DateTimeField()

    shown_to_readers = False

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "field", "target"], name="one_row_per_broken_link"),
            models.CheckConstraint(condition=models.Q(fault__in=LinkFault.values), name="fault_is_known"),
        ]
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.page_id}:{self.target}"


class LinkRound(models.Model):
    """One round of the link checker; the night's round is done once."""

    at = models.DateTimeField(db_index=True)
    pages = models.PositiveIntegerField()
    links = models.PositiveIntegerField()
    outside = models.PositiveIntegerField(default=0)
    unreachable = models.PositiveIntegerField(default=0)

    shown_to_readers = False

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"

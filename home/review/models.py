"""The mails sent to an owner to have a page read again."""

from django.db import models


class ReviewReminder(models.Model):
    """A mail that was sent about a page to read again: the first when it is due, the second thirty days later."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    due = models.DateField()
    number = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    shown_to_readers = False

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "due", "number"], name="one_reminder_of_each"),
            models.CheckConstraint(condition=models.Q(number__in=[1, 2]), name="two_reminders_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}:{self.due}:{self.number}"

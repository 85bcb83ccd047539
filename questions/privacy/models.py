"""Keys of questions, the access log, the log of rights, and wrong tries."""

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Wrapped(models.Model):
    """A row that holds a key, wrapped with the ring. `OWNER` names the field of the key's owner, which has a `uid`."""

    ring_name = models.CharField(max_length=32)
    wrapped = models.BinaryField()

    OWNER: ClassVar[str]

    class Meta:
        abstract = True

    @property
    def owner_uid(self) -> UUID:
        """Returns the uid with which the key was wrapped, which is the owner's."""
        uid: UUID = getattr(self, self.OWNER).uid
        return uid


class QuestionKey(Wrapped):
    """The key of one question, wrapped with the ring. Destroying this row forgets the question for good."""

    question = models.OneToOneField("questions.Question", on_delete=models.CASCADE, related_name="key")

    OWNER = "question"

    def __str__(self) -> str:
        return f"key of question {self.question_id}"


class Opening(models.Model):
    """Somebody opened a question. It names the question by its reference, so that it stays when the question goes."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("user"))
    reference = models.CharField(_("reference"), max_length=10)
    at = models.DateTimeField(_("opened at"), db_index=True)

    class Meta:
        verbose_name = _("opening of a question")
        verbose_name_plural = _("access log")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.reference} {self.at:%Y-%m-%d %H:%M}"


class QuestionSearch(models.Model):
    """Somebody searched in the text of questions, or for others of the same person: how many were read for it.

    Never the words that were sought.
    """

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("user"))
    read = models.PositiveIntegerField(_("questions read"))
    at = models.DateTimeField(_("searched at"), db_index=True)

    class Meta:
        verbose_name = _("search in questions")
        verbose_name_plural = _("searches in questions")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.read} read {self.at:%Y-%m-%d %H:%M}"


class RightsChange(models.Model):
    """Somebody was given or lost a right. Names, not links: it outlives the account. Nobody changes it."""

    at = models.DateTimeField(db_index=True)
    who = models.CharField(max_length=150)
    whom = models.CharField(max_length=150)
    what = models.CharField(max_length=20)
    before = models.TextField()
    after = models.TextField()

    class Meta:
        verbose_name = _("change of rights")
        verbose_name_plural = _("changes of rights")
        default_permissions = ("view",)
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.whom}: {self.what} at {self.at:%Y-%m-%d %H:%M}"


class WrongTry(models.Model):
    """A wrong code, or a vote. Holds a fingerprint of where it came from, for as long as it slows the next try down."""

    bucket = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["bucket", "at"])]

    def __str__(self) -> str:
        return f"wrong try at {self.at:%H:%M}"

"""Votes on pages and remarks about them; nothing about the people who gave them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from questions.privacy.keyring import key_ring, new_key, open_sealed, seal
from questions.privacy.models import Wrapped


class Vote(models.Model):
    """Somebody found a page helpful, or not. Rows are written by questions/feedback/writer.py only.

    The page is the one whose words were read: on an address without translation the Dutch page, so that its language
    is that of the words.
    """

    wagtail_reference_index_ignore = True

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="votes")
    helpful = models.BooleanField(_("helpful"))
    at = models.DateTimeField(_("on"), db_index=True)
    # A keyed fingerprint of where it came from, for the minute in which the same click must not count twice.
    press = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 (empty is not unique)

    class Meta:
        verbose_name = _("vote on a page")
        verbose_name_plural = _("votes on pages")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["page", "at"])]
        permissions = [("read_feedback", "May read what visitors say of pages")]

    def __str__(self) -> str:
        return f"vote {self.pk}"


class Remark(Wrapped):
    """What somebody wrote with a vote, sealed with a key of its own. Deleting the row forgets it for good."""

    wagtail_reference_index_ignore = True

    vote = models.ForeignKey(Vote, verbose_name=_("vote"), on_delete=models.CASCADE, related_name="remarks")
    at = models.DateTimeField(_("on"), db_index=True)
    sealed_text = models.BinaryField()
    # A keyed fingerprint of the words; empty for those of before there was one.
    fingerprint = models.CharField(max_length=64, default="", editable=False)

    OWNER = "vote"

    class Meta:
        verbose_name = _("remark on a page")
        verbose_name_plural = _("remarks on pages")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "fingerprint"], name="the_same_words_once")]

    def __str__(self) -> str:
        return f"remark with {self.vote_id}"

    def seal_text(self, text: str) -> None:
        """Seals the words in this row with a new key, without saving it."""
        key = new_key()
        self.ring_name, self.wrapped = key_ring().wrap(key, f"{self.vote.uid}/key")
        self.sealed_text = seal(key, text.encode(), f"{self.vote.uid}/remark")

    @property
    def text(self) -> str:
        """Returns the text. Raises CannotOpen when the ring no longer holds the key."""
        key = key_ring().unwrap(self.ring_name, self.wrapped, f"{self.vote.uid}/key")
        return open_sealed(key, self.sealed_text, f"{self.vote.uid}/remark").decode()

"""A remark and its vote in words, for editors."""

from django.utils.translation import gettext

from questions.feedback.models import Remark
from questions.privacy.keyring import CannotOpen, KeyMissing


def remark_text(remark: Remark) -> str:
    """Returns the text; a sentence that says why when it cannot be opened."""
    try:
        return remark.text
    except KeyMissing:
        return gettext("This cannot be opened now: a key is missing on the server.")
    except CannotOpen:
        return gettext("The key of this remark is gone.")


def vote_label(remark: Remark) -> str:
    """Returns "Yes" or "No"."""
    return gettext("Yes") if remark.vote.helpful else gettext("No")

"""E-mail addresses as people type them, turned into addresses that can be mailed. Pure: no look-up of any kind."""

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

from home.text.visible import without_unseen

LONGEST = 254
# What stands around an address that was copied, or that a keyboard put behind it.
_AROUND = re.compile(r"^(?:mailto:)?\s*<?\s*|\s*>?[\s.,;]*$", re.IGNORECASE)


def mailable(text: str) -> str:
    """Returns the address to which a mail can be sent; empty when the text is none.

    Letters outside ASCII before the @ are refused: most mail servers cannot take them. A domain may have them, and is
    returned in the form that mail servers know (IDNA), unless it mixes alphabets that look alike.
    """
    bare = _AROUND.sub("", unicodedata.normalize("NFKC", without_unseen(text)).strip())
    if len(bare) > LONGEST:
        return ""
    try:
        found = validate_email(bare, check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError:
        return ""
    if any(_is_mixed(label) for label in found.domain.split(".")):
        return ""
    return found.ascii_email or ""


def _is_mixed(label: str) -> bool:
    """Returns whether a part of a domain mixes Latin letters with Cyrillic or Greek ones."""
    alphabets = {unicodedata.name(sign, "").partition(" ")[0] for sign in label if sign.isalpha()}
    return "LATIN" in alphabets and not alphabets.isdisjoint({"CYRILLIC", "GREEK"})

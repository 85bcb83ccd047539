"""Names of the days on which offices close: from the Dutch name that editors write to the reader's language."""

from django.utils.translation import gettext_lazy as _

from home.languages import TextInLanguage, current_code, source_code

NAMES = {
    "nieuwjaarsdag": _("New Year's Day"),
    "goede vrijdag": _("Good Friday"),
    "eerste paasdag": _("Easter Sunday"),
    "tweede paasdag": _("Easter Monday"),
    "koningsdag": _("King's Day"),
    "bevrijdingsdag": _("Liberation Day"),
    "hemelvaartsdag": _("Ascension Day"),
    "eerste pinksterdag": _("Whit Sunday"),
    "tweede pinksterdag": _("Whit Monday"),
    "eerste kerstdag": _("Christmas Day"),
    "tweede kerstdag": _("Second Christmas Day"),
}


def reason_words(reason: str) -> TextInLanguage:
    """Returns why a day differs: a known holiday in the reader's language, anything else as the editor wrote it."""
    known = NAMES.get(reason.strip().casefold())
    if known is None or current_code() == source_code():
        return TextInLanguage(reason, source_code())
    return TextInLanguage(str(known), current_code())

"""The changes in the log of rights, in words. The log keeps codes, which stay the same when a name changes."""

from django.apps import apps
from django.core.management import get_commands
from django.utils.translation import get_language, gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from home.languages import source_code
from questions.rights.rules import HolderField
from services.directory.selectors import language_name

RIGHTS = {
    "wagtailadmin.access_admin": _("Can access Wagtail admin"),
    "wagtail_localize.submit_translation": _("Can submit translations"),
    "questions.confirm_people": _("May vouch for accounts"),
    "reachability.see_figures": _("May see the figures"),
    "feedback.read_feedback": _("May read what visitors wrote"),
}
ACTIONS = {
    "add": _("add"),
    "change": _("alter"),
    "delete": _("delete"),
    "bulk_delete": _("delete many at once"),
    "view": _("see"),
    "choose": _("choose"),
    "publish": _("publish"),
    "lock": _("lock"),
    "unlock": _("unlock"),
}
OF_A_PLACE = {"page": _("pages"), "image": _("pictures"), "document": _("documents"), "collection": _("collections")}
BY_COMMAND = gettext_lazy("whoever runs the server (%(command)s)")


def actor_name(who: str) -> str:
    """Returns the name of the person who changed something, or the command that was typed on the server."""
    return str(BY_COMMAND) % {"command": who} if who in get_commands() else who


def value_in_words(what: str, value: str) -> str:
    """Returns one value of the log in words; unchanged when it is not a list of codes."""
    codes = value.split(", ") if value else []
    if what == HolderField.LANGUAGES:
        return ", ".join(language_name(code, get_language() or source_code()) for code in codes)
    if what in (HolderField.ROLE_MAY, HolderField.ROLE_PAGES, HolderField.ROLE_FILES):
        return "; ".join(_grouped(codes, at_a_place=what != HolderField.ROLE_MAY))
    return value


def right_in_words(code: str) -> str:
    """Returns one right in words; `code` is its app and name, such as `feedback.read_feedback`."""
    return "".join(_grouped([code], at_a_place=False))


def _grouped(codes: list[str], *, at_a_place: bool) -> list[str]:
    """Returns a text per kind of thing, such as "teams: add, alter"; a right about no thing has its own words."""
    found: dict[str, list[str]] = {}
    for code in codes:
        owner, _dot, codename = code.rpartition(".")
        action = next((each for each in ACTIONS if codename.startswith(f"{each}_")), "")
        if code in RIGHTS or not action:
            found[str(RIGHTS.get(code, code))] = []
            continue
        kind = codename.removeprefix(f"{action}_")
        thing = f"{owner}, {OF_A_PLACE.get(kind, kind)}" if at_a_place else _things(owner, kind)
        found.setdefault(thing, []).append(str(ACTIONS[action]))
    return [f"{thing}: {', '.join(actions)}" if actions else thing for thing, actions in found.items()]


def _things(app: str, kind: str) -> str:
    """Returns the plural name of this kind of thing; its code when there is no such kind any more."""
    try:
        return str(apps.get_model(app, kind)._meta.verbose_name_plural)
    except LookupError:
        return gettext("something that is not there any more (%(code)s)") % {"code": f"{app}.{kind}"}

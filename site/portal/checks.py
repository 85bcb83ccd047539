"""System checks: what must hold of an installation, reported at every start."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from questions.desk.translation_server import is_private
from questions.models import Colleague
from questions.permissions import confirmers, people_managers
from questions.privacy.keyring import key_ring, lookup_key
from questions.privacy.keys import names_missing


@register()
def keys_are_set(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error for each key that is missing: without keys no question can be kept safe."""
    found: list[CheckMessage] = []
    if len(settings.SECRET_KEY) < 50:
        found.append(Error("PORTAL_SECRET_KEY must be set, 50 characters or more", id="portal.E001"))
    for name, read, number in (
        ("PORTAL_KEY_RING", key_ring, "E002"),
        ("PORTAL_LOOKUP_KEY", lookup_key, "E003"),
    ):
        try:
            read()
        except ImproperlyConfigured as problem:
            found.append(Error(f"{name}: {problem}", id=f"portal.{number}"))
    return found


@register(Tags.database)
def keys_open_what_is_kept(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Returns an error when something was sealed with keys that are not in the ring; it names them."""
    if not databases:
        return []
    try:
        missing = names_missing()
    except ImproperlyConfigured:  # said above
        return []
    if not missing:
        return []
    return [
        Error(
            f"PORTAL_KEY_RING: questions were sealed with keys that it does not hold: {', '.join(missing)}",
            hint="Put the key back, under the same name; docs/running.md tells how a ring is rotated.",
            id="portal.E010",
        )
    ]


@register()
def languages_have_a_catalogue(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error for a language without texts, and when Dutch, the source of the content, is missing."""
    found: list[CheckMessage] = []
    offered = dict(settings.LANGUAGES)
    if settings.LANGUAGE_CODE not in offered:
        found.append(Error("PORTAL_LANGUAGES must hold nl, the language of the content", id="portal.E004"))
    for code in offered:
        if code not in settings.ALL_LANGUAGES:
            found.append(Error(f"PORTAL_LANGUAGES: there is no catalogue for {code!r}", id="portal.E005"))
    return found


@register()
def security_contact_is_an_address(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error when SECURITY_CONTACT is no mail address, page or number with its scheme."""
    contact = settings.SECURITY_CONTACT
    if not contact.startswith(("mailto:", "https://", "tel:")) or not contact.isprintable() or " " in contact:
        return [Error("PORTAL_SECURITY_CONTACT must begin with mailto:, https:// or tel:", id="portal.E009")]
    return []


@register()
def translation_server_is_ours(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error when residents' words would go to the translation server where others can read along."""
    url = settings.TRANSLATE_URL
    parts = urlsplit(url)
    is_fit = bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and is_private(url)))
    if url and not is_fit:
        return [Error("PORTAL_TRANSLATE_URL must begin with https://, or be in your own network", id="portal.E010")]
    return []


@register()
def site_is_a_plain_directory(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error when `site/` is a package: it would shadow Python's own module of that name."""
    if (Path(settings.HOUSE) / "site" / "__init__.py").exists():
        return [Error("site/__init__.py must not exist: it hides Python's own module `site`", id="portal.E006")]
    return []


@register(Tags.database)
def nobody_manages_people_and_reads(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Returns a warning when colleagues manage people and so see no question, or when nobody can vouch.

    docs/decisions/0048 gives the reason.
    """
    found: list[CheckMessage] = []
    if not databases:
        return found
    try:
        both = Colleague.objects.filter(active=True, user__in=people_managers())
        names = ", ".join(sorted(both.values_list("user__username", flat=True)))
        nobody = not confirmers(vouched_for=True).exists()
    except DatabaseError:  # before the first migration
        return found
    if names:
        found.append(
            Warning(f"Manage people, so read no questions though they are colleagues: {names}", id="portal.W003")
        )
    if nobody:
        found.append(Warning("No team leader can vouch for colleagues: manage.py confirm_person", id="portal.W004"))
    return found


@register(deploy=True)
def demo_is_off(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error when demo logins are on: their passwords are published and they have no second factor."""
    if settings.DEMO:
        return [Error("PORTAL_DEMO must be off where real people ask questions", id="portal.E007")]
    return []


@register(deploy=True)
def hosts_are_pinned(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error for a wildcard host, and a warning for each sample address that is still set.

    With a wildcard host anybody puts their own address in our links.
    """
    found: list[CheckMessage] = []
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(Error("PORTAL_HOSTS must name the host names of this site", id="portal.E008"))
    if settings.DEFAULT_FROM_EMAIL.endswith("@example.org"):
        found.append(Warning("PORTAL_MAIL_FROM is still the sample address", id="portal.W001"))
    if settings.SECURITY_CONTACT.endswith("@example.org"):
        found.append(Warning("PORTAL_SECURITY_CONTACT is still the sample address", id="portal.W002"))
    return found

"""Whether something answers at an address of this site, found out by requesting it as a reader would."""

import logging
from http import HTTPStatus
from time import monotonic
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from home.pages.links import path_in_tree

logger = logging.getLogger(__name__)
STAFF = "/beheer/"
PAGE = "wagtail_serve"
_NOTHING_OF_STAFF = "wagtail.admin.views.home.default"
"""The view with which Wagtail's admin answers where it has no screen."""
REMEMBERED_FOR = 60.0
"""Seconds in which a door that answered is not requested again by the same process.

The editor's form asks whenever it keeps itself, and three doors are a quarter of what a publication takes.
"""
_answered: dict[str, float] = {}


def door_answers(path: str) -> bool:
    """Returns whether something other than a page answers at this address, found out by requesting it.

    Staff's screens are not requested, as they want a sign-in: an address that belongs to a screen counts.
    """
    path = unquote(path)
    if path.startswith(settings.STATIC_URL):
        return finders.find(path.removeprefix(settings.STATIC_URL)) is not None
    return any(
        found is not None and found.url_name != PAGE and _gives_something(asked, found)
        for asked in dict.fromkeys([path, slashed(path)])
        for found in [_match_of(asked)]
    )


def address_exists(path: str) -> bool:
    """Returns whether a reader who requests exactly this address gets something: a page, a door or a file."""
    found = _match_of(path)
    if found is None:
        return False
    if found.url_name == PAGE:
        return Page.objects.filter(url_path=path_in_tree(path), live=True).exists()
    return _gives_something(path, found)


def _match_of(path: str) -> ResolverMatch | None:
    with _language_of(path):
        try:
            return resolve(path)
        except Resolver404:
            return None


def _gives_something(path: str, found: ResolverMatch) -> bool:
    if path.startswith(STAFF):
        return found.view_name != _NOTHING_OF_STAFF
    if monotonic() - _answered.get(path, float("-inf")) < REMEMBERED_FOR:
        return True
    with _language_of(path):
        answers = _view_answers(path, found)
    # Only a door of which there is one for the whole site: what has a name in its address can be withdrawn meanwhile.
    if answers and not (found.args or found.kwargs):
        _answered[path] = monotonic()
    return answers


def _language_of(path: str) -> translation.override:
    code = path.strip("/").split("/")[0]
    return translation.override(code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)


def _view_answers(path: str, found: ResolverMatch) -> bool:
    request = get_dummy_request(path=path)
    # Nothing is made that whoever has it already would not be sent: a poster takes seconds.
    request.META |= {"HTTP_IF_NONE_MATCH": "*", "HTTP_HOST": urlsplit(settings.BASE_URL).netloc}
    request.resolver_match = found
    try:
        response = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return False
    except Exception:  # something is there, and it is no fault of the link
        logger.exception("%s failed when it was asked whether something is there", found.view_name)
        return True
    # Not `response.close()`: that says that a request has ended, which ends the connection of who asks here.
    file = getattr(response, "file_to_stream", None)
    if file is not None:
        file.close()
    return response.status_code not in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def slashed(path: str) -> str:
    """Returns the address with exactly one slash at its end."""
    return path.rstrip("/") + "/"

"""The addresses that belong to no language: choosing one, pictures, and the two that say how the site is doing."""

import os
from pathlib import Path
from posixpath import normpath
from tempfile import TemporaryFile

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe
from django.views.static import serve

from home.files.contents import ending
from portal.accept_language import preferred
from questions.privacy.keyring import lookup_key
from questions.privacy.keys import names_missing
from questions.privacy.slowdown import note_try
from services.hours.store import calendars_without_zone

PROBE = 64 * 1024
"""Bytes that must find room on the disk."""


def preferred_language(accept_language: str) -> str:
    """Returns the language of ours that an Accept-Language header wishes for most; Dutch when it wishes for none."""
    return preferred(accept_language, list(dict(settings.LANGUAGES)), settings.LANGUAGE_CODE)


@require_safe
def pick_language(request: HttpRequest) -> HttpResponse:
    """Redirects to the reader's language. No cache keeps it, since it differs from one reader to the next."""
    response = HttpResponseRedirect(f"/{preferred_language(request.headers.get('Accept-Language', ''))}/")
    response.headers["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """Answers with 200 when the process answers at all; looks at nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """Returns a picture of a page, in the size that the page asks for. Documents have an address of their own.

    The name of such a file changes with what is in it. A proxy in front may serve these files itself. Raises Http404
    for any other file.
    """
    if not normpath(path).startswith("images/") or ending(path) not in settings.WAGTAILIMAGES_EXTENSIONS:
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    patch_cache_control(response, max_age=86400, public=True)
    return response


def room_to_write() -> bool:
    """Returns whether something can be written, among the files and in the database; leaves nothing behind."""
    folders = {Path(settings.VAR)}
    if connection.vendor == "sqlite" and (file := Path(str(connection.settings_dict["NAME"]))).is_file():
        folders.add(file.parent)
    try:
        for folder in folders:
            with TemporaryFile(dir=folder) as probe:
                probe.write(bytes(PROBE))
                probe.flush()
                os.fsync(probe.fileno())
        with transaction.atomic():
            note_try("room", "", timezone.now())
            transaction.set_rollback(True)
    except (OSError, Error):
        return False
    return True


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answers with 200 when database, migrations, keys, room to write and calendars are in order, else with 503.

    It names the part only. With a calendar out of order the site goes on: `check --database default` tells which it is.
    """
    state = {"database": False, "migrations": False, "keys": False, "room": False}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        state["database"] = True
        executor = MigrationExecutor(connection)
        state["migrations"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        if calendars_without_zone():
            state["calendars"] = False
    except Exception:  # whatever a driver raises means "not ready"
        state["migrations"] = False
    try:
        lookup_key()
        state["keys"] = not names_missing()
    except Exception:  # keys that are no keys, or a database that cannot be asked
        state["keys"] = False
    state["room"] = state["database"] and room_to_write()
    return JsonResponse(state, status=200 if all(state.values()) else 503)

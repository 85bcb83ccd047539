"""Which migrations the text was made from."""

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader


def migrations_hash() -> str:
    """Returns the SHA-256 of the contents of all migrations, those of packages included.

    The versions of the packages count too, and the settings that a first migration reads: what a migration calls may
    change while the migration stays as it is. The same on every machine, whatever ends its lines.
    """
    total = hashlib.sha256()
    packages = {"django"}
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        packages.add(app.name.split(".")[0])
        for file in _files(app.label):
            total.update(f"{app.label}/{file.name}\0".encode())
            total.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    versions = {name: getattr(sys.modules[name], "__version__", "") for name in sorted(packages)}
    read = [getattr(settings, name) for name in ("LANGUAGE_CODE", "DEFAULT_AUTO_FIELD", "AUTH_USER_MODEL", "USE_TZ")]
    total.update(repr((versions, read)).encode())
    return total.hexdigest()


def _files(label: str) -> list[Path]:
    """Returns the files of the migrations of an app, in order; none for an app without."""
    module = MigrationLoader.migrations_module(label)[0]
    found = find_spec(module) if module else None
    if found is None or not found.submodule_search_locations:
        return []
    return sorted(Path(found.submodule_search_locations[0]).glob("*.py"))

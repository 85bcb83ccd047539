"""Settings of `make run`: served on this machine only, SQLite, demo logins, mail written to var/mail."""

import os

from portal.keys import development_keys

for name, value in development_keys().items():
    os.environ.setdefault(name, value)
os.environ.setdefault("PORTAL_HOSTS", "127.0.0.1,localhost,[::1]")
os.environ.setdefault("PORTAL_BASE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
os.environ.setdefault("PORTAL_HTTPS", "0")
os.environ.setdefault("PORTAL_DEMO", "1")
os.environ.setdefault("PORTAL_MAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")

from portal.settings.base import *  # noqa: E402, F403 (the base reads the environment that was just completed)

"""Settings of the tests: as production, but with keys of their own, plain HTTP and no real mail."""

import base64
import os

os.environ.setdefault("PORTAL_SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("PORTAL_KEY_RING", "test:" + base64.b64encode(b"t" * 32).decode())
os.environ.setdefault("PORTAL_LOOKUP_KEY", base64.b64encode(b"l" * 32).decode())
os.environ.setdefault("PORTAL_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("PORTAL_BASE_URL", "http://testserver")
os.environ.setdefault("PORTAL_HTTPS", "0")
# Every page is made for the test that asks for it; tests of the page cache put it on.
os.environ.setdefault("PORTAL_PAGE_CACHE_MB", "0")
os.environ.setdefault("PORTAL_MAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")

from portal.settings.base import *  # noqa: F403 (the base reads the environment that was just completed)

if str(DATABASES["default"]["ENGINE"]).endswith("sqlite3"):  # noqa: F405 (of the base)
    # As Django does by itself; pytest-django knows Django's own engine only, and would make a file.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405 (of the base)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files are served from where they are, so that no test depends on a collection made earlier.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# A browser that looks at many pages asks for what it has only once.
WHITENOISE_MAX_AGE = 3600
STATICFILES_DIRS += [VAR / "build-test"]  # noqa: F405 (axe, which looks at the served pages)

"""The alternative beside the form of a question: Django as it comes, a form that writes one row. For bench_load.py.

The same form, table and database as in bench_forms.py, with the middleware that a new Django project has.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.ROOT_URLCONF = "tools.bench_forms"
settings.MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
application = get_wsgi_application()


def make_table() -> None:
    """Makes the table of the plain questions in this process's database."""
    from django.db import connection

    from tools.bench_forms import PlainQuestion

    with connection.schema_editor() as editor:
        editor.create_model(PlainQuestion)

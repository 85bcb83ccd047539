"""The WSGI application, which a server loads once per process."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from portal.in_use_lock import hold_in_use_lock
from portal.private_files import keep_private

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.base")

_django = get_wsgi_application()

keep_private()
hold_in_use_lock()

from home.cache.front import KeptPagesFirst  # noqa: E402 (only when every app is loaded)
from portal.admin.dutch import load_forms  # noqa: E402 (the same)

application = KeptPagesFirst(_django)

# What is loaded now stays as long as the process; a full round of the garbage collector need not look at it again. With
# 2,000 organisations the slowest of a hundred pages took 176 ms without this, and 50 ms with it.
load_forms()
gc.collect()
gc.freeze()

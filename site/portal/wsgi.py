"""The WSGI application, which a server loads once per process."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application

from portal.in_use_lock import hold_in_use_lock
from portal.private_files import keep_private

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.base")

_django = get_wsgi_application()

keep_private()
hold_in_use_lock()

from home.cache.front import KeptPagesFirst  # noqa: E402 (only when every app is loaded)
from portal.admin.dutch import load_forms  # noqa: E402 (the same)
from questions.danger import store as danger  # noqa: E402 (the same)
from questions.formal import found as formal  # noqa: E402 (the same)

application = KeptPagesFirst(_django)

# The first question after a start waited 0.2 s longer than the next, while the words that are looked for were read.
for recogniser in (danger, formal):
    recogniser.kinds_in("")
# What is loaded now stays as long as the process; a full round of the garbage collector need not look at it again. With
# 2,000 organisations the slowest of a hundred pages took 176 ms without this, and 50 ms with it.
load_forms()
gc.collect()
gc.freeze()
# Whoever publishes asks the database 280 times and may wait for a busy thread after each of them, by default for 5 ms.
# On SQLite all who send something wait meanwhile: of fifty a second one in a hundred waited 554 ms in a run without
# this, and 304 to 458 in four with it.
sys.setswitchinterval(0.0005)

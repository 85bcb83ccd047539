#!/usr/bin/env python3
"""Django's command line. On a machine of one's own: DJANGO_SETTINGS_MODULE=portal.settings.dev."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.base")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)

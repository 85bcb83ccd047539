"""Backups: one file with database and media, without the keys, and restoring it (docs/decisions/0053)."""


class BackupRefused(Exception):
    """Nothing was changed. The text says why, and what to do."""

"""Backups: one file with database and media, without the keys; and the way back (docs/decisions/0053)."""


class BackupRefused(Exception):
    """Nothing was changed; the words say why, and what to do."""

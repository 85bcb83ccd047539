"""The second factor of staff: a code of an app, a passkey, or a recovery code (docs/decisions/0051)."""

"""Compares the keys of this installation with those of a backup, without telling any of them."""

import hashlib
import hmac

from django.db.models import Count

from portal.backups.archive import BackupManifest
from questions.privacy.keyring import key_ring, lookup_key
from questions.privacy.models import QuestionKey


def fingerprint(key: bytes) -> str:
    """Returns 16 hexadecimal digits that tell this key from others. They do not give the key away."""
    return hmac.new(key, b"backup", hashlib.sha256).hexdigest()[:16]


def fingerprints() -> dict[str, str]:
    """Returns the fingerprint of every key in the ring, by its name."""
    return {name: fingerprint(key) for name, key in key_ring().keys.items()}


def faults(about: BackupManifest) -> list[str]:
    """Returns a sentence for each key that the restored database needs and this installation does not have."""
    here, found = fingerprints(), []
    for row in QuestionKey.objects.values("ring_name").annotate(number=Count("pk")).order_by("ring_name"):
        name = row["ring_name"]
        if name not in here:
            found.append(f"{row['number']} questions need the key {name}, which PORTAL_KEY_RING does not hold")
        elif name in about.keys and about.keys[name] != here[name]:
            found.append(f"{row['number']} questions need the key {name}; the one in PORTAL_KEY_RING is another")
    if about.lookup_key != fingerprint(lookup_key()):
        found.append("PORTAL_LOOKUP_KEY is another: no reference with its code would work")
    return found

"""The keys: a ring that rotates, a key of its own for every question, and keyed look-ups.

Sealing is AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. The key ring seals only the keys of questions;
the texts are sealed with the question's key, so that destroying that one key forgets everything at once.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE_BYTES = 12
KEY_BYTES = 32

# PostgreSQL gives binary columns back as a memoryview.
Sealed = bytes | memoryview


class CannotOpen(Exception):
    """Something sealed cannot be opened: another key, or somebody changed it. Carries no content."""


class KeyMissing(CannotOpen):
    """The ring does not hold the key. That can be mended, so nothing is lost or given up."""


def seal(key: bytes, text: bytes, place: str) -> bytes:
    """Returns the text sealed with the key. `place` says where it belongs and must be the same on opening."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text, place.encode())


def open_sealed(key: bytes, sealed: Sealed, place: str) -> bytes:
    """Returns the text that was sealed. Raises CannotOpen for a wrong key, a wrong place or changed bytes."""
    try:
        return AESGCM(key).decrypt(bytes(sealed[:NONCE_BYTES]), bytes(sealed[NONCE_BYTES:]), place.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen from None


@dataclass(frozen=True)
class KeyRing:
    """Named keys; the first one seals, every one opens."""

    names: tuple[str, ...]
    keys: dict[str, bytes]

    def wrap(self, key: bytes, place: str) -> tuple[str, bytes]:
        """Returns the name of the ring's first key, and the given key sealed with it."""
        name = self.names[0]
        return name, seal(self.keys[name], key, place)

    def unwrap(self, name: str, wrapped: Sealed, place: str) -> bytes:
        """Returns the key that was wrapped.

        Raises KeyMissing when the ring has no key of this name, or another one than it was wrapped with.
        """
        if name not in self.keys:
            raise KeyMissing
        try:
            return open_sealed(self.keys[name], wrapped, place)
        except CannotOpen:
            raise KeyMissing from None


def decode_key(value: str) -> bytes:
    """Returns the 32 bytes of a key in base64. Raises ImproperlyConfigured, without the value, for anything else."""
    try:
        key = base64.b64decode(value, validate=True)
    except ValueError:
        raise ImproperlyConfigured("a key must be base64") from None
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured(f"a key must be {KEY_BYTES} bytes in base64")
    return key


@lru_cache(maxsize=4)
def read_ring(text: str) -> KeyRing:
    """Returns the ring written as `name:base64,older:base64`. Raises ImproperlyConfigured for any other form."""
    keys: dict[str, bytes] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        name, colon, value = entry.partition(":")
        if not colon or not name or len(name) > 32 or name in keys:
            raise ImproperlyConfigured("write the ring as name:base64,older:base64 with different names")
        keys[name] = decode_key(value)
    if not keys:
        raise ImproperlyConfigured("the key ring is empty")
    return KeyRing(tuple(keys), keys)


def key_ring() -> KeyRing:
    """Returns the ring of this installation. Raises ImproperlyConfigured when it is missing or wrong."""
    return read_ring(settings.KEY_RING)


def lookup_key() -> bytes:
    """Returns the key of the look-ups. Raises ImproperlyConfigured when it is missing or wrong."""
    return decode_key(settings.LOOKUP_KEY)


def lookup(purpose: str, *values: str) -> str:
    """Returns a keyed fingerprint (HMAC-SHA256, hexadecimal) of the values, different for each purpose.

    With it a row is found by a value that is not kept, such as a code, and two submissions are compared.
    """
    message = json.dumps([purpose, *values], ensure_ascii=False).encode()
    return hmac.new(lookup_key(), message, hashlib.sha256).hexdigest()


def new_key() -> bytes:
    """Returns a new random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal_json(key: bytes, value: Any, place: str) -> bytes:
    """Returns the value, written as JSON, sealed with the key for this place."""
    return seal(key, json.dumps(value, ensure_ascii=False).encode(), place)


def open_json(key: bytes, sealed: Sealed, place: str) -> Any:
    """Returns the value that `seal_json` sealed. Raises CannotOpen for a wrong key, a wrong place or changed bytes."""
    return json.loads(open_sealed(key, sealed, place))

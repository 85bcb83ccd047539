"""What counts as a second factor, and whether a code that was typed is right.

An app that shows codes or a passkey is a factor. Recovery codes only stand in for one: an account with nothing else has
none. A wrong code makes the next try wait, twice as long each time; the database remembers it, so every process does.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

from home.text.normalise import western_digits
from questions.privacy.keyring import lookup

APP_DIGITS = 6
RECOVERY_CODES = 10
RECOVERY_LENGTH = 10
# Without the signs that look like each other.
RECOVERY_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
FINGERPRINT_LENGTH = 16  # what the column holds
FACTORS = (TOTPDevice, WebAuthnCredential)

Who = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True)
class CodeCheck:
    """The device that accepted the code, None when none did, and the seconds to wait before the next try."""

    device: Device | None = None
    wait: int = 0
    looked: bool = True
    """False when the code was not looked at, because an earlier wrong one still makes it wait."""


def factors_of(user: Who) -> list[Device]:
    """Returns the apps and passkeys of this person, the oldest first within its kind."""
    return [device for kind in FACTORS for device in kind.objects.filter(user=user, confirmed=True).order_by("pk")]


def has_factor(user: Who) -> bool:
    """Returns whether this person has set up a second factor."""
    return any(kind.objects.filter(user=user, confirmed=True).exists() for kind in FACTORS)


def plain_code(typed: str) -> str:
    """Returns the letters and digits of what was typed, in small letters, digits of any script as 0 to 9."""
    return "".join(sign.lower() for sign in western_digits(typed) if sign.isalnum())


def check_code(user: Who, typed: str, now: datetime) -> CodeCheck:
    """Tries a code and returns what came of it.

    Six digits are tried on the apps of this person, anything else on the recovery codes.
    """
    code = plain_code(typed)
    of_app = len(code) == APP_DIGITS and code.isdecimal()
    kind = TOTPDevice if of_app else StaticDevice
    token = code if of_app else _fingerprint(user, code)
    waits: list[int] = []
    looked = False
    with transaction.atomic():
        for device in kind.objects.filter(user=user, confirmed=True).select_for_update().order_by("pk"):
            if not _wait(device, now):
                looked = True
                if device.verify_token(token):
                    return CodeCheck(device)
            waits.append(_wait(device, now))
    return CodeCheck(wait=max(waits, default=0), looked=looked or not waits)


def _wait(device: Device, now: datetime) -> int:
    """Returns the whole seconds until this device takes a code again; 0 when it does now."""
    allowed, why = device.verify_is_allowed()
    return 0 if allowed else max(1, round((why["locked_until"] - now).total_seconds()))


def add_app(user: Who, key: str, typed: str, name: str, moment: float) -> TOTPDevice | None:
    """Sets up the app with this key and returns it; None when the code is wrong. The code cannot be used again.

    `moment` is in seconds since 1970.
    """
    code = plain_code(typed)
    if len(code) != APP_DIGITS or not code.isdecimal():
        return None
    device = TOTPDevice(user=user, key=key, name=name)
    reading = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    reading.time = moment
    if not reading.verify(int(code), device.tolerance):
        return None
    device.last_t = reading.t()
    device.drift = reading.drift
    device.save()
    return device


def new_recovery_codes(user: Who) -> list[str]:
    """Returns new codes in the place of the earlier ones. Only their fingerprints are kept: they are shown once."""
    codes = ["".join(secrets.choice(RECOVERY_SIGNS) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery")
        StaticToken.objects.bulk_create(StaticToken(device=device, token=_fingerprint(user, code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def recovery_codes_left(user: Who) -> int:
    """Returns how many recovery codes were not used yet."""
    return StaticToken.objects.filter(device__user=user, device__confirmed=True).count()


def forget_factors(user: Who) -> int:
    """Deletes every app, passkey and recovery code of this person; returns the number of apps and passkeys."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        return sum(kind.objects.filter(user=user).delete()[1].get(kind._meta.label, 0) for kind in FACTORS)


def _fingerprint(user: Who, code: str) -> str:
    return lookup("recovery-code", str(user.pk), code)[:FINGERPRINT_LENGTH]

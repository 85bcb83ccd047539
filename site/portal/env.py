"""Typed readers of environment variables: configuration is read once, in the settings, and nowhere else."""

import os
from collections.abc import Collection

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """Returns the value of the variable, stripped; the default when it is not set."""
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """Returns the variable as yes or no. Raises ImproperlyConfigured for any other word."""
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be one of 1, true, yes, on, 0, false, no, off; it is {value!r}")


def number(name: str, default: int, minimum: int = 0) -> int:
    """Returns the variable as a whole number of at least `minimum`. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name)
    if value is None:
        return default
    try:
        result = int(value.strip())
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number; it is {value!r}") from None
    if result < minimum:
        raise ImproperlyConfigured(f"{name} must be at least {minimum}; it is {result}")
    return result


def choice(name: str, known: Collection[str], default: str) -> str:
    """Returns the value of the variable. Raises ImproperlyConfigured, naming what is known, for any other one."""
    value = text(name, default)
    if value not in known:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(known)}; it is {value!r}")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Returns the variable as a list of words, separated by commas, without empty ones."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]

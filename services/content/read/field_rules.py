"""What the fields of a model refuse, in words for the writer of a file, with a guess at what was meant."""

from collections.abc import Callable, Iterable, Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils import translation
from django.utils.text import slugify

WEB = "a website begins with https:// or http://"
SLUG = "has letters, digits, - and _ only"


def faults_of_fields(instance: models.Model, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields a name and a message for each of these fields that the admin would refuse.

    A slug with capitals is refused too: addresses are typed without them, and two that differ only by capitals are
    mixed up.
    """
    names, told = list(names), set()
    others = {field.name for field in instance._meta.fields} - set(names)
    for name, message in faults_in(lambda: instance.clean_fields(exclude=others), instance):
        told.add(name)
        yield name, message
    for name in (name for name in names if name not in told):
        written = str(getattr(instance, name))
        if isinstance(instance._meta.get_field(name), models.SlugField) and written != written.lower():
            yield name, f"has small letters only; was {slugify(written)} meant?"


def faults_in(look: Callable[[], None], instance: models.Model) -> Iterator[tuple[str, str]]:
    """Yields a field and a message for each ValidationError of `look`; the field is empty for the whole row."""
    with translation.override("en"):
        try:
            look()
        except ValidationError as problem:
            if not hasattr(problem, "error_dict"):
                problem = ValidationError({NON_FIELD_ERRORS: problem.messages})
            for name, messages in problem.message_dict.items():
                place = "" if name == NON_FIELD_ERRORS else name
                yield place, _with_guess(instance, place, " ".join(map(str, messages)))


def _with_guess(instance: models.Model, name: str, message: str) -> str:
    field = instance._meta.get_field(name) if name else None
    written = str(getattr(instance, name)) if name else ""
    if isinstance(field, models.URLField) and "://" not in written:
        bare = "." in written and ":" not in written and " " not in written
        return f"{WEB}; was https://{written} meant?" if bare else f"{WEB}, not {written!r}"
    if isinstance(field, models.SlugField) and written and slugify(written) != written:
        return f"{SLUG}; was {slugify(written)} meant?"
    return message

"""What somebody reads who tried too often."""

from django import forms
from django.utils.translation import ngettext


def say_too_often(form: forms.Form, pause: int) -> None:
    """Adds to the form that it was tried too often, and after how many seconds it can be tried again."""
    form.add_error(
        None,
        ngettext(
            "This was tried too often. Wait %(seconds)d second and try again.",
            "This was tried too often. Wait %(seconds)d seconds and try again.",
            pause,
        )
        % {"seconds": pause},
    )

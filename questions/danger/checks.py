"""The words of danger are checked at every start: a faulty file would leave a cry for help unseen."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from questions.danger.store import faults


@register()
def danger_is_recognised_in_every_language(**kwargs: Any) -> list[CheckMessage]:
    """Returns an error for each language without phrases, kind without help lines, and phrase that cannot be read."""
    return [Error(str(fault), id="danger.E001") for fault in faults()]

"""System check: reports a drawing of the districts that cannot be used, before a reader sees it."""

from collections.abc import Sequence
from typing import Any

from django.core import checks

from services.directory.town_map import drawing, file
from services.yaml_files.documents import FaultyContent


@checks.register()
def the_map_can_be_drawn(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Returns an error per fault of the drawing, such as a shape that is none or has no place for its name."""
    try:
        drawing(file())
    except FaultyContent as faulty:
        return [checks.Error(f"map: {fault}", id="services.E010") for fault in faulty.faults]
    return []

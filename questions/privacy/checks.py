"""Checks that the database still has the triggers that keep the log of rights from being changed."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Tags, register

from home.database.guards import GuardedTable

RIGHTS_LOG = GuardedTable(
    name="privacy_rightschange",
    holds="the log of rights",
    since=("privacy", "0003_rightschange"),
    triggers={
        "sqlite": frozenset({"rights_change_no_update", "rights_change_no_delete", "rights_change_no_replace"}),
        "postgresql": frozenset({"rights_change_only_added", "rights_change_not_emptied"}),
    },
    fault="privacy.E001",
)


@register(Tags.database)
def rights_log_is_guarded(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Returns an error for each trigger of the log of rights that is gone."""
    return RIGHTS_LOG.faults(databases)

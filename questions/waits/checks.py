"""Checks that the database still has the triggers that keep events from being changed."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Tags, register

from home.database.guards import GuardedTable

EVENTS = GuardedTable(
    name="reachability_waitevent",
    holds="events of waits",
    since=("reachability", "0003_append_only_everywhere"),
    triggers={
        "sqlite": frozenset({"wait_event_no_update", "wait_event_no_delete", "wait_event_only_at_the_end"}),
        "postgresql": frozenset({"wait_event_append_only", "wait_event_not_emptied", "wait_event_only_at_the_end"}),
    },
    fault="reachability.E001",
)


@register(Tags.database)
def events_are_guarded(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Returns an error for each trigger of the events that is gone."""
    return EVENTS.faults(databases)

"""The kinds of danger that words can tell of. Which kind it was is kept sealed, and never leaves with a log."""

from enum import StrEnum


class DangerKind(StrEnum):
    """What somebody may be in danger of."""

    VIOLENCE = "violence"
    SUICIDE = "suicide"
    CHILD = "child"
    NO_SHELTER = "no-shelter-tonight"
    NOW = "danger-now"

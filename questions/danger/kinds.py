"""The kinds of danger that are recognised. Which kind it was is kept sealed and never logged."""

from enum import StrEnum


class DangerKind(StrEnum):
    """What a resident may be in danger of."""

    VIOLENCE = "violence"
    SUICIDE = "suicide"
    CHILD = "child"
    NO_SHELTER = "no-shelter-tonight"
    NOW = "danger-now"

"""Yes or no in a file of content. Pure."""

_MEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def flag(value: object) -> bool | None:
    """Returns whether a value means yes (true, yes, on) or no (false, no, off); None for anything else."""
    return _MEANS.get(str(value).casefold())

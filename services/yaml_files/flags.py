"""Yes or no in a file of content. Pure."""

_MEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def flag(value: object) -> bool | None:
    """Returns yes or no, as people write it in a file; None for anything else."""
    return _MEANS.get(str(value).casefold())

"""The licences under which a municipality can give its open data. Pure: the settings read it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence: its identifier in the list of SPDX, its name, and the address of its text."""

    identifier: str
    name: str
    url: str


# Those that data.overheid.nl takes for open data; a licence that forbids to earn by it or to change it is not open.
LICENCES = {
    each.identifier: each
    for each in (
        Licence(
            "CC0-1.0", "Creative Commons Zero v1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"
        ),
        Licence(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        Licence(
            "CC-BY-SA-4.0",
            "Creative Commons Attribution Share Alike 4.0 International",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
    )
}

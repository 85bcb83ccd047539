"""What changed between two states of everybody's rights, what may not change, and which accounts need vouching.

Pure: a state is what `selectors.py` read, before and after. So it does not matter by which form, button or command
something changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Key = tuple[str, int]
"""A person or a role, and its number."""
PERSON, ROLE = "person", "role"


class HolderField(StrEnum):
    """One thing that a person or a role holds."""

    ACCOUNT = "account"
    USERNAME = "username"
    EMAIL = "email"
    PASSWORD = "password"  # noqa: S105 (the name of a field)
    FACTOR = "factor"
    ACTIVE = "active"
    SUPERUSER = "superuser"
    GROUPS = "groups"
    PERMISSIONS = "permissions"
    COLLEAGUE = "colleague"
    TEAMS = "teams"
    THEMES = "themes"
    LANGUAGES = "languages"
    WAITS = "waits"
    ROLE = "role"
    ROLE_MAY = "role_may"
    ROLE_PAGES = "role_pages"
    ROLE_FILES = "role_files"


# Nobody gives these to themselves.
RIGHTS = frozenset(
    (
        HolderField.SUPERUSER,
        HolderField.GROUPS,
        HolderField.PERMISSIONS,
        HolderField.COLLEAGUE,
        HolderField.TEAMS,
        HolderField.THEMES,
    )
)
OF_A_ROLE = frozenset((HolderField.ROLE_MAY, HolderField.ROLE_PAGES, HolderField.ROLE_FILES))
# Somebody who changed these of another account can sign in to it.
KEYS_OF_AN_ACCOUNT = frozenset(
    (HolderField.USERNAME, HolderField.EMAIL, HolderField.PASSWORD, HolderField.FACTOR, HolderField.ACTIVE)
)
# That it changed is told, not what it was.
HIDDEN = frozenset((HolderField.EMAIL, HolderField.PASSWORD))
COUNTED = frozenset((HolderField.FACTOR,))


@dataclass(frozen=True)
class Holder:
    """A person or a role, and what it holds.

    For a person also the roles, and whether these rights let them manage people, read questions and vouch for accounts.
    """

    name: str
    holds: dict[HolderField, frozenset[str]]
    roles: frozenset[int] = frozenset()
    manages: bool = False
    reads: bool = False
    confirms: bool = False


State = dict[Key, Holder]


@dataclass(frozen=True)
class HolderChange:
    """One field that changed for one person or role."""

    key: Key
    name: str
    what: HolderField
    before: str
    after: str
    gained: frozenset[str] = field(default=frozenset())


class Refusal(StrEnum):
    """Why a change is refused."""

    OWN_RIGHTS = "own_rights"
    MANAGES_AND_READS = "manages_and_reads"


NOBODY = Holder("", {})


def changes(before: State, after: State) -> list[HolderChange]:
    """Returns every field that differs, for each person and then each role."""
    found: list[HolderChange] = []
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key, NOBODY), after.get(key, NOBODY)
        for what in HolderField:
            old, new = was.holds.get(what, frozenset()), now.holds.get(what, frozenset())
            if old != new:
                found.append(
                    HolderChange(key, now.name or was.name, what, *before_and_after(what, old, new), gained=new - old)
                )
    return found


def before_and_after(what: HolderField, old: frozenset[str], new: frozenset[str]) -> tuple[str, str]:
    """Returns both values as text: of long lists only the difference, of secrets nothing."""
    if what in HIDDEN:
        return "", ""
    if what in COUNTED:
        return str(len(old)), str(len(new))
    if what in OF_A_ROLE:
        old, new = old - new, new - old
    return ", ".join(sorted(old)), ", ".join(sorted(new))


def refusals(before: State, after: State, by: Key | None) -> Iterator[Refusal]:
    """Yields each reason to refuse this change; none when it is allowed. `by` made it, None for a command."""
    for key, now in after.items():
        was = before.get(key, NOBODY)
        if now.manages and now.reads and not (was.manages and was.reads):
            yield Refusal.MANAGES_AND_READS
    if by is None:
        return
    own_roles = {(ROLE, number) for number in before.get(by, NOBODY).roles | after.get(by, NOBODY).roles}
    for change in changes(before, after):
        own = (change.key == by and change.what in RIGHTS) or (change.key in own_roles and change.what in OF_A_ROLE)
        if own and change.gained:
            yield Refusal.OWN_RIGHTS


def to_vouch_for(before: State, after: State, by: Key | None) -> set[int]:
    """Returns the ids of users for whom a team leader has to vouch before they read or vouch for others.

    Somebody else opened questions to the account, or changed what one signs in to it with.
    """
    touched = {change.key for change in changes(before, after) if change.what in KEYS_OF_AN_ACCOUNT}
    found: set[int] = set()
    for key, now in after.items():
        if key[0] != PERSON or key == by or not (now.reads or now.confirms):
            continue
        was = before.get(key, NOBODY)
        opened = (now.reads and not was.reads) or (now.confirms and not was.confirms)
        if opened or key in touched:
            found.add(key[1])
    return found

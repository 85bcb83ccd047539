"""Reads everybody's rights as they are now. A team is some dozens of people: all of it is a handful of queries."""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from questions.models import Colleague, Unconfirmed
from questions.permissions import confirmers, people_managers
from questions.rights.factors import factor_kinds
from questions.rights.rules import PERSON, ROLE, Holder, HolderField, State

Words = defaultdict[int, set[str]]
YES = frozenset({"✓"})
NO: frozenset[str] = frozenset()


def everybody() -> State:
    """Returns the rights of every person and every role."""
    return people() | roles()


def people() -> State:
    """Returns every account with what it holds.

    A colleague whose account is switched off counts as reading: switching it on is all that is needed.
    """
    users = get_user_model()
    groups, roles_of = _pairs(users.groups.through, "user_id", "group__name"), _role_ids()
    direct = _pairs(users.user_permissions.through, "user_id", "permission__codename")
    teams = _pairs(Colleague.teams.through, "colleague__user_id", "team__name")
    themes = _pairs(Colleague.sensitive_themes.through, "colleague__user_id", "theme__name")
    factors = _factors()
    colleagues = {row.user_id: row for row in Colleague.objects.all()}
    managing, confirming = set(people_managers()), set(confirmers())
    waiting = set(Unconfirmed.objects.values_list("user_id", flat=True))
    state: State = {}
    for user in users.objects.all():
        colleague = colleagues.get(user.pk)
        reads = colleague is not None and colleague.active
        state[PERSON, user.pk] = Holder(
            name=user.get_username(),
            holds={
                HolderField.ACCOUNT: YES,
                HolderField.USERNAME: frozenset({user.get_username()}),
                HolderField.EMAIL: frozenset({user.email}),
                HolderField.PASSWORD: frozenset({user.password}),
                HolderField.FACTOR: frozenset(factors[user.pk]),
                HolderField.ACTIVE: YES if user.is_active else NO,
                HolderField.SUPERUSER: YES if user.is_superuser else NO,
                HolderField.GROUPS: frozenset(groups[user.pk]),
                HolderField.PERMISSIONS: frozenset(direct[user.pk]),
                HolderField.COLLEAGUE: YES if reads else NO,
                HolderField.TEAMS: frozenset(teams[user.pk]),
                HolderField.THEMES: frozenset(themes[user.pk]),
                HolderField.LANGUAGES: frozenset(colleague.languages) if colleague else NO,
                HolderField.WAITS: YES if user.pk in waiting else NO,
            },
            roles=frozenset(roles_of[user.pk]),
            manages=user.pk in managing,
            reads=reads,
            confirms=user.pk in confirming,
        )
    return state


def roles() -> State:
    """Returns every group with what its members may do."""
    may = _pairs(Group.permissions.through, "group_id", "permission__content_type__app_label", "permission__codename")
    pages = _pairs(GroupPagePermission, "group_id", "page__title", "permission__codename")
    files = _pairs(GroupCollectionPermission, "group_id", "collection__name", "permission__codename")
    return {
        (ROLE, group.pk): Holder(
            name=group.name,
            holds={
                HolderField.ROLE: frozenset({group.name}),
                HolderField.ROLE_MAY: frozenset(may[group.pk]),
                HolderField.ROLE_PAGES: frozenset(pages[group.pk]),
                HolderField.ROLE_FILES: frozenset(files[group.pk]),
            },
        )
        for group in Group.objects.all()
    }


def _pairs(model: type, owner: str, *named: str) -> Words:
    """Returns, for each owner in a table of pairs, the texts that it is paired with."""
    found: Words = defaultdict(set)
    for number, *words in model.objects.values_list(owner, *named):  # type: ignore[attr-defined]
        found[number].add(".".join(words))
    return found


def _role_ids() -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for user, group in get_user_model().groups.through.objects.values_list("user_id", "group_id"):
        found[user].add(group)
    return found


def _factors() -> Words:
    """Returns the apps and passkeys of each person, by user id."""
    found: Words = defaultdict(set)
    for kind in factor_kinds():
        for user, number in kind.objects.filter(confirmed=True).values_list("user_id", "pk"):
            found[user].add(f"{kind._meta.label} {number}")
    return found

"""What changed, what nobody may be given, and who has to be vouched for; without a database."""

from dataclasses import replace

import pytest

from questions.rights.rules import PERSON, ROLE, Holder, HolderField, Refusal, State, changes, refusals, to_vouch_for

ME, OTHER, MINE = (PERSON, 1), (PERSON, 2), (ROLE, 1)
YES = frozenset({"✓"})


def person(name: str, **more: object) -> Holder:
    holds = {
        HolderField.PASSWORD: frozenset({"old"}),
        HolderField.EMAIL: frozenset({name}),
        HolderField.GROUPS: frozenset({"Redactie"}),
    }
    return replace(Holder(name, holds), **more)  # type: ignore[arg-type]


def holding(holder: Holder, what: HolderField, *words: str, **more: object) -> Holder:
    return replace(holder, holds=holder.holds | {what: frozenset(words)}, **more)  # type: ignore[arg-type]


@pytest.fixture
def before() -> State:
    return {
        ME: person("gijs", manages=True, roles=frozenset({1})),
        OTHER: person("anna"),
        MINE: Holder("Beheerders", {HolderField.ROLE_MAY: frozenset({"auth.change_user"})}),
    }


def test_nothing_changed(before: State) -> None:
    assert changes(before, dict(before)) == []
    assert list(refusals(before, dict(before), ME)) == []


def test_a_change_is_told_from_what_to_what_and_a_secret_only_that_it_changed(before: State) -> None:
    anna = holding(holding(before[OTHER], HolderField.GROUPS, "Medewerkers", "Redactie"), HolderField.PASSWORD, "new")
    found = {
        change.what: (change.name, change.before, change.after) for change in changes(before, before | {OTHER: anna})
    }
    assert found == {
        HolderField.GROUPS: ("anna", "Redactie", "Medewerkers, Redactie"),
        HolderField.PASSWORD: ("anna", "", ""),
    }


def test_of_what_a_role_may_only_the_difference_is_told(before: State) -> None:
    role = holding(before[MINE], HolderField.ROLE_MAY, "auth.change_user", "home.change_page")
    (change,) = changes(before, before | {MINE: role})
    assert (change.before, change.after) == ("", "home.change_page")


def test_an_account_that_is_gone_is_told_by_its_name(before: State) -> None:
    found = changes(before, {key: holder for key, holder in before.items() if key != OTHER})
    assert {change.name for change in found} == {"anna"}


@pytest.mark.parametrize(
    "what",
    [
        HolderField.GROUPS,
        HolderField.SUPERUSER,
        HolderField.TEAMS,
        HolderField.THEMES,
        HolderField.COLLEAGUE,
        HolderField.PERMISSIONS,
    ],
)
def test_nobody_gives_a_right_to_themselves_but_may_let_one_go(before: State, what: HolderField) -> None:
    more = before | {ME: holding(before[ME], what, "Redactie", "nieuw")}
    assert list(refusals(before, more, ME)) == [Refusal.OWN_RIGHTS]
    assert list(refusals(more, before, ME)) == []
    assert list(refusals(before, more, OTHER)) == []


def test_a_right_for_ones_own_role_is_a_right_for_oneself(before: State) -> None:
    more = before | {MINE: holding(before[MINE], HolderField.ROLE_PAGES, "Home.change_page")}
    assert list(refusals(before, more, ME)) == [Refusal.OWN_RIGHTS]
    assert list(refusals(before, more, OTHER)) == []


def test_who_manages_people_becomes_no_reader_and_a_reader_manages_nobody(before: State) -> None:
    for after in (
        before | {ME: replace(before[ME], reads=True)},
        before | {OTHER: replace(before[OTHER], manages=True, reads=True)},
    ):
        assert Refusal.MANAGES_AND_READS in list(refusals(before, after, None))
    both = before | {ME: replace(before[ME], reads=True)}
    assert list(refusals(both, both, None)) == []  # it was so already: it may be mended in steps


@pytest.mark.parametrize(
    "what", [HolderField.PASSWORD, HolderField.EMAIL, HolderField.FACTOR, HolderField.USERNAME, HolderField.ACTIVE]
)
@pytest.mark.parametrize("opens", ["reads", "confirms"])
def test_who_changed_the_keys_of_a_reader_or_a_leader_makes_the_account_wait(what: HolderField, opens: str) -> None:
    was = {ME: person("gijs"), OTHER: person("anna", **{opens: True})}
    now = was | {OTHER: holding(was[OTHER], what, "new")}
    assert to_vouch_for(was, now, ME) == {2}
    assert to_vouch_for(was, now, OTHER) == set()
    assert to_vouch_for(was, now, None) == {2}


def test_of_somebody_who_opens_nothing_nothing_waits(before: State) -> None:
    assert to_vouch_for(before, before | {OTHER: holding(before[OTHER], HolderField.PASSWORD, "new")}, ME) == set()


@pytest.mark.parametrize("opens", ["reads", "confirms"])
def test_to_whom_something_is_opened_waits(before: State, opens: str) -> None:
    opened = before | {OTHER: replace(before[OTHER], **{opens: True})}  # type: ignore[arg-type]
    assert to_vouch_for(before, opened, ME) == {2}
    assert to_vouch_for(opened, opened, ME) == set()

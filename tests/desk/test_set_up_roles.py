"""Roles, teams and the approval of pages, as a fresh installation gets them."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupApprovalTask

from questions.models import Team
from services.models import District

pytestmark = pytest.mark.django_db


def rights() -> dict[str, int]:
    return {group.name: group.permissions.count() for group in Group.objects.all()}


def test_every_district_has_a_team_and_there_is_a_central_one() -> None:
    assert set(Team.objects.filter(district__isnull=False).values_list("district", flat=True)) == set(
        District.objects.values_list("pk", flat=True)
    )
    assert Team.objects.get(district__isnull=True).slug == "centraal"


def test_editors_can_approve_what_an_editor_hands_in() -> None:
    assert [list(task.groups.values_list("name", flat=True)) for task in GroupApprovalTask.objects.all()] == [
        ["Redactie"]
    ]


def test_running_it_again_changes_nothing_and_takes_no_right_away() -> None:
    before = rights()
    call_command("set_up_roles")
    assert rights() == before
    assert set(before) == {"Redactie", "Schrijvers", "Medewerkers", "Teamleiders", "Beheerders"}

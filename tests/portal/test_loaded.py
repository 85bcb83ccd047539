"""What every test starts from, on both databases: the content, the roles and the teams."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import Page

from questions.management.commands.set_up_roles import ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER
from questions.models import Team

pytestmark = pytest.mark.django_db


def test_the_roles_and_the_teams_are_there() -> None:
    assert {ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER} <= set(Group.objects.values_list("name", flat=True))
    assert Team.objects.exists()


def test_the_pages_are_there_in_every_language() -> None:
    for language, _name in settings.LANGUAGES:
        assert Page.objects.filter(live=True, depth__gt=1, locale__language_code=language).count() > 50, language

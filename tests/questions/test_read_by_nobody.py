"""What nobody may open is counted, and comes to the same as asking each colleague."""

from itertools import product

import pytest

from questions.models import Colleague, Question, Team
from questions.permissions import read_by_nobody, readable_by, reading_colleagues
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db


def asked_of_each(pk: int) -> int:
    """Returns 1 when no colleague may open the question, asked of one after the other; else 0."""
    return int(not any(readable_by(each).filter(pk=pk).exists() for each in reading_colleagues()))


@pytest.mark.parametrize("without", ["nobody", "the confidant", "everybody"])
def test_it_comes_to_the_same_as_asking_each_colleague(asked: Ask, cast: Cast, without: str) -> None:
    sensitive, plain = Theme.objects.filter(sensitive=True)[0], Theme.objects.filter(sensitive=False)[0]
    if without == "the confidant":
        for each in Colleague.objects.all():
            each.sensitive_themes.clear()
    if without == "everybody":
        Colleague.objects.update(active=False)
    pk = asked().question.pk
    holders = [None, cast.colleague, cast.confidant, cast.outsider]
    wrong, seen = [], set()
    for theme, corrected, holder in product([sensitive, plain], [None, sensitive, plain], holders):
        teams = [None, *Team.objects.all()] if holder is None else list(holder.teams.all())
        for team in some(teams):
            Question.objects.filter(pk=pk).update(
                theme=theme, theme_corrected=corrected, colleague=holder, team=team,
                claimed_at=MONDAY if holder else None,
            )  # fmt: skip
            expected = asked_of_each(pk)
            seen.add(expected)
            if read_by_nobody(Question.objects.filter(pk=pk)) != expected:
                wrong.append((theme.slug, corrected and corrected.slug, str(holder), str(team)))
    assert wrong == []
    assert seen == ({1} if without == "everybody" else {0, 1})

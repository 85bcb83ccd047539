"""From one question to the next in the queue."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from questions.actions.claim import claim
from tests.conftest import Ask, Cast
from tests.some import some

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def test_next_and_previous_go_through_what_is_theirs_or_nobodys_in_the_order_of_the_queue(
    cast: Cast, asked: Ask, sign_in: SignIn
) -> None:
    now = timezone.now()
    new, old, others, middle = (asked(now=now - timedelta(hours=hours)).question for hours in (1, 30, 20, 5))
    claim(cast.teammate, others, now)
    closed = asked(theme="veilig", now=now - timedelta(hours=6)).question
    client = sign_in(cast.colleague)

    def goes(question: Any, way: str) -> str:
        return str(client.get(f"/beheer/vragen/{question.pk}/{way}/")["Location"])

    def page(question: Any) -> str:
        return f"/beheer/vragen/{question.pk}/"

    assert goes(old, "volgende") == page(middle)
    assert goes(middle, "volgende") == page(new)
    assert goes(middle, "vorige") == page(old)
    assert goes(new, "volgende") == goes(old, "vorige") == "/beheer/vragen/"
    # One that is no longer there, is somebody else's or may not be read leads to the first one.
    for question in some([others, closed]):
        assert goes(question, "volgende") == page(old)


def test_only_colleagues_go_there(cast: Cast, asked: Ask, sign_in: SignIn) -> None:
    question = asked().question
    for who in some([cast.editor, cast.leader, cast.administrator, cast.root]):
        for way in some(["volgende", "vorige"]):
            assert sign_in(who).get(f"/beheer/vragen/{question.pk}/{way}/").status_code == 403

"""The token of a form at the desk was lost: nothing is done, and everything that was typed comes back."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import resolve

from questions.actions.claim import claim
from questions.desk_choices import QuestionKind
from questions.expired_forms import refill_of
from questions.models import Question, Worry
from tests.conftest import MONDAY, Ask, Cast
from tests.desk.doors import DESK_ACTIONS
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WORDS = "Dit typte ik net, en het is veel."
FORMS = {
    "antwoord": {"text": WORDS, "language": "nl", "settled": "not_yet"},
    "notitie": {"text": WORDS},
    "overdragen": {"words": WORDS},
    "opvolging": {"by": "team", "words": WORDS},
    "gesprek": {"reached": "yes", "settled": "answered", "destination": "team", "no_offer": "on", "gap": WORDS},
    "uitkomst": {"destination": "team", "no_offer": "on", "gap": WORDS},
    "samenvoegen": {"reference": "K7M-4QX"},
    "volgende-datum": {"day": "2031-02-03"},
    "antwoord/vertalen": {"text": WORDS, "language": "en"},
}


NOTHING_TYPED = {"antwoord/terug", "beoordelen", "kijkt"}
"""They send what the page knows, or the one button that was pressed."""


def test_every_form_of_the_desk_comes_back_filled_in() -> None:
    silent = tuple(f"{name}/" for name in NOTHING_TYPED)
    paths = [door.path for door in DESK_ACTIONS if door.form and not door.path.endswith(silent)]
    views = [resolve("/beheer/" + re.sub("<int:[a-z]+>", "1", path)).func for path in paths]
    assert [path for path, view in some(list(zip(paths, views, strict=True))) if not refill_of(view)] == []


def test_what_was_typed_comes_back_and_nothing_is_done(asked: Ask, cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.colleague.user, "django.contrib.auth.backends.ModelBackend")
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    question.refresh_from_db()
    question.kind = QuestionKind.WORRY
    question.save(update_fields=["kind"])
    worry = Worry(question=question)
    worry.seal_report(question.key_bytes, {})
    worry.save()
    before = question.history.count()
    lost = []
    for verb, form in some(FORMS.items()):
        response = client.post(f"/beheer/vragen/{question.pk}/{verb}/", form | {"submission": str(uuid.uuid4())})
        page = response.content.decode()
        typed = next(iter(some([value for value in form.values() if value in (WORDS, "K7M-4QX", "2031-02-03")])))
        if response.status_code != 403 or typed not in page or "Je tekst staat er nog" not in page:
            lost.append((verb, response.status_code, typed in page))
    assert lost == []
    question = Question.objects.get(pk=question.pk)
    assert (question.colleague, question.history.count(), question.messages.count()) == (cast.colleague, before, 1)

"""Wagtail's index of references knows nothing of questions (docs/decisions/0066)."""

import importlib
import uuid
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import ReferenceIndex

from questions.actions.claim import claim
from questions.models import CannedAnswer, Question
from questions.privacy.access_log import record_opening
from services.models import Theme
from tests.conftest import MONDAY, Ask, Cast

OURS = {"questions", "privacy", "reachability", "feedback"}


def test_of_our_tables_only_a_canned_answer_is_in_the_index() -> None:
    ours = [model for model in apps.get_models() if model._meta.app_label in OURS]
    assert {model for model in ours if ReferenceIndex.model_is_indexable(model)} == {CannedAnswer}


@pytest.mark.django_db
def test_asking_claiming_and_opening_write_nothing_into_it(asked: Ask, cast: Cast) -> None:
    before = ReferenceIndex.objects.count()
    question = asked().question
    claim(cast.colleague, question, MONDAY)
    record_opening(cast.colleague.user_id, question.reference, MONDAY)
    assert ReferenceIndex.objects.count() == before


@pytest.mark.django_db
def test_what_an_earlier_version_wrote_is_thrown_away_and_a_canned_answer_stays(asked: Ask) -> None:
    theme = Theme.objects.all()[0]
    to = {
        "to_content_type": ContentType.objects.get_for_model(Theme),
        "to_object_id": str(theme.pk),
        "model_path": "theme",
        "content_path": "theme",
    }
    for model, number in ((Question, asked().question.pk), (CannedAnswer, 0)):
        kind = ContentType.objects.get_for_model(model)
        ReferenceIndex.objects.create(
            content_type=kind, base_content_type=kind, object_id=str(number), content_path_hash=uuid.uuid4(), **to
        )
    migration = importlib.import_module("questions.migrations.0012_no_index_of_questions")
    migration.throw_away(apps, SimpleNamespace(connection=connection))
    kept = ReferenceIndex.objects.filter(base_content_type__app_label__in=OURS)
    assert {row.base_content_type.model for row in kept} == {"cannedanswer"}

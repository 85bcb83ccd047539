"""Holding a question while something is done with it."""

from datetime import datetime

from questions.actions.release_answers import release_held
from questions.models import Question
from questions.privacy.keyring import CannotOpen


def lock_question(question_id: int, now: datetime) -> Question:
    """Returns the question with its row locked until the transaction ends, so that what happens to it goes in order.

    An answer whose release moment has come is released first: what is done now comes after it. Raises CannotOpen when
    the question was forgotten a moment ago.
    """
    question = Question.objects.select_for_update().filter(pk=question_id).first()
    if question is None:
        raise CannotOpen
    release_held(question, now)
    return question

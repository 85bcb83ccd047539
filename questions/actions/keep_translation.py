"""Keeping a message as a translation server put it, beside the original, for colleagues."""

from datetime import datetime

from home.database.durable import durably
from questions.actions.locking import lock_question
from questions.actions.refusals import NotAllowed
from questions.models import Colleague, MachineTranslation, Message
from questions.permissions import may_read


def keep_translation(
    colleague: Colleague, message: Message, *, language: str, text: str, now: datetime
) -> MachineTranslation:
    """Keeps the translation, sealed, and returns it; one that is there in this language stays and is returned.

    Raises NotAllowed when this colleague may not read the question.
    """
    with durably():
        question = lock_question(message.question_id, now)
        if not may_read(colleague, question):
            raise NotAllowed
        there = MachineTranslation.objects.filter(message=message, language=language).first()
        if there is not None:
            return there
        message.question = question
        kept = MachineTranslation(message=message, language=language, at=now)
        kept.seal_text(question.key_bytes, text)
        kept.save()
    return kept

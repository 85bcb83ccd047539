"""A colleague writes a note for colleagues. The resident never sees it, and no clock stops for it."""

from datetime import datetime
from uuid import UUID

from home.database.durable import durably
from questions.actions.locking import lock_question
from questions.actions.question_state import moment_in_order
from questions.actions.refusals import NotAllowed
from questions.actions.submissions import SubmittedForm
from questions.models import Colleague, Note, Question
from questions.permissions import may_read


def write_note(colleague: Colleague, question: Question, *, submission: UUID, text: str, now: datetime) -> Note:
    """Writes the note and returns it; the same submission sent again returns the note that is there.

    Whoever may read the question may write one, also when it is somebody else's and when it has ended. Raises
    NotAllowed for everybody else, CannotOpen when the question was forgotten or its key is missing.
    """
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "note", colleague.pk, text)
        before = question.notes.filter(submission=form.id).first()
        if before is not None:
            return before
        if not may_read(colleague, question):
            raise NotAllowed
        at = moment_in_order(question, now)
        form.take(at)
        note = Note(question=question, submission=form.id, colleague=colleague, at=at)
        note.seal_text(question.key_bytes, text)
        note.save()
    return note

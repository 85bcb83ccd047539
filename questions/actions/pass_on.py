"""A colleague passes a question on as objection, complaint or report under the Wmo."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from home.database.durable import durably
from questions.actions.history import note_in_history
from questions.actions.locking import lock_question
from questions.actions.messages import add_message, message_fingerprint
from questions.actions.put_on_page import put_notice_in_outbox
from questions.actions.question_state import moment_in_order
from questions.actions.reactions import check_can_react
from questions.actions.submissions import SubmittedForm
from questions.desk_choices import FormalKind, HistoryKind
from questions.formal.receipt_text import receipt_text
from questions.models import Colleague, FormalMatter, Question


def pass_on(
    colleague: Colleague, question: Question, kind: FormalKind, *, now: datetime, submission: UUID | None = None
) -> FormalMatter:
    """Passes the question on and confirms the receipt to the resident in their language; returns the matter.

    The confirmation is a message with its notice, and no reaction: it stops no clock and is no first sign of life. It
    counts as received on the day of the question. Passed on again as the same kind nothing happens; as another kind the
    first was a mistake, and the resident reads what it is now. Raises NotAllowed when the question is not this
    colleague's, Ended when it has ended, CannotOpen when its key is gone.
    """
    with durably():
        question = lock_question(question.pk, now)
        form = SubmittedForm(question, submission, "pass-on", colleague.pk, kind.value)
        matter = FormalMatter.objects.filter(question=question).first()
        if matter is not None and form.was_taken:
            return matter
        check_can_react(colleague, question)
        if matter is not None and matter.kind == kind:
            return matter
        if matter is None:
            matter = FormalMatter(
                question=question,
                theme=question.effective_theme.slug,
                district=question.district.slug if question.district else "",
                received_on=timezone.localdate(question.asked_at),
            )
        matter.kind = kind
        if kind != FormalKind.COMPLAINT:
            matter.admissible_on = matter.inadmissible_on = None
        at = moment_in_order(question, now)
        form.take(at)
        matter.save()
        _confirm_receipt(colleague, question, matter, form.id, at, now)
        note_in_history(question, HistoryKind.PASSED_ON, at=at, colleague=colleague, kind=kind.value)
    return matter


def _confirm_receipt(
    colleague: Colleague, question: Question, matter: FormalMatter, submission: UUID, at: datetime, now: datetime
) -> None:
    text = receipt_text(FormalKind(matter.kind), matter.received_on, question.language)
    key = question.key_bytes
    message = add_message(
        question,
        key,
        submission=submission,
        fingerprint=message_fingerprint(question, text, colleague, "receipt", matter.kind),
        text=text,
        language=question.language,
        at=at,
        colleague=colleague,
    )
    put_notice_in_outbox(question, key, message, now)

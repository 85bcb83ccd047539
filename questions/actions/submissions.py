"""The same form sent again is the same thing and is never refused; with other content it is another thing.

A reply gets lost, somebody goes back, a button is pressed twice. So the id of a form is looked up before anything else:
the question may have ended by now, and what was sent was sent all the same (docs/decisions/0046).
"""

from datetime import datetime
from uuid import UUID, uuid4, uuid5

from questions.models import Question, SentForm
from questions.privacy.keyring import lookup


def submission_key(submission: UUID, fingerprint: str, known: str | None) -> UUID:
    """Returns the id under which to keep a submission.

    `known` is the fingerprint that is kept under the id already, None when there is none. The same id with the same
    content is the same thing. With other content it is a new thing, under an id that follows from both: sending the
    changed text twice is again one thing, and none is dropped.
    """
    return submission if known is None or known == fingerprint else uuid5(submission, fingerprint)


class SubmittedForm:
    """A form about a question, by its id and a keyed fingerprint of everything that was filled in."""

    def __init__(self, question: Question, submission: UUID | None, what: str, *filled_in: object) -> None:
        """`what` tells one kind of form from another. Without an id every sending is another thing."""
        self._question = question
        self._fingerprint = lookup("sent", str(question.uid), what, *[str(value) for value in filled_in])
        given = submission or uuid4()
        kept = question.sent.filter(submission=given).values_list("fingerprint", flat=True).first()
        self.id = submission_key(given, self._fingerprint, kept)
        self.is_changed = self.id != given
        """Whether the form was sent before with other content."""

    @property
    def was_taken(self) -> bool:
        """Returns whether this form was sent before and carried out."""
        return self._question.sent.filter(submission=self.id).exists()

    def take(self, at: datetime) -> None:
        """Records that the form is carried out. The caller holds the question's row in a transaction."""
        SentForm.objects.create(question=self._question, submission=self.id, fingerprint=self._fingerprint, at=at)

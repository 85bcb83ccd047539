"""The same form sent again is the same thing, and is never denied; with other content it is another thing.

A reply gets lost, somebody goes back, two fingers press twice. So the id of a form is looked up before anything else:
by now the question may have ended, and what was sent was sent all the same (docs/decisions/0046).
"""

from datetime import datetime
from uuid import UUID, uuid4, uuid5

from questions.models import Question, Sent
from questions.privacy.keyring import lookup


def submission_key(submission: UUID, fingerprint: str, known: str | None) -> UUID:
    """The id under which to keep a submission, given the fingerprint already known under it, if any.

    The same id with the same content is the same thing. With other content it is a new thing, under an id that
    follows from both, so that sending the changed words twice is again one thing and none are dropped.
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
        """Whether this was sent before and done."""
        return self._question.sent.filter(submission=self.id).exists()

    def take(self, at: datetime) -> None:
        """Remembers that it is done. The caller holds the question's row in a transaction."""
        Sent.objects.create(question=self._question, submission=self.id, fingerprint=self._fingerprint, at=at)

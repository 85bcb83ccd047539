"""What colleagues keep at the desk: notes, history, drafts, saved views, who is looking, answers on their way."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from questions.desk_choices import HistoryKind
from questions.privacy.keyring import open_json, open_sealed, seal, seal_json
from questions.statuses import Settled


class Note(models.Model):
    """A note for colleagues about a question. The resident never sees it."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="notes")
    submission = models.UUIDField()
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    sealed_text = models.BinaryField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["question", "submission"], name="one_note_per_submission")]

    def __str__(self) -> str:
        return f"note with question {self.question_id}"

    def seal_text(self, key: bytes, text: str) -> None:
        """Seals the text in this row, without saving it."""
        self.sealed_text = seal(key, text.encode(), f"{self.question.uid}/note")

    def text(self, key: bytes) -> str:
        """Returns the text. Raises CannotOpen once the question is forgotten."""
        return open_sealed(key, self.sealed_text, f"{self.question.uid}/note").decode()


class HistoryEntry(models.Model):
    """One thing that was done with a question: who, what, when; `colleague` is None for the resident or the system.

    `data` holds names from lists and numbers only. Words that somebody wrote, such as a reason, are sealed.
    """

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField()
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=20, choices=HistoryKind.choices)
    data = models.JSONField(default=dict)
    sealed_words = models.BinaryField(null=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.what} of question {self.question_id}"

    def seal_words(self, key: bytes, words: str) -> None:
        """Seals the words in this row, without saving it."""
        self.sealed_words = seal(key, words.encode(), f"{self.question.uid}/history")

    def words(self, key: bytes) -> str:
        """Returns the words that go with it, empty when there are none. Raises CannotOpen once it is forgotten."""
        if self.sealed_words is None:
            return ""
        return open_sealed(key, self.sealed_words, f"{self.question.uid}/history").decode()


class HeldAnswer(models.Model):
    """An answer that was sent and waits for its release moment. From then on it is a message; until then it can be
    taken back by deleting this row on the condition that the moment has not come.
    """

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="held_answers")
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField()
    submission_fingerprint = models.CharField(max_length=64)
    language = models.CharField(max_length=10)
    settled = models.CharField(max_length=10, choices=Settled.choices)
    # The last message that stood on the colleague's screen: what the resident wrote after it is not answered by this.
    seen = models.PositiveIntegerField()
    written_at = models.DateTimeField()
    release_at = models.DateTimeField(db_index=True)
    sealed_text = models.BinaryField()
    # Where the question ended, as chosen with the answer; None when nothing was chosen.
    sealed_ending = models.BinaryField(null=True)

    class Meta:
        ordering = ["release_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "submission"], name="one_held_answer_per_submission"),
        ]

    def __str__(self) -> str:
        return f"answer on its way in {self.question_id}"

    def seal_text(self, key: bytes, text: str) -> None:
        """Seals the text in this row, without saving it."""
        self.sealed_text = seal(key, text.encode(), f"{self.question.uid}/held")

    def text(self, key: bytes) -> str:
        """Returns the text. Raises CannotOpen once the question is forgotten."""
        return open_sealed(key, self.sealed_text, f"{self.question.uid}/held").decode()

    def seal_ending(self, key: bytes, ending: dict[str, Any]) -> None:
        """Seals where the question ended in this row, without saving it."""
        self.sealed_ending = seal_json(key, ending, f"{self.question.uid}/ending")

    def ending(self, key: bytes) -> dict[str, Any]:
        """Returns where the question ended, by field; empty when nothing was chosen. Raises CannotOpen."""
        if self.sealed_ending is None:
            return {}
        found: dict[str, Any] = open_json(key, self.sealed_ending, f"{self.question.uid}/ending")
        return found


class Draft(models.Model):
    """What a colleague was typing in the answer form of a question. One per colleague and question."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="drafts")
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.CASCADE, related_name="+")
    saved_at = models.DateTimeField()
    sealed_form = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "colleague"], name="one_draft_per_colleague")]

    def __str__(self) -> str:
        return f"draft for question {self.question_id}"

    def seal_form(self, key: bytes, form: dict[str, Any]) -> None:
        """Seals what was typed, by field, in this row, without saving it."""
        self.sealed_form = seal_json(key, form, f"{self.question.uid}/draft/{self.colleague_id}")

    def form(self, key: bytes) -> dict[str, Any]:
        """Returns what was typed, by field. Raises CannotOpen once the question is forgotten."""
        found: dict[str, Any] = open_json(key, self.sealed_form, f"{self.question.uid}/draft/{self.colleague_id}")
        return found


class Looking(models.Model):
    """A colleague has a question on the screen, and may be writing. Tells the others; in no figure."""

    wagtail_reference_index_ignore = True

    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="looking")
    colleague = models.ForeignKey("questions.Colleague", on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(db_index=True)
    wrote_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "colleague"], name="one_look_per_colleague")]

    def __str__(self) -> str:
        return f"somebody looks at question {self.question_id}"


class SavedView(models.Model):
    """A set of filters of the queue that a colleague named."""

    wagtail_reference_index_ignore = True

    colleague = models.ForeignKey("questions.Colleague", on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=40)
    # As in the address of the queue, in the order of the form: names from lists only.
    filters = models.CharField(max_length=300)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["colleague", "name"], name="one_saved_view_per_name")]

    def __str__(self) -> str:
        return self.name


class MachineTranslation(models.Model):
    """A message as a translation server put it, beside the original. Never sent to the resident."""

    wagtail_reference_index_ignore = True

    message = models.ForeignKey("questions.Message", on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=10)
    at = models.DateTimeField()
    sealed_text = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "language"], name="one_translation_per_language")]

    def __str__(self) -> str:
        return f"message {self.message_id} in {self.language}"

    def seal_text(self, key: bytes, text: str) -> None:
        """Seals the text in this row, without saving it."""
        self.sealed_text = seal(key, text.encode(), f"{self.message.question.uid}/translation/{self.language}")

    def text(self, key: bytes) -> str:
        """Returns the text. Raises CannotOpen once the question is forgotten."""
        place = f"{self.message.question.uid}/translation/{self.language}"
        return open_sealed(key, self.sealed_text, place).decode()

"""What a place in the queue says: why it stands there, and the marks behind its theme."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from home.languages import own_name
from questions.desk.queue.selectors import QueueEntry
from questions.desk_choices import QuestionKind
from questions.models import Colleague, Question
from questions.reachability.templatetags.durations import short
from questions.statuses import ENDED, AnswerBy, Danger, Status
from questions.waits.models import Channel, WaitKind


@dataclass(frozen=True)
class Mark:
    """A few words in a frame. `tone` is empty, "warning", "danger" or "oldest"."""

    words: str
    tone: str = ""


@dataclass(frozen=True)
class QueueRow:
    """A place in the queue as its template shows it. `looks` are the names that its style sheet knows."""

    entry: QueueEntry
    why: Mark
    marks: list[Mark]
    looks: list[str]

    @property
    def question(self) -> Question:
        """Returns the question that stands here."""
        return self.entry.question

    @property
    def facts(self) -> str:
        """Returns reference, language, channel, district and when it was asked, on one line."""
        question = self.entry.question
        asked = date_format(localtime(question.asked_at), "SHORT_DATETIME_FORMAT")
        parts = [
            question.reference,
            own_name(question.language),
            # Django's own way to the label builds all the choices again for each row.
            str(Channel(question.channel).label),
            question.district.name if question.district else "",
            _("asked %(when)s") % {"when": asked},
        ]
        return " · ".join(part for part in parts if part)

    @property
    def office(self) -> str:
        """Returns how long it waits by the hours of the office."""
        return _("%(time)s in office hours") % {"time": short(self.entry.office)}


def row_of(entry: QueueEntry, colleague: Colleague) -> QueueRow:
    """Returns this place as this colleague sees it, in the present language."""
    looks = {
        "danger": entry.to_judge,
        "oldest": entry.oldest,
        "reacted": entry.planned or entry.question.status == Status.REACTED,
        "mine": entry.question.colleague_id == colleague.pk,
    }
    return QueueRow(entry, _why(entry), _marks(entry), [name for name, so in looks.items() if so])


def _why(entry: QueueEntry) -> Mark:
    question = entry.question
    if entry.to_judge:
        return Mark(_("Judge first"), "danger")
    if entry.planned:
        return Mark(_("Planned for"))
    if entry.due and question.kind == QuestionKind.WORRY:
        return Mark(_("Look after it now"))
    if entry.due and entry.talk:
        return Mark(_("Make an appointment") if question.answer_by == AnswerBy.TALK else _("Call now"))
    if entry.due:
        return Mark(_("Was planned for now"))
    if entry.oldest:
        return Mark(_("Waits longest"))
    return Mark(_("Waits") if entry.waits else _("Had a reaction"))


def _marks(entry: QueueEntry) -> list[Mark]:
    question = entry.question
    found = []
    if entry.sealed:
        found.append(Mark(_("Cannot be opened now"), "warning"))
    if entry.answer_on_its_way:
        found.append(Mark(_("Answer goes in a few seconds")))
    if question.danger == Danger.JUDGED:
        found.append(Mark(_("Words of danger, judged"), "warning"))
    if entry.to_judge and entry.oldest:
        found.append(Mark(_("Waits longest"), "oldest"))
    if question.status in ENDED or question.status == Status.SET_ASIDE:
        found.append(Mark(str(Status(question.status).label)))
    if question.kind == QuestionKind.WORRY:
        found.append(Mark(str(QuestionKind.WORRY.label)))
    if entry.reopened:
        found.append(Mark(_("Opened again")))
    elif entry.wait.kind == WaitKind.FOLLOW_UP:
        found.append(Mark(_("New message after an answer")))
    if question.answer_by == AnswerBy.CALL:
        found.append(Mark(_("Wants to be called")))
    if question.answer_by == AnswerBy.TALK:
        found.append(Mark(_("Wants to talk")))
    if question.status == Status.REACTED:
        found.append(Mark(_("Had a reaction, not settled")))
    found += _notice_marks(entry)
    if entry.sensitive:
        found.append(Mark(_("Sensitive"), "warning"))
    return found


def _notice_marks(entry: QueueEntry) -> list[Mark]:
    """Returns whether the resident can know that there is an answer."""
    if not entry.wait.pending:
        return []
    if entry.notice_refused:
        return [Mark(_("The notice could not be delivered"), "warning")]
    if entry.notice_late:
        return [Mark(_("Answered; the notice could not be sent yet, we keep trying"), "warning")]
    if entry.question.channel == Channel.CHAT:
        return [Mark(_("Answered; not yet read in the chat"))]
    return [Mark(_("Answered; the notice is on its way"))]

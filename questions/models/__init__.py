"""The tables of questions, and what the database refuses."""

from questions.models.canned_answer import CannedAnswer
from questions.models.codes import OneTimeNumber, SecondCode
from questions.models.conversation import Conversation
from questions.models.desk import (
    Draft,
    HeldAnswer,
    HistoryEntry,
    Looking,
    MachineTranslation,
    Note,
    SavedView,
)
from questions.models.judgement import DangerJudgement
from questions.models.outbox import Outgoing
from questions.models.outcomes import FormalMatter, Gap, Outcome
from questions.models.people import Colleague, Team, Unconfirmed
from questions.models.question import CallAttempt, Message, Question
from questions.models.sent_form import SentForm
from questions.models.worry import Worry

__all__ = [
    "CallAttempt",
    "CannedAnswer",
    "Colleague",
    "Conversation",
    "DangerJudgement",
    "Draft",
    "FormalMatter",
    "Gap",
    "HeldAnswer",
    "HistoryEntry",
    "Looking",
    "MachineTranslation",
    "Message",
    "Note",
    "OneTimeNumber",
    "Outcome",
    "Outgoing",
    "Question",
    "SavedView",
    "SecondCode",
    "SentForm",
    "Team",
    "Unconfirmed",
    "Worry",
]

"""The tables of questions, and what the database refuses."""

from questions.models.conversation import Conversation
from questions.models.judgement import DangerJudgement
from questions.models.outbox import Outgoing
from questions.models.people import Colleague, Team, Unconfirmed
from questions.models.question import CallAttempt, Message, Question
from questions.models.sent_form import SentForm

__all__ = [
    "CallAttempt",
    "Colleague",
    "Conversation",
    "DangerJudgement",
    "Message",
    "Outgoing",
    "Question",
    "SentForm",
    "Team",
    "Unconfirmed",
]

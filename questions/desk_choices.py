"""The lists from which only colleagues choose, and which only they read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionKind(models.TextChoices):
    """What somebody came with."""

    QUESTION = "question", _("Question")
    WORRY = "worry", _("Worry about somebody else")


class Destination(models.TextChoices):
    """Where a question ended, for policy: who helps the resident on."""

    SELF = "self", _("Solved by themselves")
    COMMUNITY = "community", _("Community organisation (sociale basis)")
    TEAM = "team", _("Support by the neighbourhood team")
    SPECIALIST = "specialist", _("Specialist")
    INCOME = "income", _("Inkomensondersteuning")
    TIEM = "tiem", _("Tiem")
    ELSEWHERE = "elsewhere", _("Elsewhere")


class FollowedUpBy(models.TextChoices):
    """Who follows up a worry about somebody else."""

    TEAM = "team", _("Our own team")
    SAFE_AT_HOME = "safe_at_home", _("Veilig Thuis")
    ORGANISATION = "organisation", _("Another organisation")
    REPORTER = "reporter", _("The person who told us")
    NOT_NEEDED = "not_needed", _("Nobody: we looked into it and nothing more is needed")


class FormalKind(models.TextChoices):
    """What the law has a procedure of its own for."""

    OBJECTION = "objection", _("Objection")
    COMPLAINT = "complaint", _("Complaint")
    WMO_REPORT = "wmo_report", _("Report under the Wmo")


class ExclusionReason(models.TextChoices):
    """Why a person leaves a wait out of the figures (docs/kpi.md, section 2)."""

    SPAM = "spam", _("Spam")
    TEST = "test", _("Test by a colleague")
    DUPLICATE = "duplicate", _("The same question, asked twice")


class ThemeReason(models.TextChoices):
    """Why a colleague corrects the theme."""

    OTHER_SUBJECT = "other_subject", _("The question is about something else")
    TURNED_OUT = "turned_out", _("It turned out in the conversation")


class TakeBackReason(models.TextChoices):
    """Why a colleague counts again what was left out."""

    BY_MISTAKE = "by_mistake", _("It was set aside by mistake")
    WROTE_AGAIN = "wrote_again", _("The resident wrote again and asks something")


class ApartReason(models.TextChoices):
    """Why a colleague takes apart two questions that were merged."""

    TWO_PEOPLE = "two_people", _("They are of two people")
    TWO_SUBJECTS = "two_subjects", _("They are about two things")


CORRECTION_REASONS = (ExclusionReason, ThemeReason, TakeBackReason, ApartReason)
"""What `Correction.reason` may be, and the reason in the history of such a correction. No name stands in two."""


class HistoryKind(models.TextChoices):
    """What happened to a question besides messages, calls and judgements."""

    CLAIMED = "claimed", _("Claimed")
    RELEASED = "released", _("Put back in the queue")
    HANDED_OVER = "handed_over", _("Handed over")
    THEME_CORRECTED = "theme_corrected", _("Theme corrected")
    SETTLED = "settled", _("Settled")
    CLOSED = "closed", _("Closed without an answer")
    REOPENED = "reopened", _("Opened again")
    MERGED = "merged", _("Merged")
    UNMERGED = "unmerged", _("No longer merged")
    EXCLUDED = "excluded", _("Set aside, left out of the figures")
    INCLUDED = "included", _("Taken back into the figures")
    PASSED_ON = "passed_on", _("Passed on as formal")
    FORMAL_STATE = "formal_state", _("State of the procedure changed")
    FOLLOWED_UP = "followed_up", _("Worry followed up")
    PLANNED = "planned", _("Next date planned")
    NOT_SENT = "not_sent", _("Answer not sent: the question had ended")
    UNDONE = "undone", _("Answer taken back before it was sent")
    WITHDRAWN = "withdrawn", _("Withdrawn by the resident")
    SOLVED = "solved", _("Solved, says the resident")
    SECOND_CODE = "second_code", _("A code was made for somebody else")
    SECOND_CODE_ENDED = "second_code_end", _("The code for somebody else was withdrawn")
    NEW_CODE = "new_code", _("A new code was made by a number sent by mail")
    LEFT_WAY = "left_way", _("The resident chose another way to be answered")

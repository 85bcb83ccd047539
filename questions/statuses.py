"""The states of a question, and the names of groups of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a question stands, seen from the desk."""

    WAITING = "waiting", _("Waiting")
    REACTED = "reacted", _("Reacted, not settled")
    SETTLED = "settled", _("Settled")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CLOSED = "closed", _("Closed")
    SOLVED = "solved", _("Solved, says the resident")
    MERGED = "merged", _("Merged with another question")
    SET_ASIDE = "set_aside", _("Set aside")


# A resident may write, and a colleague may answer.
OPEN = (Status.WAITING, Status.REACTED, Status.SETTLED)
ENDED = (Status.WITHDRAWN, Status.CLOSED, Status.SOLVED, Status.MERGED)
# Somebody still has something to do.
TO_DO = (Status.WAITING, Status.REACTED)


class AnswerBy(models.TextChoices):
    """How the resident wants the answer."""

    PAGE = "page", _("I read it here, on this website")
    NOTICE = "notice", _("I read it here; send me an e-mail when it is there")
    CALL = "call", _("Call me")
    TALK = "talk", _("I would rather talk with somebody")


class TalkPlace(models.TextChoices):
    """Where a resident would like to talk with somebody."""

    OFFICE = "office", _("At an office of the team")
    HOME = "home", _("At my home")
    PHONE = "phone", _("By phone")


class TalkTime(models.TextChoices):
    """At which part of the day a resident would like to talk."""

    EITHER = "either", _("I do not mind")
    DAY = "day", _("During the day")
    EVENING = "evening", _("In the evening")


class Settled(models.TextChoices):
    """What a reaction achieved; each but NOT_YET is a real answer (R2, docs/kpi.md section 2)."""

    ANSWERED = "answered", _("Answered")
    REFERRED = "referred", _("Referred to somebody else")
    AGREED = "agreed", _("Appointment or call agreed")
    NOT_YET = "not_yet", _("Not settled yet: we will come back to it")


class Danger(models.TextChoices):
    """Whether a resident wrote words of danger, and whether a colleague judged them. Which words is kept sealed."""

    NONE = "none", _("No words of danger")
    UNJUDGED = "unjudged", _("May be dangerous: judge first")
    JUDGED = "judged", _("Judged by a colleague")


class Judgement(models.TextChoices):
    """How a colleague judged words of danger. The outcome may be left unsaid."""

    DANGER = "danger", _("There is danger")
    NO_DANGER = "no-danger", _("There is no danger")
    UNSAID = "unsaid", _("Not said")


class Author(models.TextChoices):
    """Who wrote a message."""

    RESIDENT = "resident", _("Resident")
    COLLEAGUE = "colleague", _("Colleague")


class CloseReason(models.TextChoices):
    """Why a colleague ends a question that got no answer. Both count as waiting for ever in the figures."""

    CLOSED_UNANSWERED = "closed_unanswered", _("No answer will be given")
    UNREACHABLE = "unreachable", _("The resident could not be reached by any way that was agreed")

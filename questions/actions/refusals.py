"""Why an action was refused. The exceptions carry no text: the screens write the sentence."""

from enum import StrEnum


class Refused(Exception):
    """The action was not done and nothing was written."""


class SomebodyWasFirst(Refused):
    """Another colleague claimed or judged the question a moment earlier."""


class NotAllowed(Refused):
    """This colleague may not do this with this question."""


class TooFast(Refused):
    """A resident sent more messages in a minute than a person writes."""


class WrittenSince(Refused):
    """The resident wrote words of danger that this colleague had not read yet."""


class AlreadySent(Refused):
    """The answer is on the resident's page by now and cannot be taken back."""


class NotEnded(Refused):
    """The question goes on, or was merged: there is nothing to open again."""


class NothingToSettle(Refused):
    """No wait of the question has a reaction that could settle it, or every one is settled."""


class Ended(Refused):
    """The question was withdrawn or closed."""


class NotForThem(Refused):
    """Who was chosen may not read the question, so it cannot become theirs."""


class ThemeNotInUse(Refused):
    """A question cannot be put under a theme that nobody can choose any more."""


class NobodyAnswers(Refused):
    """No colleague may read questions on this sensitive theme: the question would be out of everybody's reach."""


class MergeProblem(StrEnum):
    """Why two questions cannot become one."""

    ITSELF = "itself"
    GONE = "gone"
    ENDED = "ended"
    SOMEBODY_ELSES = "somebody_elses"
    OTHER_KIND = "other_kind"
    FORMAL = "formal"
    HOLDS_ANOTHER = "holds_another"
    LESS_CLOSED = "less_closed"
    ANSWER_UNDER_WAY = "answer_under_way"
    OTHER_PERSON = "other_person"
    UNSURE = "unsure"
    LATER_FIRST = "later_first"
    NOT_MERGED = "not_merged"


class CannotMerge(Refused):
    """Two questions stay two, or one stays one; `problem` says why."""

    def __init__(self, problem: MergeProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class NotFollowedUp(Refused):
    """A worry about somebody else does not end before somebody recorded who follows it up."""


class WrongDay(Refused):
    """A day lies where it cannot: in the future, in the past, or before what must come first."""


class NameTaken(Refused):
    """The colleague has other filters under this name."""


class TooMany(Refused):
    """There is no room for one more."""

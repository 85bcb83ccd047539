"""Why an action was refused. None carries a text."""


class Refused(Exception):
    """The action was not done and nothing was written."""


class SomebodyWasFirst(Refused):
    """Another colleague claimed the question a moment earlier."""


class NotAllowed(Refused):
    """This colleague may not do this with this question."""


class TooFast(Refused):
    """More messages in a minute than a person writes."""


class WrittenSince(Refused):
    """The resident wrote words of danger that this colleague had not read yet."""


class Ended(Refused):
    """The question was withdrawn or closed."""

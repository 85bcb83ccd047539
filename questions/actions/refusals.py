"""Why an action was refused. The exceptions carry no text: the screens write the sentence."""


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


class Ended(Refused):
    """The question was withdrawn or closed."""

"""What somebody who worries about another person chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Relation(models.TextChoices):
    """Who the person is to whoever tells us."""

    FAMILY = "family", _("Somebody in my family")
    NEIGHBOUR = "neighbour", _("A neighbour")
    FRIEND = "friend", _("A friend or somebody I know")
    WORK = "work", _("Somebody I know through my work or as a volunteer")
    OTHER = "other", _("Somebody else")


class AgeGroup(models.TextChoices):
    """About how old the person is."""

    CHILD = "child", _("A child or a teenager")
    ADULT = "adult", _("An adult")
    OLDER = "older", _("An older person")
    HOUSEHOLD = "household", _("Several people, for example a family")
    UNKNOWN = "unknown", _("I do not know")


class MayTell(models.TextChoices):
    """Whether we may say who told us."""

    AFTER = "after", _("Only when you have talked with me about it")
    YES = "yes", _("Yes, you may say that I told you")
    NO = "no", _("No, do not say that I told you")


class Known(models.TextChoices):
    """An answer that somebody may not know."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("I do not know")

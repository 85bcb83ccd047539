"""What may be said of an organisation or a service in one word: its sort, its cost, whether it fits a wheelchair.

Read by residents and by staff. Pure.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What sort of organisation it is."""

    WELFARE = "welfare", _("Help in the neighbourhood")
    VOLUNTEERS = "volunteers", _("Volunteers and informal carers")
    ADVICE = "advice", _("Money, letters and rights")
    MEETING = "meeting", _("Meeting other people")
    LEARNING = "learning", _("Language and learning")
    WORK = "work", _("Work")
    MUNICIPALITY = "municipality", _("Department of the municipality")
    HEALTH = "health", _("Health and care")
    SAFETY = "safety", _("Police and safety")
    VIOLENCE = "violence", _("Help against violence")
    SHELTER = "shelter", _("Shelter and supported living")
    HOUSING = "housing", _("Renting a home")
    EDUCATION = "education", _("School")
    CHILDCARE = "childcare", _("Young children")


HIDDEN_KINDS: tuple[str, ...] = (Kind.VIOLENCE, Kind.SHELTER)
"""Where somebody may be in hiding: without an address, whatever else is known."""

ICONS: dict[str, str] = {
    Kind.WELFARE: "home-heart",
    Kind.VOLUNTEERS: "heart-handshake",
    Kind.ADVICE: "file-text",
    Kind.MEETING: "coffee",
    Kind.LEARNING: "book",
    Kind.WORK: "briefcase",
    Kind.MUNICIPALITY: "building-community",
    Kind.HEALTH: "stethoscope",
    Kind.SAFETY: "shield",
    Kind.VIOLENCE: "shield-heart",
    Kind.SHELTER: "bed",
    Kind.HOUSING: "key",
    Kind.EDUCATION: "school",
    Kind.CHILDCARE: "baby-carriage",
}
"""The picture of each kind, of static/icons.json."""

TINTS: dict[str, str] = {
    Kind.WELFARE: "mint",
    Kind.VOLUNTEERS: "apricot",
    Kind.ADVICE: "butter",
    Kind.MEETING: "apricot",
    Kind.LEARNING: "sky",
    Kind.WORK: "mint",
    Kind.MUNICIPALITY: "sky",
    Kind.HEALTH: "lilac",
    Kind.SAFETY: "butter",
    Kind.VIOLENCE: "lilac",
    Kind.SHELTER: "lilac",
    Kind.HOUSING: "butter",
    Kind.EDUCATION: "sky",
    Kind.CHILDCARE: "apricot",
}
"""The soft colour behind it."""


class Cost(TextChoices):
    """Whether somebody pays for it."""

    FREE = "free", _("Free")
    CONTRIBUTION = "contribution", _("You pay a small part")
    DEPENDS = "depends", _("It depends")
    UNKNOWN = "unknown", _("Not known yet")


class Wheelchair(TextChoices):
    """Whether somebody in a wheelchair can get in."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known yet")

"""The choices for organisations and services: the kind, the costs, whether a wheelchair can get in. Pure.

Both residents and staff read them.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What kind of organisation it is."""

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


HIDDEN_KINDS: tuple[str, ...] = (OrganisationKind.VIOLENCE, OrganisationKind.SHELTER)
"""Kinds of places where somebody may be in hiding: their address is never shown."""

ICONS: dict[str, str] = {
    OrganisationKind.WELFARE: "home-heart",
    OrganisationKind.VOLUNTEERS: "heart-handshake",
    OrganisationKind.ADVICE: "file-text",
    OrganisationKind.MEETING: "coffee",
    OrganisationKind.LEARNING: "book",
    OrganisationKind.WORK: "briefcase",
    OrganisationKind.MUNICIPALITY: "building-community",
    OrganisationKind.HEALTH: "stethoscope",
    OrganisationKind.SAFETY: "shield",
    OrganisationKind.VIOLENCE: "shield-heart",
    OrganisationKind.SHELTER: "bed",
    OrganisationKind.HOUSING: "key",
    OrganisationKind.EDUCATION: "school",
    OrganisationKind.CHILDCARE: "baby-carriage",
}
"""The icon of each kind, out of static/icons.json."""

TINTS: dict[str, str] = {
    OrganisationKind.WELFARE: "mint",
    OrganisationKind.VOLUNTEERS: "apricot",
    OrganisationKind.ADVICE: "butter",
    OrganisationKind.MEETING: "apricot",
    OrganisationKind.LEARNING: "sky",
    OrganisationKind.WORK: "mint",
    OrganisationKind.MUNICIPALITY: "sky",
    OrganisationKind.HEALTH: "lilac",
    OrganisationKind.SAFETY: "butter",
    OrganisationKind.VIOLENCE: "lilac",
    OrganisationKind.SHELTER: "lilac",
    OrganisationKind.HOUSING: "butter",
    OrganisationKind.EDUCATION: "sky",
    OrganisationKind.CHILDCARE: "apricot",
}
"""The soft colour behind the icon of each kind."""


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

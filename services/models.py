"""Every model of this app; each is defined in its room."""

from services.conditions.models import Condition, ConditionsPage, Law
from services.content.models import LoadedRow
from services.directory.models import Organisation, Postcode
from services.directory.pages import DirectoryPage, OrganisationPage
from services.facts.models import Fact, HelpLine
from services.hours.models import (
    Calendar,
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
    RejectedClosure,
)
from services.offers.models import Audience, Service, SpokenLanguage
from services.pages.guides import FaqPage, GuidePage
from services.pages.models import LocationPage, ServicePage
from services.places.models import District, Location
from services.themes.models import Theme, ThemePage

__all__ = [
    "Audience",
    "Calendar",
    "CalendarException",
    "CalendarExceptionInterval",
    "CalendarInterval",
    "CalendarVersion",
    "Condition",
    "ConditionsPage",
    "DirectoryPage",
    "District",
    "Fact",
    "FaqPage",
    "GuidePage",
    "HelpLine",
    "Law",
    "LoadedRow",
    "Location",
    "LocationPage",
    "Organisation",
    "OrganisationPage",
    "Postcode",
    "RejectedClosure",
    "Service",
    "ServicePage",
    "SpokenLanguage",
    "Theme",
    "ThemePage",
]

"""Rows that hold facts, pages that hold words, and the hours of both."""

from services.models.calendars import (
    Calendar,
    CalendarException,
    CalendarExceptionInterval,
    CalendarInterval,
    CalendarVersion,
)
from services.models.facts import Fact, HelpLine
from services.models.loaded import LoadedRow
from services.models.pages import LocationPage, ServicePage, ThemePage
from services.models.places import District, Location
from services.models.themes import Theme
from services.reading import ThemeForAsking, help_lines, theme_names, themes_for_asking

__all__ = [
    "Calendar",
    "CalendarException",
    "CalendarExceptionInterval",
    "CalendarInterval",
    "CalendarVersion",
    "District",
    "Fact",
    "HelpLine",
    "LoadedRow",
    "Location",
    "LocationPage",
    "ServicePage",
    "Theme",
    "ThemeForAsking",
    "ThemePage",
    "help_lines",
    "theme_names",
    "themes_for_asking",
]

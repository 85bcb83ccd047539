"""Forms take the days and times that they take in every language; how they are shown is Django's."""

from portal.formats.typed import DAYS, MOMENTS, TIMES

DATE_INPUT_FORMATS, TIME_INPUT_FORMATS, DATETIME_INPUT_FORMATS = DAYS, TIMES, MOMENTS

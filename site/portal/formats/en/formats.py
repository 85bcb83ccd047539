"""Day before month and a clock of 24 hours, as everywhere in the Netherlands."""

from portal.formats.typed import DAYS, MOMENTS, TIMES

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATE_FORMAT = "j F Y"
SHORT_DATETIME_FORMAT = "j F Y, H:i"
DATE_INPUT_FORMATS, TIME_INPUT_FORMATS, DATETIME_INPUT_FORMATS = DAYS, TIMES, MOMENTS

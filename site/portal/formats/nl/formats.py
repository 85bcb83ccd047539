"""A time is written with a dot: 9.00. Forms take the days and times that they take in every language."""

from portal.formats.typed import DAYS, MOMENTS, TIMES

TIME_FORMAT = "G.i"
DATETIME_FORMAT = "j F Y, G.i"
SHORT_DATETIME_FORMAT = "j-n-Y, G.i"
DATE_INPUT_FORMATS, TIME_INPUT_FORMATS, DATETIME_INPUT_FORMATS = DAYS, TIMES, MOMENTS

"""The same days and times in every form; how they are shown stays as Django has it."""

from portal.formats.typed import DAYS, MOMENTS, TIMES

DATE_INPUT_FORMATS, TIME_INPUT_FORMATS, DATETIME_INPUT_FORMATS = DAYS, TIMES, MOMENTS

"""Who works in the back office in English types dates as everybody else does there."""

from config.formats.reading import DAYS, MOMENTS, TIMES

DATE_INPUT_FORMATS = DAYS
TIME_INPUT_FORMATS = TIMES
DATETIME_INPUT_FORMATS = MOMENTS

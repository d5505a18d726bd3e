"""German dates as the site writes them: „Mittwoch, 6. Januar 2027“."""

from config.formats.reading import DAYS, MOMENTS, TIMES

DATE_FORMAT = "l, j. F Y"
SHORT_DATE_FORMAT = "j. F Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "l, j. F Y, G:i"
DATE_INPUT_FORMATS = DAYS
TIME_INPUT_FORMATS = TIMES
DATETIME_INPUT_FORMATS = MOMENTS

"""German dates as the site writes them: „Mittwoch, 6. Januar 2027“."""

DATE_FORMAT = "l, j. F Y"
SHORT_DATE_FORMAT = "j. F Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "l, j. F Y, G:i"

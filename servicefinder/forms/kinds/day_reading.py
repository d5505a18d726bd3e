"""Days as people write them, and the limits that a field may set for them."""

import re
from datetime import date, timedelta

from django.utils import timezone

from workdays.domain.month_names import ENGLISH_MONTHS, GERMAN_MONTHS

ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
GERMAN = re.compile(r"(?P<day>[0-9]{1,2})[./-](?P<month>[0-9]{1,2})[./-](?P<year>[0-9]{4})")
NAMED = re.compile(r"(?P<day>[0-9]{1,2})\.?(?P<name>[A-Za-zä]{3,9})\.?(?P<year>[0-9]{4})")
TODAY = re.compile(r"today(?P<days>[+-][0-9]{1,5})?")


def read_day(text: str) -> date:
    """Of `31.1.2026`, `2026-01-31`, `31. Januar 2026` or `31 January 2026`. Raises ValueError."""
    compact = "".join(text.split())
    if found := ISO.fullmatch(compact) or GERMAN.fullmatch(compact):
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := NAMED.fullmatch(compact):
        return date(int(found["year"]), month_of(found["name"]), int(found["day"]))
    raise ValueError(text)


def month_of(text: str) -> int:
    """Of `1`, `01`, `Januar`, `Jan` or `January`. Raises ValueError."""
    if re.fullmatch("[0-9]{1,2}", text):
        return int(text)
    start = text.strip(".").lower()
    for names in (GERMAN_MONTHS, ENGLISH_MONTHS):
        for number, name in enumerate(names, 1):
            if len(start) >= 3 and name.lower().startswith(start):
                return number
    raise ValueError(text)


def written_day(day: date, language: str) -> str:
    """`31. Januar 2026` or `31 January 2026`."""
    if language.split("-")[0] == "en":
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day}. {GERMAN_MONTHS[day.month - 1]} {day.year}"


def limit_day(limit: str | None) -> date | None:
    """Of `2026-01-31`, `today`, `today+14` or `today-365`. Raises ValueError."""
    if not limit:
        return None
    if found := TODAY.fullmatch(limit):
        return timezone.localdate() + timedelta(days=int(found["days"] or 0))
    return date.fromisoformat(limit)

"""A change in words."""

from ..models import Change
from ..wording import Texts
from .days import long_day


def title(change: Change, texts: Texts) -> str:
    """`Restmüll, Tour Nord: statt Freitag, 25. Dezember 2026 nun Donnerstag, 24. Dezember 2026`."""
    if change.tour is None:
        return f"Abfuhrplan {change.plan.year} veröffentlicht"
    if change.planned_on is None:
        what = change.reason or "viele Termine geändert"
        return f"{change.tour.name}: {what} ({change.plan.year})"
    what = f"{change.fraction.name}, {change.tour.name}" if change.fraction else change.tour.name
    before = change.day_before and long_day(change.day_before, texts)
    if change.day_after is None:
        return f"{what}: {before or long_day(change.planned_on, texts)} entfällt"
    after = long_day(change.day_after, texts)
    return f"{what}: statt {before} nun {after}" if before else f"{what}: nun auch {after}"


def summary(change: Change, texts: Texts) -> str:
    return f"Grund: {change.reason}" if change.reason else title(change, texts)

"""Lengths of time in German words."""

from ..enums import TimeUnit

SINGULAR = {
    TimeUnit.MINUTE: "Minute",
    TimeUnit.HOUR: "Stunde",
    TimeUnit.DAY: "Tag",
    TimeUnit.WORKING_DAY: "Werktag",
    TimeUnit.WEEK: "Woche",
    TimeUnit.MONTH: "Monat",
    TimeUnit.YEAR: "Jahr",
}


def duration_text(least: int | None, most: int | None, unit: str) -> str:
    """`4 bis 6 Wochen`, `1 Tag`, `bis zu 3 Monate`, `mindestens 2 Tage`; empty when nothing is known."""
    if not unit or (least is None and most is None):
        return ""
    count = most if most is not None else least
    word = SINGULAR[TimeUnit(unit)] if count == 1 else TimeUnit(unit).label
    if least is None or (least == 0 and most):
        return f"bis zu {most} {word}"
    if most is None:
        return f"mindestens {least} {word}"
    return f"{most} {word}" if least == most else f"{least} bis {most} {word}"


def length_text(length: int | None, unit: str) -> str:
    """`8 Wochen`; empty when nothing is known."""
    return duration_text(length, length, unit)

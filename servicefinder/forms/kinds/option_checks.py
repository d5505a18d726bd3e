"""Whether a field's options are what its kind can work with, said in German to the editor."""

from collections.abc import Mapping
from decimal import Decimal, DecimalException
from typing import Any


def whole_number_problems(
    options: Mapping[str, Any], labels: Mapping[str, str], least: int, most: int
) -> list[str]:
    """Each option that is given has to be a whole number from `least` to `most`."""
    return [
        f"„{label}“ muss eine ganze Zahl von {least} bis {most} sein."
        for name, label in labels.items()
        if options.get(name) is not None and not _is_whole(options[name], least, most)
    ]


def _is_whole(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def limit_of(options: Mapping[str, Any], name: str) -> Decimal | None:
    """A limit as an exact number. Raises ValueError where it is none."""
    value = options.get(name)
    if value is None or value == "":
        return None
    try:
        limit = Decimal(value) if isinstance(value, int | str) and not isinstance(value, bool) else None
    except DecimalException:
        limit = None
    if limit is None or not limit.is_finite():
        raise ValueError(value)
    return limit


def limit_problems(options: Mapping[str, Any]) -> list[str]:
    """`min` and `max` are numbers, and a number fits between."""
    try:
        least, most = limit_of(options, "min"), limit_of(options, "max")
    except ValueError as error:
        return [f"„{error}“ ist als Grenze keine Zahl."]
    if least is not None and most is not None and least > most:
        return ["Die untere Grenze ist größer als die obere."]
    return []

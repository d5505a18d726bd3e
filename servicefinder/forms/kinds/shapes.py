"""How a line of text is built that is the number of something: a chip, a car, a meter."""

import re
from collections.abc import Callable
from dataclasses import dataclass

GERMAN_PLATE = re.compile(r"[A-ZÄÖÜ]{1,3}[- ]?[A-Z]{1,2}[- ]?[0-9]{1,4} ?[EH]?")
FOREIGN_PLATE_CHARACTERS = 8


@dataclass(frozen=True)
class Shape:
    """`read` gives the text as it is kept, None for what is not built so."""

    label: str
    read: Callable[[str], str | None]
    german: str
    english: str


def _digits(text: str) -> str | None:
    compact = re.sub(r"[\s./-]", "", text)
    return compact if compact.isascii() and compact.isdigit() else None


def _number_plate(text: str) -> str | None:
    """Of any country; no address or name is one."""
    plate = " ".join(re.sub("[–·.]", "-", text.upper()).split())
    if GERMAN_PLATE.fullmatch(plate):
        return plate
    compact = re.sub("[- ]", "", plate)
    is_foreign = re.fullmatch("[A-Z0-9]+", compact) and re.search("[0-9]", compact)
    is_word = len(compact) > FOREIGN_PLATE_CHARACTERS or re.search("[A-Z]{4}", compact)
    return plate if is_foreign and not is_word else None


SHAPES = {
    "digits": Shape("nur Ziffern", _digits, "Bitte nur Ziffern eingeben.", "Please use digits only."),
    "plate": Shape(
        "Kfz-Kennzeichen",
        _number_plate,
        "Bitte das Kennzeichen so eingeben, wie es am Auto steht, zum Beispiel AU-EN 428.",
        "Please enter the number plate as it is on the car, for example AU-EN 428.",
    ),
}

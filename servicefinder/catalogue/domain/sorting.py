"""Alphabetical order after DIN 5007, variant 1: ä like a, ö like o, ü like u, ß like ss."""

import re
import unicodedata

KEY_LENGTH = 255
OTHER_LETTER = "#"
# Sorts before the blank, so that "Bär" comes right after "Bar" and before "Bar am See".
TIE_BREAK = "\t"


def folded(text: str) -> str:
    """Small letters without accents, words parted by single blanks, punctuation left out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", plain))


def sort_key(text: str) -> str:
    """Key that orders titles; of two that differ only in accents the plain one comes first."""
    key = folded(text)
    lowered = " ".join(re.findall(r"\w+", text.lower()))
    accented = "" if lowered == key else TIE_BREAK + lowered
    return (key + accented)[:KEY_LENGTH]


def letter(text: str) -> str:
    """Letter of the A–Z list: `A` to `Z`, or `#` for anything else."""
    first = folded(text)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER_LETTER

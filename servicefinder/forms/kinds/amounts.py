"""Numbers as people write them: with a decimal comma in German, a point in English, either forgiven."""

import re
from decimal import Decimal

LONGEST_DIGITS = 15
MARKS = {"de": (",", "."), "en": (".", ",")}  # Decimal mark, thousands mark.
PLAIN = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]+)(?:[.,](?P<fraction>[0-9]+))?")


def marks(language: str) -> tuple[str, str]:
    return MARKS.get(language.split("-")[0], MARKS["de"])


def read_decimal(text: str, language: str) -> Decimal:
    """Of `1234,5`, `1.234,50` or `-3`. Raises ValueError for anything else."""
    decimal_mark, thousands_mark = (re.escape(mark) for mark in marks(language))
    compact = "".join(text.split()).replace("−", "-")
    grouped = rf"[+-]?[0-9]{{1,3}}(?:{thousands_mark}[0-9]{{3}})+(?:{decimal_mark}[0-9]+)?"
    if re.fullmatch(grouped, compact):
        compact = compact.replace(marks(language)[1], "")
    found = PLAIN.fullmatch(compact)
    if found is None or len(found["whole"]) + len(found["fraction"] or "") > LONGEST_DIGITS:
        raise ValueError(text)
    return Decimal(f"{found['sign']}{found['whole']}.{found['fraction'] or '0'}")


def compact(value: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    digits = f"{value:f}"
    plain = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if plain in ("-0", "") else plain


def written(value: Decimal, language: str, places: int | None = None, grouped: bool = True) -> str:
    """With the marks of the language; with as many decimal places as it has, or `places`."""
    decimal_mark, thousands_mark = marks(language)
    digits = compact(value) if places is None else f"{value:.{places}f}"
    whole, _, fraction = digits.partition(".")
    if (grouped and len(whole.lstrip("-")) > 4) or (grouped and places is not None):
        whole = f"{int(whole):,}".replace(",", thousands_mark) if whole not in ("-0",) else whole
    return f"{whole}{decimal_mark}{fraction}" if fraction else whole


def written_euros(value: Decimal, language: str) -> str:
    amount = written(value, language, places=2)
    return f"€{amount}" if language.split("-")[0] == "en" else f"{amount}\u00a0€"

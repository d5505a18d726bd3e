"""Reference numbers: `2026-000471-5`, a year, a running number and a check digit (ISO 7064, MOD 11,10).

The check digit finds every single wrong digit and nearly all swapped neighbours.
"""

import re

from django.db.models import F

from ..models import ReferenceCounter

FORM = re.compile(r"(\d{4})-?(\d{6})-?(\d)")
MODULUS = 10


def next_reference(year: int) -> str:
    """In the current transaction: numbers have no gaps but those of cases that were never made."""
    counter = ReferenceCounter.objects.filter(year=year)
    if not counter.update(last=F("last") + 1):
        ReferenceCounter.objects.get_or_create(year=year)
        counter.update(last=F("last") + 1)
    number = counter.values_list("last", flat=True).get()
    digits = f"{year:04d}{number:06d}"
    return f"{digits[:4]}-{digits[4:]}-{check_digit(digits)}"


def normalised(typed: str) -> str | None:
    """The reference that somebody typed, with or without hyphens and blanks; None where it cannot be one."""
    match = FORM.fullmatch(re.sub(r"\s+|[‐‑–—]", lambda m: "" if m[0].isspace() else "-", typed.strip()[:40]))
    if match is None or not match[0].isascii() or check_digit(match[1] + match[2]) != match[3]:
        return None
    return f"{match[1]}-{match[2]}-{match[3]}"


def check_digit(digits: str) -> str:
    product = MODULUS
    for digit in digits:
        total = (int(digit) + product) % MODULUS or MODULUS
        product = (2 * total) % (MODULUS + 1)
    return str((MODULUS + 1 - product) % MODULUS)

"""Checks on single values, shared by models and import."""

from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

MIDNIGHT = time(0)
LONGEST_NIGHT = timedelta(hours=12)
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

validate_leika = RegexValidator(
    r"\A99[0-9]{12}\Z", "Ein LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99, zum Beispiel 99085001012000."
)
validate_postal_code = RegexValidator(r"\A[0-9]{5}\Z", "Eine Postleitzahl hat fünf Ziffern.")
validate_phone = RegexValidator(
    r"\A\+?[0-9][0-9 ()/\-]{2,28}\Z", "Bitte eine Telefonnummer wie 06499 900-1234 eingeben."
)


def validate_link(value: str) -> None:
    """Accept web, mail and telephone links; anything else (`javascript:`, `data:`) could harm a visitor."""
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    complete = bool(parts.netloc) if parts.scheme in {"http", "https"} else bool(parts.path)
    # Browsers drop control characters inside an address: `java\tscript:` would be a script.
    unprintable = any(character <= " " for character in value)
    if parts.scheme not in LINK_SCHEMES or not complete or unprintable:
        raise ValidationError(
            "Bitte eine Adresse mit https://, http://, mailto: oder tel: am Anfang eingeben."
        )


def check_order(
    start: date | datetime | int | None, end: date | datetime | int | None, field: str, message: str
) -> None:
    """Raise ValidationError on `field` when both ends are given and in the wrong order."""
    if start is not None and end is not None and start > end:  # type: ignore[operator]
        raise ValidationError({field: message})


def check_hours(opens: time | None, closes: time | None) -> None:
    """Raise ValidationError on `closes` where both are the same, or swapped rather than past midnight."""
    if opens is None or closes is None:
        return
    if opens == closes:
        raise ValidationError({"closes": "Anfang und Ende sind gleich."})
    day = date.min
    length = datetime.combine(day + timedelta(days=1), closes) - datetime.combine(day, opens)
    if closes < opens and closes != MIDNIGHT and length >= LONGEST_NIGHT:
        raise ValidationError({"closes": "Das Ende liegt vor dem Anfang. Sind die Zeiten vertauscht?"})

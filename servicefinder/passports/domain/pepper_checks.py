"""At start: the peppers must be those that the stored records were made with."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, transaction

from ..models import DocumentRecord, ImportSlice, PepperMark, ReadyMail
from .digests import mark_of

HINT = (
    "Put the pepper back into PASSPORT_PEPPER, newest first, as it was (from a backup, or the file "
    "passport-pepper in DATA_DIR of a demo). Without it no document is found again. If it is lost for good, "
    "run `manage.py forget_pepper NAME`, then take over a complete delivery list."
)


def check_peppers(**_: Any) -> list[checks.CheckMessage]:
    """A database that is not there yet, or holds nothing, has no pepper to miss."""
    if not settings.PASSPORT_PEPPERS:
        return [checks.Critical("PASSPORT_PEPPER is missing.", hint=HINT, id="passports.E001")]
    try:
        marks = dict(PepperMark.objects.values_list("name", "mark"))
        used = names_in_use()
    except DatabaseError:
        return []
    return [
        checks.Critical(f"{problem}.", hint=HINT, id="passports.E002")
        for name in sorted(used | (marks.keys() & settings.PASSPORT_PEPPERS.keys()))
        if (problem := _problem(name, marks))
    ]


def names_in_use() -> set[str]:
    """Peppers without which something stored could not be found again."""
    found: set[str] = set()
    for model in (DocumentRecord, ReadyMail, ImportSlice):
        found.update(model._default_manager.order_by().values_list("pepper", flat=True).distinct())
    return found


def remember_pepper(name: str) -> None:
    """Before anything is written under it. In the transaction of what is written."""
    with transaction.atomic():
        PepperMark.objects.get_or_create(name=name, defaults={"mark": mark_of(name)})


def _problem(name: str, marks: dict[str, str]) -> str:
    if name not in settings.PASSPORT_PEPPERS:
        return f"PASSPORT_PEPPER lacks {name!r}, which stored documents were made with"
    if name in marks and marks[name] != mark_of(name):
        return f"The pepper {name!r} of PASSPORT_PEPPER is another one than stored documents were made with"
    return ""

"""Which office or department somebody means by a few words."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from search.domain.asked_facts import surplus

from ..domain.public_rows import public_rows
from ..models import PublishedDepartment, PublishedOffice
from ..other_names import other_names

# More than any city has; a list of names is short.
PLACES_LIMIT = 500

Document = dict[str, Any]
Key = TypeVar("Key")


def named_office(asked: Sequence[str], language: str) -> Document | None:
    """Document of the one public office that these stems name. Two queries at most."""
    rows = public_rows(PublishedOffice, language).values_list("pk", "title")[:PLACES_LIMIT]
    pk = the_one_named(asked, rows, language)
    return _document(public_rows(PublishedOffice, language, pk=pk)) if pk is not None else None


def named_department(asked: Sequence[str], language: str) -> Document | None:
    """Document of the one public department that these stems name. Two queries at most."""
    rows = public_rows(PublishedDepartment, language).values_list("pk", "title")[:PLACES_LIMIT]
    pk = the_one_named(asked, rows, language)
    return _document(public_rows(PublishedDepartment, language, pk=pk)) if pk is not None else None


def office(office_id: str, language: str) -> Document | None:
    return _document(public_rows(PublishedOffice, language, office=UUID(office_id)))


def the_one_named(asked: Sequence[str], names: Iterable[tuple[Key, str]], language: str) -> Key | None:
    """Key of the name that says all that was asked and least besides; None where two do, or none."""
    matches = [
        (extra, key)
        for key, name in names
        if (extra := surplus(asked, [name], other_names(name), language)) is not None
    ]
    least = min((extra for extra, _ in matches), default=0)
    best = [key for extra, key in matches if extra == least]
    return best[0] if len(best) == 1 else None


def _document(rows: Any) -> Document | None:
    return rows.values_list("document", flat=True).first()

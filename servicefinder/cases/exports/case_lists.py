"""A list of cases for spreadsheets."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.utils import timezone

from search.editorial.domain.csv_rows import BYTE_ORDER_MARK, harmless

from ..domain.listing import ListedCase
from ..enums import CaseState, Origin

EXPORT_LIMIT = 2_000
HEADINGS = (
    "Aktenzeichen",
    "Name",
    "Vorgangsart",
    "Zustand",
    "Eingang",
    "eingegangen",
    "fällig",
    "Amt",
    "zuständig",
)


def csv_of(rows: Iterable[ListedCase]) -> str:
    """Semicolons, as German spreadsheets expect them; nothing in it is a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADINGS)
    for row in rows:
        case = row.case
        cells = (
            case.reference,
            row.name,
            case.type_version__name,
            CaseState(case.state).label,
            Origin(case.origin).label,
            f"{case.arrived_on or timezone.localdate(case.received_at):%d.%m.%Y}",
            f"{case.due_on:%d.%m.%Y}",
            case.department__name,
            row.person,
        )
        writer.writerow([harmless(cell) for cell in cells])
    return BYTE_ORDER_MARK + text.getvalue()

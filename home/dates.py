"""Reading dates as German offices write them."""

import re
from datetime import date, datetime


def read_dates(text: str) -> set[date]:
    """Days in `24.12.2026, 31.12.2026`, parted by commas, semicolons or line breaks.

    Raises ValueError with the part that is not a day.
    """
    return {_read_date(part.strip()) for part in re.split(r"[,;\n]", text) if part.strip()}


def _read_date(text: str) -> date:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()
    except ValueError:
        raise ValueError(text) from None

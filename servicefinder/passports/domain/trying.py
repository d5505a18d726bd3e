"""The receipt of the demo city that visitors may try; it is public, and no document of anybody."""

from ..models import DocumentRecord
from . import digests

SERIAL, BIRTHDAY, SHOWN_BIRTHDAY = "T22000129", "1980-03-12", "12.3.1980"


def receipt_to_try() -> dict[str, str] | None:
    """What to type, while that document is there: in a demo city only."""
    wanted = digests.digests(SERIAL, BIRTHDAY)
    if DocumentRecord.objects.filter(digest__in=wanted).exists():
        return {"serial": SERIAL, "value": SHOWN_BIRTHDAY}
    return None

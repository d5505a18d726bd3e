"""Names of steps, fields and answers, made from what people read."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_NAME = 40
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
NAME = re.compile(r"[a-z][a-z0-9_]*")
# A form of ours or Django's takes these for itself.
TAKEN = (
    "csrfmiddlewaretoken",
    "guard",
    "count",
    "add",
    "remove",
    "zusammenfassung",
    "fertig",
    "unterbrechen",
)


def name_from(text: str, taken: Collection[str], fallback: str) -> str:
    """In ASCII, unlike all that are `taken`."""
    plain = unicodedata.normalize("NFKD", text.translate(GERMAN)).encode("ascii", "ignore").decode().lower()
    start = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_NAME].strip("_")
    if not NAME.fullmatch(start) or start in TAKEN:
        start = f"{fallback}_{start}".strip("_")
    name, number = start, 1
    while name in taken:
        number += 1
        name = f"{start}_{number}"
    return name

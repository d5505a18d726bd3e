"""Part of a street as a line of a table says it: von, bis, seite. Without them the whole street."""

from typing import Any

from uploads.domain.tables import WrongCell

from ..enums import Parity
from .texts import house

COLUMNS = ("von", "bis", "seite")
SIDES = {"": Parity.ALL, **{side.label: Parity(side) for side in Parity}}


def range_of(cells: dict[str, str]) -> dict[str, Any]:
    """Values of a `NumberRange` but for its street. Raises WrongCell."""
    side = cells.get("seite", "").casefold()
    if side not in SIDES:
        raise WrongCell(f"„{side[:20]}“ ist keine Seite: alle, gerade, ungerade oder leer.")
    first = house(cells.get("von") or "1")
    last: tuple[int | None, str] = house(cells["bis"]) if cells.get("bis") else (None, "")
    if last[0] is not None and (last[0], last[1] or first[1]) < first:
        raise WrongCell("„bis“ liegt vor „von“.")
    return {
        "parity": SIDES[side],
        "first_number": first[0],
        "first_suffix": first[1],
        "last_number": last[0],
        "last_suffix": last[1],
    }

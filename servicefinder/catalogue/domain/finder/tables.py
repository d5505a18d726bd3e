"""The table of one language as a process holds it: services in order, and which of them have what.

Service number n of the alphabet is bit n of every mask, so that filters combine by `&` and `|`, and
counts are `int.bit_count()`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import compress, islice
from typing import Any

from .facets import FACETS, Facet

BITS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True)
class Option:
    """A value of a facet, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True)
class Table:
    """`ids` are keys of `PublishedService` after DIN 5007; `expiries` are (moment, bit) of what will end."""

    version: str
    ids: tuple[int, ...]
    options: Mapping[Facet, tuple[Option, ...]]
    masks: Mapping[Facet, Mapping[str, int]]
    expiries: tuple[tuple[float, int], ...] = ()
    everything: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "everything", (1 << len(self.ids)) - 1)

    @classmethod
    def from_content(cls, version: str, content: Mapping[str, Any]) -> "Table":
        """Read the JSON of a `FinderTable`; masks are hexadecimal there."""
        options, masks = content["options"], content["masks"]
        return cls(
            version=version,
            ids=tuple(content["ids"]),
            options={facet: tuple(Option(*entry) for entry in options[facet.parameter]) for facet in FACETS},
            masks={
                facet: {value: int(mask, 16) for value, mask in masks[facet.parameter].items()}
                for facet in FACETS
            },
            expiries=tuple((moment, bit) for moment, bit in content["expiries"]),
        )

    def not_expired(self, now: datetime) -> int:
        """Mask of what has not ended at `now`."""
        mask, moment = self.everything, now.timestamp()
        for expires_at, bit in self.expiries:
            if expires_at <= moment:
                mask &= ~(1 << bit)
        return mask

    def ids_of(self, mask: int, start: int, count: int) -> list[int]:
        """Keys of the services `start` to `start + count` among those in `mask`, in order."""
        chosen = f"{mask:b}"[::-1].encode().translate(BITS)
        return list(islice(compress(self.ids, chosen), start, start + count))

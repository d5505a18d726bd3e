"""What an import did, record by record."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"
    REFUSED = "refused"


STATUS_LABELS = {
    Status.CREATED: "neu",
    Status.UPDATED: "geändert",
    Status.UNCHANGED: "unverändert",
    Status.CONFLICTING: "mit Abweichungen",
    Status.REFUSED: "abgelehnt",
}


@dataclass(frozen=True)
class Outcome:
    """What became of one record. `fields` were written, `conflicts` wait for a decision."""

    status: Status
    kind: str
    record: str
    title: str = ""
    fields: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def needs_somebody(self) -> bool:
        """Refused, to be decided, or perhaps there already."""
        return self.status in (Status.REFUSED, Status.CONFLICTING) or bool(self.doubles)

    @property
    def is_noteworthy(self) -> bool:
        return self.needs_somebody or bool(self.notes)


@dataclass
class Report:
    """Counts of everything, and each outcome that somebody should read."""

    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.counts[f"{outcome.kind}.{outcome.status}"] += 1
        self.counts["doubles"] += bool(outcome.doubles)
        if outcome.is_noteworthy:
            self.outcomes.append(outcome)

    def count(self, kind: str, status: Status) -> int:
        return self.counts[f"{kind}.{status}"]

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(outcome) for outcome in self.outcomes]

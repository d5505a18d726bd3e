"""What every import has in common: a plan says what would happen and what is refused, before anything is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

SHOWN_REFUSALS = 200
Progress = Callable[[int, int], None]


@dataclass(frozen=True, order=True)
class Refusal:
    """Why a line cannot be taken over; `line` is counted from 1, 0 where no line is to blame."""

    line: int
    text: str

    def __str__(self) -> str:
        return f"Zeile {self.line}: {self.text}" if self.line else self.text


class Change(Protocol):
    """What a plan would do; repeating it changes nothing."""

    def apply(self, progress: Progress) -> None: ...


@dataclass
class Plan:
    """With a refusal nothing is taken over. `summary`: what would happen, by kind, with how often;
    `remarks`: what may be wrong.
    """

    refusals: list[Refusal] = field(default_factory=list)
    remarks: list[Refusal] = field(default_factory=list)
    summary: dict[str, int] = field(default_factory=dict)
    change: Change | None = None

    def refuse(self, line: int, text: str) -> None:
        self.refusals.append(Refusal(line, text))

    def remark(self, line: int, text: str) -> None:
        self.remarks.append(Refusal(line, text))

    def refuse_remarks(self) -> None:
        """For who wants no file with a gap."""
        self.refusals, self.remarks = [*self.refusals, *self.remarks], []

    @property
    def is_possible(self) -> bool:
        return not self.refusals and self.change is not None

    def lines(self) -> Iterator[str]:
        """The report, for the terminal and the back office alike."""
        yield from (f"{kind}: {count}" for kind, count in self.summary.items())
        yield from _shown(self.refusals, "Fehler")
        yield from (f"Hinweis: {remark}" for remark in _shown(self.remarks, "Hinweise"))


def _shown(found: list[Refusal], kind: str) -> Iterator[str]:
    yield from map(str, sorted(found)[:SHOWN_REFUSALS])
    if len(found) > SHOWN_REFUSALS:
        yield f"… und {len(found) - SHOWN_REFUSALS} weitere {kind}."


@dataclass(frozen=True)
class AddressFormat:
    """`plan(text)` reads the text of a file."""

    name: str
    label: str
    plan: Callable[[str], Plan]

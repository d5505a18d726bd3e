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
    """With a refusal nothing is taken over. `summary`: what would happen, by kind, with how often."""

    refusals: list[Refusal] = field(default_factory=list)
    summary: dict[str, int] = field(default_factory=dict)
    change: Change | None = None

    def refuse(self, line: int, text: str) -> None:
        self.refusals.append(Refusal(line, text))

    @property
    def is_possible(self) -> bool:
        return not self.refusals and self.change is not None

    def lines(self) -> Iterator[str]:
        """The report, for the terminal and the back office alike."""
        yield from (f"{kind}: {count}" for kind, count in self.summary.items())
        for refusal in sorted(self.refusals)[:SHOWN_REFUSALS]:
            yield str(refusal)
        if len(self.refusals) > SHOWN_REFUSALS:
            yield f"… und {len(self.refusals) - SHOWN_REFUSALS} weitere Fehler."


@dataclass(frozen=True)
class AddressFormat:
    """`plan(lines)` reads the file's text line by line."""

    name: str
    label: str
    plan: Callable[[list[str]], Plan]

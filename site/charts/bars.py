"""Columns side by side, as SVG that needs no script, for `templates/charts/bars.html`.

The table under the drawing holds the same numbers; whoever cannot see the drawing loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log10

WIDTH, HEIGHT = 360, 170
# Beside the last column there is room for half of its label.
LEFT, RIGHT, TOP, BOTTOM = 34, 12, 8, 24
LABELS = 9
Value = int | float | None


@dataclass(frozen=True)
class Series:
    """One value per category; None where there is none."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Bar:
    """Of the drawing, in its own units."""

    x: float
    y: float
    width: float
    height: float
    number: int
    text: str


@dataclass(frozen=True)
class Line:
    y: float
    text: str


@dataclass(frozen=True)
class Label:
    x: float
    text: str


@dataclass(frozen=True)
class BarChart:
    """At most two series can be told apart without colour. `first_heading` names the categories."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    first_heading: str = ""

    width = WIDTH
    height = HEIGHT

    @property
    def highest(self) -> float:
        return max((value for each in self.series for value in each.values if value), default=0)

    @property
    def top(self) -> float:
        """The end of the scale: a round number that is not below the highest value."""
        return round_up(self.highest)

    def bars(self) -> Iterator[Bar]:
        slot = self._slot
        width = slot * 0.8 / max(len(self.series), 1)
        for number, series in enumerate(self.series):
            for index, value in enumerate(series.values):
                height = (value or 0) / self.top * self._room
                x = LEFT + index * slot + slot * 0.1 + number * width
                text = f"{self.categories[index]}, {series.label}: {value if value is not None else 'nichts'}"
                yield Bar(
                    _short(x), _short(TOP + self._room - height), _short(width), _short(height), number, text
                )

    def lines(self) -> Iterator[Line]:
        for part in (0, 0.5, 1):
            yield Line(_short(TOP + self._room * (1 - part)), f"{self.top * part:g}".replace(".", ","))

    def labels(self) -> Iterator[Label]:
        """Every second one where they would touch; of many, at most nine."""
        step = max(2, ceil(len(self.categories) / LABELS)) if len(self.categories) > 6 else 1
        for index, text in enumerate(self.categories):
            if (len(self.categories) - 1 - index) % step == 0:
                yield Label(_short(LEFT + (index + 0.5) * self._slot), text)

    def rows(self) -> Iterator[tuple[str, list[Value]]]:
        for index, category in enumerate(self.categories):
            yield category, [series.values[index] for series in self.series]

    @property
    def _slot(self) -> float:
        return (WIDTH - LEFT - RIGHT) / max(len(self.categories), 1)

    @property
    def _room(self) -> float:
        return HEIGHT - TOP - BOTTOM


def round_up(value: float) -> float:
    """1, 2, 4, 6, 8 or 10 times a power of ten, at least 4: halves stay short numbers."""
    if value <= 4:
        return 4
    power = 10 ** int(log10(value))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= ceil(value))


def _short(value: float) -> float:
    return round(value, 1)

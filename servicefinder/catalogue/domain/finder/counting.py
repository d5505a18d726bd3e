"""Which services a choice leaves, and how many each further option would leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, reduce
from operator import and_, or_

from .choices import Choice
from .facets import Facet
from .tables import Option, Table

ROWS_PER_PAGE = 25


@dataclass(frozen=True)
class OptionCount:
    """An option with the number of services it has among those that the other filters leave."""

    option: Option
    count: int
    chosen: bool


@dataclass(frozen=True)
class Selection:
    """A choice applied to a table at a moment."""

    table: Table
    choice: Choice
    now: datetime

    @cached_property
    def _public(self) -> int:
        return self.table.not_expired(self.now)

    @cached_property
    def _chosen(self) -> dict[Facet, int]:
        """Per facet, the services that have any of its chosen values."""
        return {
            facet: reduce(or_, (self.table.masks[facet].get(value, 0) for value in values))
            for facet, values in self.choice.values.items()
        }

    def _left_by_others(self, facet: Facet | None = None) -> int:
        others = (mask for each, mask in self._chosen.items() if each is not facet)
        return reduce(and_, others, self._public)

    @cached_property
    def _matching(self) -> int:
        return self._left_by_others()

    @property
    def total(self) -> int:
        return self._matching.bit_count()

    @property
    def last_page(self) -> int:
        return max(1, -(-self.total // ROWS_PER_PAGE))

    def ids(self) -> list[int]:
        """Keys of the rows on the chosen page, in order."""
        return self.table.ids_of(self._matching, (self.choice.page - 1) * ROWS_PER_PAGE, ROWS_PER_PAGE)

    def counts(self, facet: Facet) -> list[OptionCount]:
        """Every option of a facet, given the other filters."""
        left, masks = self._left_by_others(facet), self.table.masks[facet]
        chosen = self.choice.values.get(facet, ())
        return [
            OptionCount(option, (left & masks.get(option.value, 0)).bit_count(), option.value in chosen)
            for option in self.table.options[facet]
        ]

    def total_of(self, choice: Choice) -> int:
        """How many services another choice would leave."""
        return Selection(self.table, choice, self.now).total

    def chosen_options(self) -> Iterator[tuple[Facet, Option]]:
        """What is chosen, with labels, in canonical order."""
        for facet, values in self.choice.values.items():
            yield from ((facet, option) for option in self.table.options[facet] if option.value in values)
